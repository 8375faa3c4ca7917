import { z } from "zod";
import { accepted, refused, type Result } from "../../../kernel/base/result.ts";
import { defineCommand } from "../../../kernel/commands/command.ts";
import { readRecurrence, type RecurrenceRefusal } from "../../../kernel/recurrence/recurrence.ts";
import { announceDays, mostOtherTimes, type Series, type SeriesId } from "../../model/series/series.ts";
import { seriesOfGathering } from "../../store/series/series.read.ts";
import { insertDate, insertSeries } from "../../store/series/series.write.ts";
import { sessionsOf } from "../../store/sessions.read.ts";
import { communityInput, gatheringInput } from "../inputs.ts";
import { gatheringOf, mayOrganise, type StandingRefusal } from "../standing.ts";
import { scheduleNext } from "./next-date.ts";

type Refusal =
  | StandingRefusal
  | RecurrenceRefusal
  | { readonly kind: "no-date-yet" }
  | { readonly kind: "one-of-a-series" };

const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "not-a-time-of-day");

/**
 * Makes a gathering the first of a series. From then on the program announces each next one, so many days ahead, after the manner of the
 * one before; its date is derived from the rule and typed by nobody.
 *
 * Refuses `no-date-yet`, `one-of-a-series` for a gathering that is one already, and what reading the rule refuses.
 */
export const makeSeries = defineCommand({
  name: "gatherings/make-series",
  input: z.object({
    communityId: communityInput,
    gatheringId: gatheringInput,
    /** The value of an RRULE. */
    rule: z.string().trim().min(1).max(200),
    otherTimes: z.array(timeOfDay).max(mostOtherTimes).default([]),
    announceDays: z.coerce.number().int().min(announceDays.least).max(announceDays.most).default(announceDays.usual),
  }),
  chain: (input) => input.communityId,
  authorise: mayOrganise,
  async run(context, input): Promise<Result<{ readonly seriesId: SeriesId }, Refusal>> {
    const gathering = await gatheringOf(context, input);
    if (gathering === undefined) return refused({ kind: "not-found" });
    if ((await seriesOfGathering(context.db, gathering.id)) !== undefined) return refused({ kind: "one-of-a-series" });
    const sessions = await sessionsOf(context.db, gathering.id);
    const [first] = sessions.filter(({ cancelledAt }) => cancelledAt === undefined);
    if (first === undefined) return refused({ kind: "no-date-yet" });
    const { start, zone, lengthMinutes } = first.time;
    const recurrence = readRecurrence(input.rule, start, zone);
    if (!recurrence.ok) return recurrence;
    const series: Series = {
      id: context.ids.next<"series">(),
      communityId: gathering.communityId,
      rule: recurrence.value.rule,
      start: recurrence.value.start,
      zone,
      lengthMinutes,
      otherTimes: [...new Set(input.otherTimes)].filter((time) => !start.toPlainTime().equals(time)),
      announceDays: input.announceDays,
      debt: new Map(),
      endedAt: undefined,
    };
    await insertSeries(context.db, series, context.now);
    await insertDate(context.db, series.id, { date: start, gatheringId: gathering.id, reason: "" });
    context.emit({ name: "series-made", version: 1, payload: { series: series.id, gathering: gathering.id } });
    await scheduleNext(context, series);
    return accepted({ seriesId: series.id });
  },
});
