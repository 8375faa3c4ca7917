import { describePerson } from "../../accounts/index.ts";
import { isBlocked, isMember, isSteward } from "../../communities/index.ts";
import type { CommandContext } from "../../kernel/commands/command.ts";
import type { PersonId } from "../model/thread.ts";
import { proposalById, type Proposal } from "../store/proposals/proposals.read.ts";
import { threadById, type Thread } from "../store/threads/threads.read.ts";

/** Who a command is refused to, and why. */
export type StandingRefusal =
  | { readonly kind: "sign-in-needed" }
  | { readonly kind: "not-found" }
  | { readonly kind: "kept-out" }
  | { readonly kind: "only-members" }
  | { readonly kind: "not-the-author" };

/** The input of every command about one thread: the community's id is there to name the chain without reading. */
export interface AboutThread {
  readonly communityId: string;
  readonly threadId: string;
}

/** The input of every command about one proposal. */
export interface AboutProposal {
  readonly communityId: string;
  readonly proposalId: string;
}

/** The person who acts, if it is a person. */
export function actingPerson(context: CommandContext): PersonId | undefined {
  return context.actor.kind === "person" ? (context.actor.personId as PersonId) : undefined;
}

/** The thread, if it is this community's. */
export async function threadOf(context: CommandContext, about: AboutThread): Promise<Thread | undefined> {
  const thread = await threadById(context.db, about.threadId);
  return thread?.communityId === about.communityId ? thread : undefined;
}

/** The proposal, if it is this community's. */
export async function proposalOf(context: CommandContext, about: AboutProposal): Promise<Proposal | undefined> {
  const proposal = await proposalById(context.db, about.proposalId);
  return proposal?.communityId === about.communityId ? proposal : undefined;
}

/** Opening threads and putting proposals is for the members of the community. */
export async function mustBeMember(
  context: CommandContext,
  about: { readonly communityId: string },
): Promise<StandingRefusal | undefined> {
  const person = actingPerson(context);
  if (person === undefined) return { kind: "sign-in-needed" };
  return (await isMember(context.db, about.communityId, person)) ? undefined : { kind: "only-members" };
}

/** Writing in a thread is for whoever may read it, and is not kept out of the community. */
export async function mayWrite(context: CommandContext, about: AboutThread): Promise<StandingRefusal | undefined> {
  const person = actingPerson(context);
  if (person === undefined) return { kind: "sign-in-needed" };
  const thread = await threadOf(context, about);
  if (thread === undefined) return { kind: "not-found" };
  const belongs = await isMember(context.db, about.communityId, person);
  if (thread.audience === "members" && !belongs) return { kind: "only-members" };
  return keptOut(context, about.communityId, person);
}

/** Answering a proposal is for whoever is not kept out; whether they are on its list, the command itself asks. */
export async function mayAnswer(context: CommandContext, about: AboutProposal): Promise<StandingRefusal | undefined> {
  const person = actingPerson(context);
  if (person === undefined) return { kind: "sign-in-needed" };
  if ((await proposalOf(context, about)) === undefined) return { kind: "not-found" };
  return keptOut(context, about.communityId, person);
}

/** Ending a proposal is for whoever put it forward and for the community's stewards; the clock does what they set it to. */
export async function mayTend(context: CommandContext, about: AboutProposal): Promise<StandingRefusal | undefined> {
  const proposal = await proposalOf(context, about);
  if (proposal === undefined) return { kind: "not-found" };
  if (context.actor.kind === "clock") return undefined;
  const person = actingPerson(context);
  if (person === undefined) return { kind: "sign-in-needed" };
  if (person === proposal.authorId) return undefined;
  return (await isSteward(context.db, about.communityId, person)) ? undefined : { kind: "not-the-author" };
}

/** Whoever the community blocked, or whose server it blocked, takes no part. */
export async function keptOut(
  context: CommandContext,
  communityId: string,
  person: PersonId,
): Promise<StandingRefusal | undefined> {
  const host = (await describePerson(context.db, person))?.host;
  return (await isBlocked(context.db, communityId, { personId: person, host })) ? { kind: "kept-out" } : undefined;
}
