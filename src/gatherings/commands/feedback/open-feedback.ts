import { accepted, refused, type Result } from "../../../kernel/base/result.ts";
import type { CommandContext } from "../../../kernel/commands/command.ts";
import { feedbackBounds, takesFeedback, type FeedbackKind } from "../../model/feedback/feedback.ts";
import type { PersonId } from "../../model/gathering.ts";
import { endOf } from "../../model/session.ts";
import { keepFeedback } from "../../store/feedback/feedback.write.ts";
import type { Gathering } from "../../store/gatherings.read.ts";
import { sessionsOf, type HeldSession } from "../../store/sessions.read.ts";
import { readsDraft } from "../notes/participants.ts";
import { actingPerson, gatheringOf, mayOrganise, type AboutGathering, type StandingRefusal } from "../standing.ts";

export type FeedbackRefusal =
  | StandingRefusal
  | { readonly kind: "only-participants" }
  | { readonly kind: "feedback-closed" };

/** A gathering that takes feedback, and who gives it. */
export interface OpenFeedback {
  readonly gathering: Gathering;
  readonly person: PersonId;
  readonly sessions: readonly HeldSession[];
}

/** The job by which the clock forgets who said what; its key is the gathering's id. */
export const forgetFeedbackWritersJob = "gatherings/forget-feedback-writers";

/** The gathering, if this person may say how it was, now; else what standing refuses, `only-participants` or `feedback-closed`. */
export async function openFeedback(
  context: CommandContext,
  about: AboutGathering,
): Promise<Result<OpenFeedback, FeedbackRefusal>> {
  const person = actingPerson(context);
  if (person === undefined) return refused({ kind: "sign-in-needed" });
  const gathering = await gatheringOf(context, about);
  if (gathering === undefined) return refused({ kind: "not-found" });
  const organises = (await mayOrganise(context, about)) === undefined;
  if (!(await readsDraft(context.db, gathering, { personId: person, organises })))
    return refused({ kind: "only-participants" });
  const sessions = (await sessionsOf(context.db, gathering.id)).filter(({ cancelledAt }) => cancelledAt === undefined);
  if (!takesFeedback(gathering.state, sessions[0]?.startsAt, context.arrivedAt))
    return refused({ kind: "feedback-closed" });
  return accepted({ gathering, person, sessions });
}

/** Keeps what somebody says, and sees to it that it is forgotten whose words they are. */
export async function takeFeedback(
  context: CommandContext,
  { gathering, person, sessions }: OpenFeedback,
  said: Readonly<Record<FeedbackKind, string>>,
): Promise<void> {
  for (const kind of ["plus", "delta"] as const) {
    const id = context.ids.unordered<"feedback">();
    const text = said[kind].slice(0, feedbackBounds.mostCharacters);
    await keepFeedback(context.db, { id, gatheringId: gathering.id, personId: person, kind, text });
  }
  const days = { hours: 24 * feedbackBounds.daysWithNames };
  const last = sessions.at(-1);
  const fromEnd = last === undefined ? context.now.add(days) : endOf(last.time).add(days);
  const due = Temporal.Instant.compare(fromEnd, context.now) > 0 ? fromEnd : context.now.add(days);
  const payload = { communityId: gathering.communityId, gatheringId: gathering.id };
  await context.schedule({ kind: forgetFeedbackWritersJob, key: gathering.id, due, payload });
  // The event names nobody: the order of events would tell whose words came when.
  context.emit({ name: "feedback-given", version: 1, payload: { gathering: gathering.id, via: context.origin.from } });
}
