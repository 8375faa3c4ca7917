import type { PageContext } from "../../../ui/request.ts";
import { UserText } from "../../../ui/text.tsx";
import type { Community } from "../../model/community.ts";
import { CommunityLine } from "../community-line.tsx";
import { textFor } from "../visit.ts";

/** Communities one below the other, each with what it is for. */
export function CommunityList({
  c,
  communities,
}: {
  readonly c: PageContext;
  readonly communities: readonly Community[];
}) {
  const { t, frame } = c.var;
  return (
    <ul class="community-list">
      {communities.map((community) => {
        const purpose = textFor(c, community.purpose);
        return (
          <li>
            <CommunityLine t={t} origin={frame.site.origin} community={community} />
            {purpose !== undefined && <UserText text={purpose.text} language={purpose.language} />}
          </li>
        );
      })}
    </ul>
  );
}
