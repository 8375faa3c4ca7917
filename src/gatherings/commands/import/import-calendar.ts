import { z } from "zod";
import { isMember, type Community } from "../../../communities/index.ts";
import { accepted, refused, type AnyRefusal, type Result } from "../../../kernel/base/result.ts";
import { defineCommand, type CommandContext } from "../../../kernel/commands/command.ts";
import type { CalendarRefusal } from "../../../kernel/recurrence/calendar-text.ts";
import { seriesById } from "../../store/series/series.read.ts";
import { insertDate } from "../../store/series/series.write.ts";
import { insertImported } from "../../store/imported/imported.write.ts";
import { suggestedHandles } from "../../model/suggested-handles.ts";
import { dateHandles } from "../../model/series/date-handle.ts";
import { announceGathering } from "../announce-gathering.ts";
import { editGathering } from "../edit-gathering.ts";
import { communityInput, zoneInput } from "../inputs.ts";
import { freeHandle } from "../series/free-handle.ts";
import { makeSeries } from "../series/make-series.ts";
import { scheduleNext } from "../series/next-date.ts";
import { setSessions } from "../set-sessions.ts";
import { actingPerson } from "../standing.ts";
import { mostImported, understandCalendar, type UnderstoodEvent } from "./understand-calendar.ts";

export type ImportRefusal =
  | CalendarRefusal
  | { readonly kind: "sign-in-needed" }
  | { readonly kind: "only-members" }
  | { readonly kind: "nothing-to-import" };

/**
 * Announces gatherings as a calendar tells of them: each with its date, one that recurs as the first of a series without the dates that the
 * calendar leaves out. Whoever imports organises them. What was taken over before is known by its UID and not announced again.
 *
 * Refuses what reading the calendar refuses, and `nothing-to-import` where none of the chosen events can be taken.
 */
export const importCalendar = defineCommand({
  name: "gatherings/import-calendar",
  input: z.object({
    communityId: communityInput,
    text: z.string(),
    /** Which events of the calendar. */
    keys: z.array(z.string().max(10)).max(mostImported),
    /** In which language the gatherings are held. */
    language: z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, "unknown-language"),
    /** For times that name no zone. */
    zone: zoneInput,
    /** Why a date of a series is left out, for whoever looks. */
    reason: z.string().trim().min(1).max(200),
  }),
  chain: (input) => input.communityId,
  async authorise(context, input): Promise<ImportRefusal | undefined> {
    const person = actingPerson(context);
    if (person === undefined) return { kind: "sign-in-needed" };
    const communityId = input.communityId as Community["id"];
    return (await isMember(context.db, communityId, person)) ? undefined : { kind: "only-members" };
  },
  async run(context, input): Promise<Result<{ readonly gatheringIds: readonly string[] }, ImportRefusal>> {
    const understood = await understandCalendar(
      context.db,
      { id: input.communityId as Community["id"], zone: input.zone },
      input.text,
      context.now,
    );
    if (!understood.ok) return understood;
    const chosen = understood.value.events.filter(({ key }) => input.keys.includes(key));
    if (chosen.length === 0) return refused({ kind: "nothing-to-import" });
    const gatheringIds: string[] = [];
    for (const event of chosen) gatheringIds.push(await announce(context, input, event));
    return accepted({ gatheringIds });
  },
});

interface ImportInput {
  readonly communityId: string;
  readonly language: string;
  readonly reason: string;
}

async function announce(context: CommandContext, input: ImportInput, event: UnderstoodEvent): Promise<string> {
  const { communityId, language } = input;
  const { title, purpose, description, place, time } = event;
  const handle = await freeHandle(context, handlesFor(event));
  const words = { communityId, title, purpose, description, language };
  const { gatheringId } = done(await context.execute(announceGathering, { ...words, handle, zone: time.zone }));
  const about = { communityId, gatheringId };
  if (place !== "") done(await context.execute(editGathering, { ...words, ...about, place, audienceCapacity: 0 }));
  await setSessions(context, about, [{ id: context.ids.next<"session">(), time }], "");
  if (event.rule !== undefined) await repeat(context, input, gatheringId, event, event.rule);
  if (event.mark !== "") await insertImported(context.db, { communityId, mark: event.mark, gatheringId });
  return gatheringId;
}

async function repeat(
  context: CommandContext,
  { communityId, reason }: ImportInput,
  gatheringId: string,
  { leftOut }: UnderstoodEvent,
  rule: string,
): Promise<void> {
  const { seriesId } = done(await context.execute(makeSeries, { communityId, gatheringId, rule }));
  const series = await seriesById(context.db, seriesId);
  if (series === undefined || leftOut.length === 0) return;
  for (const date of leftOut) {
    await insertDate(context.db, series.id, { date, gatheringId: undefined, reason });
    context.emit({ name: "series-date-left-out", version: 1, payload: { series: series.id, date: date.toString() } });
  }
  await scheduleNext(context, series);
}

/** The title's own handle if nobody has it, else one with the day behind it. */
function handlesFor({ title, time }: UnderstoodEvent): readonly string[] {
  const [base = "gathering", ...numbered] = suggestedHandles(title);
  return [base, ...dateHandles(base, time.start.toPlainDate()), ...numbered];
}

/** What was understood is within every bound; if a part is refused all the same, nothing is announced. */
function done<Value>(result: Result<Value, AnyRefusal>): Value {
  if (result.ok) return result.value;
  throw new Error(`an imported gathering was refused: ${result.refusal.kind}`);
}
