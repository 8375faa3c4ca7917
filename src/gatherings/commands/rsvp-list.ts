import type { CommandContext } from "../../kernel/commands/command.ts";
import { promoteWaiting } from "../model/apply-rsvp.ts";
import type { RsvpChange, RsvpList, RsvpNotice, RsvpRules } from "../model/rsvp.ts";
import type { Gathering } from "../store/gatherings.read.ts";
import { seatingOf } from "../store/seats/seats.read.ts";
import { rsvpsOf, type HeldSession } from "../store/sessions.read.ts";
import { writeRsvps } from "../store/sessions.write.ts";

/** What of a gathering its seats are made of. */
export type SeatedGathering = Pick<Gathering, "id" | "capacity" | "audienceCapacity">;

/** The rules by which a session takes RSVPs. */
export async function rulesOf(
  context: CommandContext,
  gathering: SeatedGathering,
  session: HeldSession,
): Promise<RsvpRules> {
  return { seats: (await seatingOf(context.db, gathering)).seats, startsAt: session.startsAt };
}

/** Writes what changed of a session's list, and tells of each notice as an event, the answer itself first. */
export async function keepChange(
  context: CommandContext,
  session: HeldSession,
  before: RsvpList,
  change: RsvpChange,
): Promise<void> {
  const unchanged = new Set(before);
  await writeRsvps(
    context.db,
    session.id,
    change.list.filter((entry) => !unchanged.has(entry)),
    context.now,
  );
  for (const notice of change.notices) context.emit(rsvpEvent(context, session, notice));
}

/** Promotes whoever the places free now reach; nothing happens when nobody waits. */
export async function promoteAfterChange(
  context: CommandContext,
  gathering: SeatedGathering,
  session: HeldSession,
): Promise<void> {
  const list = await rsvpsOf(context.db, session.id);
  const change = promoteWaiting(list, await rulesOf(context, gathering, session));
  if (change.notices.length > 0) await keepChange(context, session, list, change);
}

function rsvpEvent(context: CommandContext, session: HeldSession, notice: RsvpNotice) {
  const { kind, ...told } = notice;
  const where = { gathering: session.gatheringId, session: session.id, via: context.origin.from };
  return { name: `rsvp-${kind}`, version: 1, payload: { ...where, ...told } };
}
