import type { PageContext } from "../../../ui/request.ts";
import { UserName } from "../../../ui/text.tsx";
import type { OpenContest } from "../../commands/contests/open-contests.ts";
import type { Claim } from "../../model/claims.ts";
import { isAbout } from "../../model/contests/contest.ts";

interface ContestedProps {
  readonly c: PageContext;
  readonly claim: Claim;
  readonly contests: readonly OpenContest[];
}

/** Beside what is said: that it is contested, and where that is talked over. */
export function Contested({ c, claim, contests }: ContestedProps) {
  const { t } = c.var;
  const about = contests.filter((contest) => isAbout(contest, claim));
  if (about.length === 0) return undefined;
  return (
    <ul class="contested">
      {about.map(({ thread }) => (
        <li>
          {t("directory.contested")}{" "}
          <a href={`/threads/${thread.id}`}>
            <UserName name={thread.title} />
          </a>
        </li>
      ))}
    </ul>
  );
}
