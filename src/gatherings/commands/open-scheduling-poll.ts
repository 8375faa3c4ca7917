import { z } from "zod";
import { accepted, refused, type Result } from "../../kernel/base/result.ts";
import { defineCommand, type CommandContext } from "../../kernel/commands/command.ts";
import { moveGathering, type GatheringCannotMove } from "../model/gathering.ts";
import { answerReminderAt } from "../model/reminders.ts";
import {
  readSessionTime,
  sessionMinutes,
  startOf,
  type SessionTime,
  type SessionTimeRefusal,
} from "../model/session.ts";
import { mostSlots, slotTimesInOrder, type SlotsRefusal } from "../model/slots.ts";
import { updateState } from "../store/gatherings.write.ts";
import { insertPoll } from "../store/polls.write.ts";
import type { SchedulingPoll } from "../store/polls.read.ts";
import { communityInput, gatheringInput, zoneInput } from "./inputs.ts";
import { gatheringOf, mayOrganise, type StandingRefusal } from "./standing.ts";

/** A scheduling poll that would close at once, or after the first of its slots. */
export type ClosingRefusal =
  | { readonly kind: "closing-too-soon"; readonly leastMinutes: number }
  | { readonly kind: "closing-after-first-slot" };

export type OpenPollRefusal =
  | StandingRefusal
  | SessionTimeRefusal
  | SlotsRefusal
  | GatheringCannotMove
  | ClosingRefusal;

/** Mastodon's own shortest poll; anything shorter is over before it has travelled. */
const leastOpenMinutes = 5;

/**
 * Asks when to meet: opens a scheduling poll over slots given as wall-clock times of one zone.
 *
 * `nativeLabels` holds, by start, the option text of each slot that the native poll lists, and `noneLabel` that of its last option, for
 * whoever can come at none of them; texts never change once sent. The reminder to those who have not answered goes out after three days or halfway. Asking anew closes the poll before.
 */
export const openSchedulingPoll = defineCommand({
  name: "gatherings/open-scheduling-poll",
  input: z.object({
    communityId: communityInput,
    gatheringId: gatheringInput,
    zone: zoneInput,
    lengthMinutes: z.coerce.number().int().min(sessionMinutes.least).max(sessionMinutes.most),
    starts: z.array(z.string().max(19)).min(1).max(mostSlots),
    nativeLabels: z.record(z.string().max(19), z.string().min(1).max(60)).default({}),
    noneLabel: z.string().min(1).max(60).optional(),
    closesAt: z.iso.datetime({ offset: true }),
  }),
  chain: (input) => input.communityId,
  authorise: mayOrganise,
  async run(context, input): Promise<Result<{ readonly pollId: string }, OpenPollRefusal>> {
    const gathering = await gatheringOf(context, input);
    if (gathering === undefined) return refused({ kind: "not-found" });
    const moved = moveGathering(gathering.state === "asking-when" ? "idea" : gathering.state, "asking-when");
    if (!moved.ok) return moved;
    const times = readTimes(input, context.now);
    if (!times.ok) return times;
    const closesAt = Temporal.Instant.from(input.closesAt);
    const closing = closingRefusal(closesAt, times.value, context.now);
    if (closing !== undefined) return refused(closing);
    const poll = pollFrom(context, gathering.id, times.value, input, closesAt);
    await insertPoll(context.db, poll);
    await updateState(context.db, gathering.id, moved.value, "", context.now);
    await scheduleClosing(context, input.communityId, poll);
    context.emit({ name: "scheduling-poll-opened", version: 1, payload: { gathering: gathering.id, poll: poll.id } });
    return accepted({ pollId: poll.id });
  },
});

interface TimesInput {
  readonly starts: readonly string[];
  readonly zone: string;
  readonly lengthMinutes: number;
}

function readTimes(
  input: TimesInput,
  now: Temporal.Instant,
): Result<readonly SessionTime[], SessionTimeRefusal | SlotsRefusal> {
  const times: SessionTime[] = [];
  for (const start of input.starts) {
    const time = readSessionTime(start, input.zone, input.lengthMinutes);
    if (!time.ok) return time;
    times.push(time.value);
  }
  return slotTimesInOrder(times, now);
}

function closingRefusal(
  closesAt: Temporal.Instant,
  times: readonly SessionTime[],
  now: Temporal.Instant,
): ClosingRefusal | undefined {
  if (Temporal.Instant.compare(closesAt, now.add({ minutes: leastOpenMinutes })) < 0) {
    return { kind: "closing-too-soon", leastMinutes: leastOpenMinutes };
  }
  const [first] = times;
  const isLate = first !== undefined && Temporal.Instant.compare(closesAt, startOf(first)) > 0;
  return isLate ? { kind: "closing-after-first-slot" } : undefined;
}

interface NativeTexts {
  readonly nativeLabels: Readonly<Record<string, string>>;
  readonly noneLabel?: string | undefined;
}

function pollFrom(
  context: CommandContext,
  gatheringId: SchedulingPoll["gatheringId"],
  times: readonly SessionTime[],
  { nativeLabels, noneLabel }: NativeTexts,
  closesAt: Temporal.Instant,
): SchedulingPoll {
  const slots = times.map((time) => ({
    id: context.ids.next<"slot">(),
    start: time.start,
    nativeLabel: nativeLabels[time.start.toString({ smallestUnit: "minute" })],
  }));
  const [first] = times;
  return {
    id: context.ids.next<"scheduling-poll">(),
    gatheringId,
    lengthMinutes: first?.lengthMinutes ?? 0,
    zone: first?.zone ?? "UTC",
    openedAt: context.now,
    closesAt,
    closedAt: undefined,
    noneLabel,
    slots,
  };
}

async function scheduleClosing(context: CommandContext, communityId: string, poll: SchedulingPoll): Promise<void> {
  const payload = { communityId, gatheringId: poll.gatheringId, pollId: poll.id };
  const reminder = answerReminderAt(poll.openedAt, poll.closesAt);
  await context.schedule({
    kind: "gatherings/close-scheduling-poll",
    key: poll.gatheringId,
    due: poll.closesAt,
    payload,
  });
  await context.schedule({ kind: "gatherings/remind-to-answer", key: poll.gatheringId, due: reminder, payload });
}
