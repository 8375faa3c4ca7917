import type { CommandContext } from "../../../kernel/commands/command.ts";
import { timesFrom } from "../../../kernel/recurrence/recurrence.ts";
import { announcementOf, timesInQuestion, type Series } from "../../model/series/series.ts";
import { startOf } from "../../model/session.ts";
import { datesSince } from "../../store/series/series.read.ts";
import { markSeriesEnded } from "../../store/series/series.write.ts";

/** The kind of the job that announces the gathering of the next date. */
export const announceNextJob = "gatherings/announce-next";

/** The next date that is neither announced nor left out, and of which every time in question is still to come. */
export async function nextDateOf(context: CommandContext, series: Series): Promise<Temporal.PlainDateTime | undefined> {
  const today = context.now.toZonedDateTimeISO(series.zone).toPlainDate().toPlainDateTime();
  const given = await datesSince(context.db, series.id, today);
  const recurrence = { rule: series.rule, start: series.start, except: given.map(({ date }) => date) };
  return timesFrom(recurrence, today, 2).find((date) =>
    timesInQuestion(series, date).every((time) => Temporal.Instant.compare(startOf(time), context.now) > 0),
  );
}

/** Writes down when the next date is announced; a series that has none any more is over. */
export async function scheduleNext(context: CommandContext, series: Series): Promise<void> {
  const date = await nextDateOf(context, series);
  if (date === undefined) return end(context, series);
  const wanted = announcementOf(series, date);
  const due = Temporal.Instant.compare(wanted, context.now) < 0 ? context.now : wanted;
  const payload = { communityId: series.communityId, seriesId: series.id };
  await context.schedule({ kind: announceNextJob, key: series.id, due, payload });
}

/** Ends a series; what is announced stays announced. */
export async function end(context: CommandContext, series: Series): Promise<void> {
  await markSeriesEnded(context.db, series.id, context.now);
  await context.unschedule(announceNextJob, series.id);
  context.emit({ name: "series-ended", version: 1, payload: { series: series.id } });
}
