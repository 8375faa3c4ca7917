import { describePerson } from "../../accounts/index.ts";
import type { CommandContext } from "../../kernel/commands/command.ts";
import type { AnyRefusal } from "../../kernel/base/result.ts";
import type { BlockLevel } from "../model/block.ts";
import type { Community, PersonId } from "../model/community.ts";
import { communityById } from "../store/communities.read.ts";
import { blockLevelOf } from "../store/blocks.read.ts";
import { roleOf } from "../store/members.read.ts";

/** There is no such thing, or it is not open to whoever asks. */
export interface NotFound extends AnyRefusal {
  readonly kind: "not-found";
}

/** Nobody is signed in, and this is done by people only. */
export interface SignInNeeded extends AnyRefusal {
  readonly kind: "sign-in-needed";
}

/** Only stewards of the community do this. */
export interface OnlyStewards extends AnyRefusal {
  readonly kind: "only-stewards";
}

/** Only members of the community do this. */
export interface NotAMember extends AnyRefusal {
  readonly kind: "not-a-member";
}

/** The community keeps this person or their server out. */
export interface KeptOut extends AnyRefusal {
  readonly kind: "kept-out";
}

/** The person who acts, or undefined for anybody else. */
export function actingPerson(context: CommandContext): PersonId | undefined {
  return context.actor.kind === "person" ? (context.actor.personId as PersonId) : undefined;
}

/** For what any signed-in person may ask for. */
export async function requirePerson(context: CommandContext): Promise<SignInNeeded | undefined> {
  return actingPerson(context) === undefined ? { kind: "sign-in-needed" } : undefined;
}

/** For what members may do. */
export async function requireMember(
  context: CommandContext,
  input: { readonly communityId: string },
): Promise<SignInNeeded | NotAMember | undefined> {
  const person = actingPerson(context);
  if (person === undefined) return { kind: "sign-in-needed" };
  const role = await roleOf(context.db, input.communityId, person);
  return role === undefined ? { kind: "not-a-member" } : undefined;
}

/** For what stewards may do. */
export async function requireSteward(
  context: CommandContext,
  input: { readonly communityId: string },
): Promise<SignInNeeded | OnlyStewards | undefined> {
  const person = actingPerson(context);
  if (person === undefined) return { kind: "sign-in-needed" };
  const role = await roleOf(context.db, input.communityId, person);
  return role === "steward" ? undefined : { kind: "only-stewards" };
}

/** The community of a command that authorisation let through; its absence then is a bug. */
export async function communityOf(
  context: CommandContext,
  input: { readonly communityId: string },
): Promise<Community> {
  const community = await communityById(context.db, input.communityId);
  if (community === undefined) throw new Error(`no community ${input.communityId}`);
  return community;
}

/** What the community holds against a person or the server they come from; undefined for nothing. */
export async function levelAgainst(
  context: CommandContext,
  communityId: string,
  personId: string,
): Promise<BlockLevel | undefined> {
  const person = await describePerson(context.db, personId);
  return blockLevelOf(context.db, communityId, { personId, host: person?.host });
}
