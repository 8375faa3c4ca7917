import { Section } from "../../../ui/components/section.tsx";
import { countWallPosts, wallPostsOf } from "../../store/wall/wall.read.ts";
import { gatheringPath } from "../addresses.ts";
import type { GatheringVisit } from "../visit.ts";
import { withoutBlocked } from "./wall-view.ts";

/** That there are posts about the gathering, on its own page; nothing where there are none to read or to look at. */
export async function WallSummary({ visit }: { readonly visit: GatheringVisit }) {
  const { c, application, gathering, standing } = visit;
  const { t } = c.var;
  const { read } = application;
  const newest = await wallPostsOf(read, gathering.id, "shown", { limit: 5 });
  const shown = await withoutBlocked(read, gathering.communityId, newest);
  const waiting = standing.organises ? await countWallPosts(read, gathering.id, "waiting") : 0;
  if (shown.length + waiting === 0) return null;
  return (
    <Section id="wall" title={t("gatherings.wall.title")}>
      {shown.length > 0 && <p>{t("gatherings.wall.some")}</p>}
      {waiting > 0 && <p>{t("gatherings.wall.waiting-count", { waiting })}</p>}
      <p>
        <a href={`${gatheringPath(gathering)}/wall`}>{t("gatherings.wall.link")}</a>
      </p>
    </Section>
  );
}
