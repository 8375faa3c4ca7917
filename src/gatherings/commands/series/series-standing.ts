import type { CommandContext } from "../../../kernel/commands/command.ts";
import type { Series } from "../../model/series/series.ts";
import { gatheringById, type Gathering } from "../../store/gatherings.read.ts";
import { mayOrganise, mayTakePart, type StandingRefusal } from "../standing.ts";
import { lastAnnounced, seriesById } from "../../store/series/series.read.ts";

/** What every command about one series is told. */
export interface AboutSeries {
  readonly communityId: string;
  readonly seriesId: string;
}

/** The series, if it is this community's. */
export async function seriesOf(context: CommandContext, about: AboutSeries): Promise<Series | undefined> {
  const series = await seriesById(context.db, about.seriesId);
  return series?.communityId === about.communityId ? series : undefined;
}

/** The gathering of its latest date, after whose manner the next one is made; whoever organises that one organises the series. */
export async function latestGathering(context: CommandContext, series: Series): Promise<Gathering | undefined> {
  const last = await lastAnnounced(context.db, series.id);
  return last === undefined ? undefined : gatheringById(context.db, last.gatheringId);
}

export type SeriesRefusal = StandingRefusal;

/** A series is organised by whoever organises its latest gathering. */
export async function mayOrganiseSeries(
  context: CommandContext,
  about: AboutSeries,
): Promise<SeriesRefusal | undefined> {
  return asOfLatest(context, about, mayOrganise);
}

/** As for one gathering: everybody whom the community does not keep out. */
export async function mayTakePartInSeries(
  context: CommandContext,
  about: AboutSeries,
): Promise<SeriesRefusal | undefined> {
  return asOfLatest(context, about, mayTakePart);
}

async function asOfLatest(
  context: CommandContext,
  about: AboutSeries,
  may: typeof mayOrganise,
): Promise<SeriesRefusal | undefined> {
  const series = await seriesOf(context, about);
  const latest = series && (await latestGathering(context, series));
  if (latest === undefined) return { kind: "not-found" };
  return may(context, { communityId: about.communityId, gatheringId: latest.id });
}
