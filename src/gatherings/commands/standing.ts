import { describePerson } from "../../accounts/index.ts";
import { isBlocked, isSteward } from "../../communities/index.ts";
import type { CommandContext } from "../../kernel/commands/command.ts";
import type { PersonId } from "../model/gathering.ts";
import { gatheringById, type Gathering } from "../store/gatherings.read.ts";

/** Who a command about a gathering is refused to, and why. */
export type StandingRefusal =
  | { readonly kind: "sign-in-needed" }
  | { readonly kind: "not-found" }
  | { readonly kind: "kept-out" }
  | { readonly kind: "not-an-organiser" };

/** The input of every command about one gathering: the community's id is there to name the chain without reading. */
export interface AboutGathering {
  readonly communityId: string;
  readonly gatheringId: string;
}

/** The person who acts, if it is a person. */
export function actingPerson(context: CommandContext): PersonId | undefined {
  return context.actor.kind === "person" ? (context.actor.personId as PersonId) : undefined;
}

/** The gathering, if it is this community's. */
export async function gatheringOf(context: CommandContext, about: AboutGathering): Promise<Gathering | undefined> {
  const gathering = await gatheringById(context.db, about.gatheringId);
  return gathering?.communityId === about.communityId ? gathering : undefined;
}

/** Taking part is open to every person whom the community does not keep out. */
export async function mayTakePart(
  context: CommandContext,
  about: AboutGathering,
): Promise<StandingRefusal | undefined> {
  const person = actingPerson(context);
  if (person === undefined) return { kind: "sign-in-needed" };
  if ((await gatheringOf(context, about)) === undefined) return { kind: "not-found" };
  const host = (await describePerson(context.db, person))?.host;
  return (await isBlocked(context.db, about.communityId, { personId: person, host }))
    ? { kind: "kept-out" }
    : undefined;
}

/** Organising is for whoever announced the gathering and for the community's stewards; the clock does what they set it to. */
export async function mayOrganise(
  context: CommandContext,
  about: AboutGathering,
): Promise<StandingRefusal | undefined> {
  const gathering = await gatheringOf(context, about);
  if (gathering === undefined) return { kind: "not-found" };
  if (context.actor.kind === "clock") return undefined;
  const person = actingPerson(context);
  if (person === undefined) return { kind: "sign-in-needed" };
  if (person === gathering.organiserId) return undefined;
  return (await isSteward(context.db, about.communityId, person)) ? undefined : { kind: "not-an-organiser" };
}
