import { z } from "zod";
import { accepted, refused, type Result } from "../../kernel/base/result.ts";
import { defineCommand, type CommandContext } from "../../kernel/commands/command.ts";
import { applyRsvp } from "../model/apply-rsvp.ts";
import type { PersonId } from "../model/gathering.ts";
import { largestParty, type RsvpAnswer, type RsvpRefusal, type RsvpStanding } from "../model/rsvp.ts";
import type { Gathering } from "../store/gatherings.read.ts";
import { rsvpsOf, sessionsOf, type HeldSession } from "../store/sessions.read.ts";
import { communityInput, gatheringInput } from "./inputs.ts";
import { joinInterestList } from "./join-interest-list.ts";
import { keepChange, rulesOf } from "./rsvp-list.ts";
import { talliesChanged } from "./send-tallies.ts";
import { actingPerson, gatheringOf, mayTakePart, type StandingRefusal } from "./standing.ts";

/** Where the answer stands at each session it was for. */
export interface RsvpAnswered {
  readonly [name: string]: string | readonly { readonly [name: string]: string }[];
  readonly sessions: readonly { readonly session: string; readonly standing: RsvpStanding }[];
}

export type AnswerRsvpRefusal =
  | StandingRefusal
  | RsvpRefusalAsJson
  | { readonly kind: "no-date-yet" }
  | { readonly kind: "gathering-cancelled" };

/** A refusal of the rules, its instants as text. */
export type RsvpRefusalAsJson =
  | Exclude<RsvpRefusal, { readonly kind: "rsvp-closed" }>
  | { readonly kind: "rsvp-closed"; readonly startedAt: string };

/**
 * A person's RSVP: going, maybe, not going, or an audience seat, for one session or for all that have not begun.
 *
 * Whoever answers is on the interest list from then on, and so hears of changes. An answer that cannot be taken for one of the
 * sessions is taken for none.
 */
export const answerRsvp = defineCommand({
  name: "gatherings/answer-rsvp",
  input: z.object({
    communityId: communityInput,
    gatheringId: gatheringInput,
    /** Empty for all sessions that have not begun. */
    sessionId: z.string().max(64).default(""),
    answer: z.enum(["going", "maybe", "not-going", "audience"]),
    people: z.coerce.number().int().min(1).max(largestParty).default(1),
  }),
  chain: (input) => input.communityId,
  authorise: mayTakePart,
  async run(context, input): Promise<Result<RsvpAnswered, AnswerRsvpRefusal>> {
    const person = actingPerson(context);
    const gathering = await gatheringOf(context, input);
    if (person === undefined || gathering === undefined) return refused({ kind: "not-found" });
    const asked = sessionsAsked(await sessionsOf(context.db, gathering.id), input.sessionId, context.arrivedAt);
    if (!asked.ok) return asked;
    const standings: { session: string; standing: RsvpStanding }[] = [];
    for (const session of asked.value) {
      const answered = await answerSession(context, gathering, session, {
        person,
        answer: input.answer,
        people: input.people,
      });
      if (!answered.ok) return answered;
      standings.push({ session: session.id, standing: answered.value });
    }
    if (input.answer !== "not-going") await context.execute(joinInterestList, input);
    return accepted({ sessions: standings });
  },
});

function sessionsAsked(
  sessions: readonly HeldSession[],
  sessionId: string,
  now: Temporal.Instant,
): Result<readonly HeldSession[], AnswerRsvpRefusal> {
  if (sessions.length === 0) return refused({ kind: "no-date-yet" });
  const asked = sessionId === "" ? sessions : sessions.filter((session) => session.id === sessionId);
  if (asked.length === 0) return refused({ kind: "not-found" });
  const standing = asked.filter((session) => session.cancelledAt === undefined);
  if (standing.length === 0) return refused({ kind: "gathering-cancelled" });
  const ahead = standing.filter((session) => Temporal.Instant.compare(session.startsAt, now) > 0);
  const last = standing.at(-1);
  if (ahead.length === 0 && last !== undefined)
    return refused({ kind: "rsvp-closed", startedAt: last.startsAt.toString() });
  return accepted(ahead);
}

/** Takes a person's answer to one session, for a command that has made sure that it is theirs. */
export async function answerSession(
  context: CommandContext,
  gathering: Gathering,
  session: HeldSession,
  said: { readonly person: PersonId; readonly answer: RsvpAnswer; readonly people: number },
): Promise<Result<RsvpStanding, RsvpRefusalAsJson>> {
  const list = await rsvpsOf(context.db, session.id);
  const arrival = 1 + list.reduce((latest, entry) => Math.max(latest, entry.arrival), 0);
  const request = { ...said, eligibility: "any", arrival, receivedAt: context.arrivedAt } as const;
  const change = applyRsvp(list, rulesOf(gathering, session), request);
  if (!change.ok) return refused(asJson(change.refusal));
  await keepChange(context, session, list, change.value);
  if (change.value.notices.length > 0) {
    const { id: gatheringId, communityId } = gathering;
    await talliesChanged(context, { communityId, gatheringId }, { session: session.id });
  }
  return accepted(change.value.list.find((entry) => entry.person === said.person)?.standing ?? "noted");
}

function asJson(refusal: RsvpRefusal): RsvpRefusalAsJson {
  return refusal.kind === "rsvp-closed" ? { kind: refusal.kind, startedAt: refusal.startedAt.toString() } : refusal;
}
