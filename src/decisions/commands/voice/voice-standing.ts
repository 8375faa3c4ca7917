import { isMember, isSteward } from "../../../communities/index.ts";
import type { CommandContext } from "../../../kernel/commands/command.ts";
import { methodOf } from "../../methods/registry.ts";
import type { PersonId } from "../../model/thread.ts";
import type { Proposal } from "../../store/proposals/proposals.read.ts";
import { handedById, type Handed } from "../../store/voice/handed.read.ts";
import { actingPerson, type StandingRefusal } from "../standing.ts";

/** The input of every command about one voice. */
export interface AboutVoice {
  readonly communityId: string;
  readonly voiceId: string;
}

/** Whether somebody can be spoken for on a proposal: in no secret vote, and not where each is asked for themselves. */
export function canBeSpokenFor(proposal: Pick<Proposal, "secrecy" | "method">): boolean {
  return proposal.secrecy !== "secret" && methodOf(proposal).rules.asksEachAlone !== true;
}

/** The voice, if it is of this community and has not ended. */
export async function voiceOf(context: CommandContext, about: AboutVoice): Promise<Handed | undefined> {
  const voice = await handedById(context.db, about.voiceId);
  if (voice?.communityId !== about.communityId) return undefined;
  return Temporal.Instant.compare(voice.endsAt, context.now) > 0 ? voice : undefined;
}

/** Acting under one's own name; whether a voice is one's own, the command itself asks. Whoever has left can still let go of one. */
export async function mustBeSomebody(context: CommandContext): Promise<StandingRefusal | undefined> {
  return actingPerson(context) === undefined ? { kind: "sign-in-needed" } : undefined;
}

/** What a community's stewards alone do. */
export async function mustTendCommunity(
  context: CommandContext,
  about: { readonly communityId: string },
): Promise<StandingRefusal | { readonly kind: "only-stewards" } | undefined> {
  const person = actingPerson(context);
  if (person === undefined) return { kind: "sign-in-needed" };
  return (await isSteward(context.db, about.communityId, person)) ? undefined : { kind: "only-stewards" };
}

/** Whether both belong to the community, so that one can speak for the other. */
export async function areMembers(
  context: CommandContext,
  communityId: string,
  people: readonly [PersonId, PersonId],
): Promise<boolean> {
  const [one, other] = people;
  return (await isMember(context.db, communityId, one)) && (await isMember(context.db, communityId, other));
}
