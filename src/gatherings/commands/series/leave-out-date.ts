import { z } from "zod";
import { accepted, refused, type Result } from "../../../kernel/base/result.ts";
import { defineCommand } from "../../../kernel/commands/command.ts";
import { timesFrom } from "../../../kernel/recurrence/recurrence.ts";
import { datesSince } from "../../store/series/series.read.ts";
import { insertDate } from "../../store/series/series.write.ts";
import { communityInput, reasonInput } from "../inputs.ts";
import { scheduleNext } from "./next-date.ts";
import { mayOrganiseSeries, seriesOf, type SeriesRefusal } from "./series-standing.ts";

/** How many dates ahead one may be left out. */
const MOST_AHEAD = 60;

type Refusal =
  | SeriesRefusal
  | { readonly kind: "no-date-of-series"; readonly date: string }
  | { readonly kind: "date-announced"; readonly date: string };

/**
 * Leaves one date of a series out, with the reason; the one after comes as the rule says. A date whose gathering is announced already is
 * called off on that gathering's page, so that everyone hears of it.
 *
 * Refuses `no-date-of-series` for a time that the rule does not give, and `date-announced`.
 */
export const leaveOutDate = defineCommand({
  name: "gatherings/leave-out-date",
  input: z.object({
    communityId: communityInput,
    seriesId: z.string().max(64),
    /** As the rule gives it: `2027-03-18T19:00:00`. */
    date: z.string().max(19),
    reason: reasonInput,
  }),
  chain: (input) => input.communityId,
  authorise: mayOrganiseSeries,
  async run(context, input): Promise<Result<{ readonly date: string }, Refusal>> {
    const series = await seriesOf(context, input);
    if (series === undefined) return refused({ kind: "not-found" });
    const today = context.now.toZonedDateTimeISO(series.zone).toPlainDateTime();
    const ahead = timesFrom({ rule: series.rule, start: series.start, except: [] }, today, MOST_AHEAD);
    const date = ahead.find((one) => one.toString() === input.date);
    if (date === undefined) return refused({ kind: "no-date-of-series", date: input.date });
    const given = (await datesSince(context.db, series.id, date)).some((one) => one.date.equals(date));
    if (given) return refused({ kind: "date-announced", date: input.date });
    await insertDate(context.db, series.id, { date, gatheringId: undefined, reason: input.reason });
    context.emit({ name: "series-date-left-out", version: 1, payload: { series: series.id, date: input.date } });
    await scheduleNext(context, series);
    return accepted({ date: input.date });
  },
});
