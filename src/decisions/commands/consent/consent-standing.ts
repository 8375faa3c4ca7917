import { isSteward } from "../../../communities/index.ts";
import { accepted, refused, type Result } from "../../../kernel/base/result.ts";
import type { CommandContext } from "../../../kernel/commands/command.ts";
import type { ConsentState } from "../../model/consent/states.ts";
import type { Speaker } from "../../model/consent/speaker.ts";
import type { PersonId } from "../../model/thread.ts";
import { consentById, type Consent } from "../../store/consent/consents.read.ts";
import { notOnTheList, type NotOnTheListRefusal } from "../proposals/give-stance.ts";
import { actingPerson, keptOut, type StandingRefusal } from "../standing.ts";
import { proceed } from "./proceed.ts";
import { speakerOn } from "./speakers.ts";

/** The input of every command about one consent process. */
export interface AboutConsent {
  readonly communityId: string;
  readonly consentId: string;
}

/** Why an act of a consent process is refused, besides what standing refuses. */
export type ConsentRefusal =
  | StandingRefusal
  /** What is asked now is something else. */
  | { readonly kind: "consent-not-now" }
  | NotOnTheListRefusal
  | { readonly kind: "only-facilitators" }
  | { readonly kind: "only-the-author" };

/** The process, if it is this community's. */
export async function consentOf(context: CommandContext, about: AboutConsent): Promise<Consent | undefined> {
  const consent = await consentById(context.db, about.consentId);
  return consent?.communityId === about.communityId ? consent : undefined;
}

/** Taking part is for people who are not kept out; whether they are on the list, the command itself asks. */
export async function mayTakePart(context: CommandContext, about: AboutConsent): Promise<StandingRefusal | undefined> {
  const person = actingPerson(context);
  if (person === undefined) return { kind: "sign-in-needed" };
  if ((await consentOf(context, about)) === undefined) return { kind: "not-found" };
  return keptOut(context, about.communityId, person);
}

/** Whose proposal it is. */
export async function mustBeAuthor(context: CommandContext, about: AboutConsent): Promise<ConsentRefusal | undefined> {
  const refusal = await mayTakePart(context, about);
  if (refusal !== undefined) return refusal;
  const consent = await consentOf(context, about);
  return consent?.authorId === actingPerson(context) ? undefined : { kind: "only-the-author" };
}

/** Stewards facilitate: they open and close rounds, and decide nothing. */
export async function mustFacilitate(
  context: CommandContext,
  about: AboutConsent,
): Promise<ConsentRefusal | undefined> {
  const refusal = await mayTakePart(context, about);
  if (refusal !== undefined) return refusal;
  const person = actingPerson(context) ?? "";
  return (await isSteward(context.db, about.communityId, person)) ? undefined : { kind: "only-facilitators" };
}

/** Whoever put it forward, and those who facilitate. */
export async function mayTendConsent(
  context: CommandContext,
  about: AboutConsent,
): Promise<ConsentRefusal | undefined> {
  const refusal = await mustBeAuthor(context, about);
  if (refusal?.kind !== "only-the-author") return refusal;
  const other = await mustFacilitate(context, about);
  return other?.kind === "only-facilitators" ? { kind: "not-the-author" } : other;
}

/** A draft is its author's; one that changes a decision is anybody's who facilitates, since its author may be gone. */
export async function mayEditDraft(context: CommandContext, about: AboutConsent): Promise<ConsentRefusal | undefined> {
  const consent = await consentOf(context, about);
  return consent?.supersedes === undefined ? mustBeAuthor(context, about) : mayTendConsent(context, about);
}

/** A process in one of some states, and who acts. */
export interface ActingIn {
  readonly consent: Consent;
  readonly person: PersonId;
}

/**
 * The process in one of these states, brought up to when the act arrived: a late clock opens no round again. Refuses
 * `consent-not-now`.
 */
export async function actingIn(
  context: CommandContext,
  about: AboutConsent,
  states: readonly ConsentState[],
): Promise<Result<ActingIn, ConsentRefusal>> {
  const known = await consentOf(context, about);
  const person = actingPerson(context);
  if (known === undefined || person === undefined) return refused({ kind: "not-found" });
  const consent = await proceed(context, known.id, context.arrivedAt);
  return states.includes(consent.state) ? accepted({ consent, person }) : refused({ kind: "consent-not-now" });
}

/** A process in one of some states, and who answers in it, for whom. */
export interface SpeakingIn extends ActingIn {
  readonly speaker: Speaker;
}

/** As {@link actingIn}, for somebody on the frozen list, or who speaks for an organisation on it. Refuses `not-on-the-list` too. */
export async function electorIn(
  context: CommandContext,
  about: AboutConsent,
  states: readonly ConsentState[],
): Promise<Result<SpeakingIn, ConsentRefusal>> {
  const acting = await actingIn(context, about, states);
  if (!acting.ok) return acting;
  const { consent, person } = acting.value;
  const list = { communityId: consent.communityId, listId: consent.id };
  const speaker = await speakerOn(context.db, list, person, context.arrivedAt);
  if (speaker !== undefined) return accepted({ ...acting.value, speaker });
  return refused(await notOnTheList(context, consent.communityId, consent.id, person));
}
