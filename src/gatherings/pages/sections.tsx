import type { Child } from "hono/jsx";
import { communityById, isMember, type Community } from "../../communities/index.ts";
import type { Application } from "../../kernel/application.ts";
import { Empty } from "../../ui/components/empty.tsx";
import { Section } from "../../ui/components/section.tsx";
import type { PageContext } from "../../ui/request.ts";
import { byWhen } from "../model/list-order.ts";
import {
  gatheringsOfCommunity,
  gatheringsHeardOf,
  gatheringsWithoutDate,
  upcomingGatherings,
  type GatheringLine,
} from "../store/gatherings.read.ts";
import { communityPath } from "./addresses.ts";
import { GatheringList } from "./announcing/gathering-list.tsx";

const shownAtOnce = 6;

/** So many of the newest are looked at for what comes next. */
const lookedAt = 30;

/** What is held next on this server, and what is still looking for a date; for its first page. */
export async function upcomingSection(application: Application, c: PageContext): Promise<Child | undefined> {
  const { read, clock } = application;
  const dated = firstOfEach(await upcomingGatherings(read, clock(), 3 * shownAtOnce)).slice(0, shownAtOnce);
  const undated = await gatheringsWithoutDate(read, shownAtOnce);
  if (dated.length + undated.length === 0) return undefined;
  const names = await communityNames(application, [...dated, ...undated]);
  const communityOf = ({ communityId }: GatheringLine) => names.get(communityId);
  const { t, frame } = c.var;
  const list = { t, now: frame.now, communityOf };
  return (
    <Section id="gatherings" title={t("gatherings.home.title")} explained={t("gatherings.home.explained")}>
      {dated.length > 0 && <GatheringList {...list} gatherings={dated} />}
      {undated.length > 0 && (
        <>
          <h3>{t("gatherings.home.undated")}</h3>
          <GatheringList {...list} gatherings={undated} />
        </>
      )}
    </Section>
  );
}

/** A community's gatherings, for its page: what comes next before what looks for a date, and that before what is over. */
export async function communitySection(
  application: Application,
  c: PageContext,
  community: Community,
): Promise<Child | undefined> {
  const { t, frame, reader } = c.var;
  const path = `${communityPath(community)}/gatherings`;
  const newest = await gatheringsOfCommunity(application.read, community.id, {
    before: undefined,
    limit: lookedAt,
  });
  const gatherings = byWhen(newest).slice(0, shownAtOnce);
  const announces = reader.person !== undefined && (await isMember(application.read, community.id, reader.person.id));
  return (
    <Section id="gatherings" title={t("gatherings.list.title")} explained={t("gatherings.home.explained")}>
      {gatherings.length === 0 ? (
        <Empty what={t("gatherings.list.none")} />
      ) : (
        <GatheringList t={t} gatherings={gatherings} now={frame.now} />
      )}
      <p class="next-step">
        {gatherings.length > 0 && <a href={path}>{t("gatherings.list.all")}</a>}{" "}
        {announces && <a href={`${path}/new`}>{t("gatherings.announcing.link")}</a>}
      </p>
    </Section>
  );
}

/** The gatherings a person wants to hear of, for their own page. */
export async function ownSection(application: Application, c: PageContext): Promise<Child | undefined> {
  const { t, frame, reader } = c.var;
  if (reader.person === undefined) return undefined;
  const gatherings = byWhen(await gatheringsHeardOf(application.read, reader.person.id, 3 * shownAtOnce));
  return (
    <Section id="gatherings" title={t("gatherings.own.title")}>
      {gatherings.length === 0 ? (
        <Empty what={t("gatherings.own.none")} />
      ) : (
        <GatheringList t={t} gatherings={gatherings} now={frame.now} />
      )}
      <p>
        <a href="/me/calendar">{t("gatherings.calendar.own")}</a>
      </p>
    </Section>
  );
}

/** A gathering of several sessions is there once, by its next one. */
function firstOfEach(lines: readonly GatheringLine[]): readonly GatheringLine[] {
  return lines.filter((line, place) => lines.findIndex(({ id }) => id === line.id) === place);
}

async function communityNames(
  { read }: Application,
  gatherings: readonly GatheringLine[],
): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(gatherings.map(({ communityId }) => communityId))];
  const communities = await Promise.all(ids.map((id) => communityById(read, id)));
  return new Map(communities.flatMap((community) => (community === undefined ? [] : [[community.id, community.name]])));
}
