import { z } from "zod";
import { serverChain } from "../../../kernel/activity-log/event.ts";
import type { Json } from "../../../kernel/base/canonical-json.ts";
import { accepted, type Result } from "../../../kernel/base/result.ts";
import { defineCommand, type CommandContext } from "../../../kernel/commands/command.ts";
import {
  counted,
  faultsWith,
  isTooMuch,
  originBounds,
  type DayCount,
  type Fault,
  type Origin,
} from "../../model/sharing/origin.ts";
import { readSharedChanges, type SharedChanges } from "../../model/sharing/shared-changes.ts";
import { originById, originsOfActor } from "../../store/sharing/origins.read.ts";
import { keepBehind, keepFault, keepHearing, keepUnread } from "../../store/sharing/origins.write.ts";
import { dropOrigin } from "./drop-origin.ts";
import { readJob } from "./leave-origin.ts";
import { mustNotBeAForm, type SharingRefusal } from "./sharing-guards.ts";
import { takeChanges } from "./take-changes.ts";

/** What came, as strict JSON, and how much it was. */
const cameIn = { content: z.string().max(2_000_000), octets: z.int().min(0) };

/** The feed is read again after so long, whether anything was sent meanwhile or not; sooner where it could not be read. */
const readAgainAfter = { usually: { hours: 6 }, unread: { hours: 1 } } as const;

/**
 * Another directory sends changes, by an activity that its actor signed. They count from where it was heard; what came before that is passed over,
 * and where something is missing in between, its feed is read.
 */
export const hearSentChanges = defineCommand({
  name: "directory/hear-sent-changes",
  input: z.object({ uri: z.url().max(2_000), after: z.int().min(0), ...cameIn }),
  chain: () => serverChain,
  authorise: mustNotBeAForm,
  async run(context, { uri, after, content, octets }): Promise<Result<null, SharingRefusal>> {
    const [origin] = await originsOfActor(context.db, uri, 1);
    if (origin?.state !== "followed") return accepted(null);
    const day = counted(origin.day, context.now, { changes: 0, octets });
    if (after > origin.upTo) {
      await keepBehind(context.db, origin.id, day);
      await readSoon(context, origin, isTooMuch(day) ? tomorrow(day) : context.now);
      return accepted(null);
    }
    await hear(context, origin, { content, octets, day, after, isWhole: false });
    return accepted(null);
  },
});

/** The program's: a part of the feed of another directory, read from where it was heard last. Where there is more, that is read next. */
export const hearReadChanges = defineCommand({
  name: "directory/hear-read-changes",
  input: z.object({ originId: z.string().min(1).max(64), after: z.int().min(0), ...cameIn }),
  chain: () => serverChain,
  authorise: mustNotBeAForm,
  async run(context, { originId, after, content, octets }): Promise<Result<null, SharingRefusal>> {
    const origin = await originById(context.db, originId);
    // What was sent meanwhile has been taken; what was read before that is read again.
    if (origin?.state !== "followed") return accepted(null);
    const day = counted(origin.day, context.now, { changes: 0, octets });
    if (after === origin.upTo) await hear(context, origin, { content, octets, day, after, isWhole: true });
    else await readSoon(context, origin, context.now);
    return accepted(null);
  },
});

/** The program's: the feed of another directory could not be read. It is tried again. */
export const noteUnread = defineCommand({
  name: "directory/note-unread-changes",
  input: z.object({ originId: z.string().min(1).max(64), why: z.enum(["away", "no-feed"]) }),
  chain: () => serverChain,
  authorise: mustNotBeAForm,
  async run(context, { originId, why }): Promise<Result<null, SharingRefusal>> {
    const origin = await originById(context.db, originId);
    if (origin?.state !== "followed") return accepted(null);
    await keepUnread(context.db, origin.id, why, context.now);
    await readSoon(context, origin, context.now.add(readAgainAfter.unread));
    return accepted(null);
  },
});

interface Coming {
  readonly content: string;
  readonly octets: number;
  readonly day: DayCount;
  /** After which number they begin. */
  readonly after: number;
  /** Whether it is a part of the feed, which says whether there is more. */
  readonly isWhole: boolean;
}

async function hear(context: CommandContext, origin: Origin, coming: Coming): Promise<void> {
  const { db, now } = context;
  const { host, actorUri } = origin;
  const { after, isWhole } = coming;
  const read = readSharedChanges(jsonIn(coming.content), { host, actorUri, after, now });
  if (typeof read === "string") {
    await noteFault(context, origin, coming.day, read);
    return;
  }
  // What was taken before is passed over, however often it comes.
  if (!isWhole && read.last <= origin.upTo) return;
  const fresh = read.changes.filter(({ number }) => number > origin.upTo);
  const day = counted(coming.day, now, { changes: fresh.length, octets: 0 });
  if (isTooMuch(day)) {
    await putOff(context, origin, coming);
    return;
  }
  const taken = await takeChanges(context, origin, fresh);
  await keepHearing(db, origin.id, {
    upTo: Math.max(origin.upTo, read.last),
    isBehind: isWhole ? read.hasMore : origin.isBehind,
    day,
    moreEntries: taken.entries,
    moreClaims: taken.claims,
    at: now,
  });
  if (isWhole) {
    await readSoon(context, origin, read.hasMore ? now : now.add(readAgainAfter.usually));
  }
  if (fresh.length > 0) {
    const payload = { originId: origin.id, changes: fresh.length, upTo: read.last };
    context.emit({ name: "directory-changes-heard", version: 1, payload });
  }
  const fault = faultIn(read, taken.passedOver);
  if (fault !== undefined) await noteFault(context, origin, day, fault);
}

/** What is read is read on when the day is over, since we asked for it; whoever sends more than is taken is at fault. */
async function putOff(context: CommandContext, origin: Origin, { day, isWhole }: Coming): Promise<void> {
  if (!isWhole) {
    await noteFault(context, origin, day, "too-much");
    return;
  }
  await keepBehind(context.db, origin.id, day);
  await readSoon(context, origin, tomorrow(day));
}

function tomorrow({ at }: DayCount): Temporal.Instant {
  return at.add({ hours: 24 });
}

function faultIn({ unreadable }: SharedChanges, passedOver: number): Fault | undefined {
  if (unreadable > 0) return "unreadable-claims";
  return passedOver > 0 ? "too-many-entries" : undefined;
}

/** What is wrong again and again ends the following. Else it is read again, later. */
async function noteFault(context: CommandContext, origin: Origin, day: DayCount, failure: Fault): Promise<void> {
  const { db, now } = context;
  const { faults, since } = faultsWith(origin, failure, now);
  // One that counted today already is noted with the first.
  if (faults === origin.faults) return;
  await keepFault(db, origin.id, { failure, faults, since, day, at: now });
  if (faults >= originBounds.faults) await dropOrigin(context, origin, "faulty");
  else if (failure !== "unreadable-claims" && failure !== "too-many-entries") {
    await readSoon(context, origin, now.add(readAgainAfter.usually));
  }
}

function readSoon(context: CommandContext, { id }: Origin, due: Temporal.Instant): Promise<void> {
  return context.schedule({ kind: readJob, key: id, due, payload: {} });
}

function jsonIn(content: string): Json {
  try {
    // JSON.parse gives JSON and nothing else.
    return JSON.parse(content) as Json;
  } catch {
    return null;
  }
}
