import { microsecondsFromInstant } from "../../../kernel/base/time.ts";
import { accepted, refused, type Result } from "../../../kernel/base/result.ts";
import type { CommandContext } from "../../../kernel/commands/command.ts";
import { joinOfferLasts } from "../../model/lifetimes.ts";
import type { ActorFacts, PersonId } from "../../model/person.ts";
import {
  keepActorIdentity,
  keepEmailIdentity,
  markProven,
  refreshActor,
  setMainActor,
} from "../../store/identities.write.ts";
import { describePerson, personByActor, personByEmail, standingOf } from "../../store/people.read.ts";
import { keepPerson } from "../../store/people.write.ts";
import { isHostBlocked } from "../../store/server.read.ts";
import { keepJoinOffer } from "../../store/sign-in.write.ts";
import { newPersonAs } from "../people/meet-remote-actor.ts";

/** What somebody has just proven to be. `name` is what a newcomer by e-mail wants to be called; cleaned, never empty. */
export type Proof =
  | { readonly kind: "actor"; readonly actor: ActorFacts }
  | { readonly kind: "email"; readonly address: string; readonly name: string };

/** From where they began. */
export interface ProofOccasion {
  /** Who was signed in and adds an identity; null for signing in. */
  readonly addsTo: PersonId | null;
  readonly browserHash: string;
  readonly thenPath: string;
}

/**
 * What came of it: signed in as a person; the identity added to the one who was signed in; nothing new; or the identity is another
 * person's, and whoever proved to be both may now say that they are one.
 */
export interface Settled {
  readonly outcome: "signed-in" | "added" | "already-yours" | "two-people";
  readonly personId: PersonId;
}

/** Why a proof is of no use. */
export type ProofRefusal =
  | { readonly kind: "account-suspended" }
  | { readonly kind: "account-host-blocked" }
  | { readonly kind: "sign-in-lost" };

/**
 * Finds whose identity it is that was proven, or makes it somebody's. Two people are never joined here: not by an address, not by an
 * account (docs/threats.md, row 18); they are only offered to be.
 */
export async function settleProof(
  context: CommandContext,
  proof: Proof,
  occasion: ProofOccasion,
): Promise<Result<Settled, ProofRefusal>> {
  const { addsTo } = occasion;
  if (addsTo !== null && !isActor(context, addsTo)) return refused({ kind: "sign-in-lost" });
  if (proof.kind === "actor" && (await isFromBlockedHost(context, proof.actor))) {
    return refused({ kind: "account-host-blocked" });
  }
  const known = await whoseIs(context, proof);
  if (known !== undefined && (await standingOf(context.db, known)) === "suspended") {
    return refused({ kind: "account-suspended" });
  }
  if (known !== undefined && proof.kind === "actor") await refresh(context, proof.actor);
  if (addsTo === null) {
    return accepted({ outcome: "signed-in", personId: known ?? (await newPerson(context, proof)) });
  }
  if (known === undefined) {
    await addIdentity(context, addsTo, proof);
    return accepted({ outcome: "added", personId: addsTo });
  }
  if (known === addsTo) return accepted({ outcome: "already-yours", personId: addsTo });
  const expires_at = microsecondsFromInstant(context.now.add(joinOfferLasts));
  const { browserHash: browser_hash, thenPath: then_path } = occasion;
  await keepJoinOffer(context.db, { browser_hash, kept: addsTo, joined: known, then_path, expires_at });
  return accepted({ outcome: "two-people", personId: addsTo });
}

function isActor(context: CommandContext, personId: PersonId): boolean {
  return context.actor.kind === "person" && context.actor.personId === personId;
}

async function isFromBlockedHost(context: CommandContext, actor: ActorFacts): Promise<boolean> {
  const { hostname } = new URL(actor.uri);
  return (await isHostBlocked(context.db, actor.host)) || (await isHostBlocked(context.db, hostname));
}

function whoseIs(context: CommandContext, proof: Proof): Promise<PersonId | undefined> {
  return proof.kind === "actor" ? personByActor(context.db, proof.actor.uri) : personByEmail(context.db, proof.address);
}

async function refresh(context: CommandContext, actor: ActorFacts): Promise<void> {
  await refreshActor(context.db, actor);
  await markProven(context.db, actor.uri, context.now);
}

async function newPerson(context: CommandContext, proof: Proof): Promise<PersonId> {
  if (proof.kind === "actor") return newPersonAs(context, proof.actor, "signed-in");
  const id = context.ids.next<"person">();
  const { name } = proof;
  await keepPerson(context.db, { id, name, nameIsOwn: true, mainActorUri: null, language: null, at: context.now });
  context.emit({ name: "person-met", version: 1, payload: { personId: id, host: null } });
  await addIdentity(context, id, proof);
  return id;
}

async function addIdentity(context: CommandContext, personId: PersonId, proof: Proof): Promise<void> {
  const id = context.ids.next<"identity">();
  const at = context.now;
  if (proof.kind === "email") {
    await keepEmailIdentity(context.db, { id, personId, address: proof.address, at });
  } else {
    await keepActorIdentity(context.db, { id, personId, actor: proof.actor, at, isProven: true });
    const described = await describePerson(context.db, personId);
    if (described?.handle === undefined) await setMainActor(context.db, personId, proof.actor.uri);
  }
  context.emit({ name: "identity-added", version: 1, payload: { personId, identityId: id, way: proof.kind } });
}
