import { linkTarget } from "../../../ui/address.ts";
import { Form } from "../../../ui/components/form.tsx";
import { Person } from "../../../ui/components/person.tsx";
import { Submit } from "../../../ui/components/submit.tsx";
import { BriefTime } from "../../../ui/components/time-text.tsx";
import { CleanedText } from "../../../ui/text.tsx";
import type { WallPost } from "../../store/wall/wall.read.ts";
import { communityPath, gatheringPath } from "../addresses.ts";
import type { GatheringVisit } from "../visit.ts";

interface WallItemProps {
  readonly visit: GatheringVisit;
  readonly post: WallPost;
  /** What the reader may do with it. */
  readonly acts: readonly ("show" | "hide")[];
}

/** One post: whose, when, what it says, and the way to it at home. Pictures stay there, so that reading here tells nobody. */
export function WallItem({ visit, post, acts }: WallItemProps) {
  const { c, gathering, community } = visit;
  const { t, frame } = c.var;
  const { id, authorName, authorHandle, html, language, url, postedAt } = post;
  const report = `${communityPath(community)}/report?about=${encodeURIComponent(authorHandle)}`;
  return (
    <li id={id}>
      <p>
        <Person t={t} name={authorName} handle={authorHandle} />
      </p>
      <CleanedText html={html} language={language} />
      <p class="quiet">
        <BriefTime t={t} instant={postedAt} /> ·{" "}
        <a href={linkTarget(url)} rel="nofollow noopener">
          {t("gatherings.wall.original")}
        </a>{" "}
        · <a href={report}>{t("gatherings.wall.report")}</a>
      </p>
      {acts.length > 0 && (
        <Form frame={frame} action={`${gatheringPath(gathering)}/wall/${id}`} label={authorHandle}>
          <p class="button-row">
            {acts.map((act) => (
              <Submit kind={act === "show" ? "main" : "quiet"} name="act" value={act}>
                {t(`gatherings.wall.act.${act}`)}
              </Submit>
            ))}
          </p>
        </Form>
      )}
    </li>
  );
}
