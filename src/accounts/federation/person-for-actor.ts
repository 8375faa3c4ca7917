import type { Application } from "../../kernel/application.ts";
import type { By } from "../../kernel/commands/execute.ts";
import type { RemoteActor } from "../../kernel/federation/received.ts";
import type { PersonalData } from "../../kernel/personal-data.ts";
import { newToken } from "../../kernel/secrets/token.ts";
import { countNewcomer } from "../commands/people/count-newcomer.ts";
import { meetRemoteActor } from "../commands/people/meet-remote-actor.ts";
import { moveIdentity } from "../commands/people/move-identity.ts";
import { personByActor } from "../store/people.read.ts";
import type { LookUpActor } from "./oauth/vouched-account.ts";

/** What it takes to know people by their actors. */
export interface ActorServices {
  readonly application: Application;
  readonly lookUpActor: LookUpActor;
  readonly personalData: readonly PersonalData[];
}

/** So many former accounts are asked about at most; whoever invents actors could otherwise send us asking about. */
const MOST_FORMER = 3;

/**
 * The person who is this actor, met for the first time or not; undefined when it can be nobody here.
 *
 * Somebody new may be somebody known who has moved: servers tell of a move only those who follow the account, and this one follows
 * nobody, so it asks.
 *
 * @throws Error when too many newcomers came today, of their server or in all; what they sent waits until there is room
 */
export async function personForActor(services: ActorServices, actor: RemoteActor): Promise<string | undefined> {
  const { application } = services;
  const known = await personByActor(application.read, actor.uri);
  if (known !== undefined) return known;
  const moved = await takeUpMove(services, actor);
  if (moved !== undefined) return moved;
  const counted = await application.execute(countNewcomer, { host: new URL(actor.uri).hostname }, byItself());
  if (counted.ok && !counted.value.hasRoom)
    throw new Error(`there is no room for more newcomers of ${actor.host} today`);
  const met = await application.execute(meetRemoteActor, actor, byItself());
  return met.ok ? met.value.personId : undefined;
}

/**
 * Lets somebody go on as the person they were under an account that moved here, if it did: if this account names that one as its own,
 * and that one, asked now, names this one as where it moved to (docs/threats.md, row 22).
 */
export async function takeUpMove(services: ActorServices, actor: RemoteActor): Promise<string | undefined> {
  const { application, lookUpActor, personalData } = services;
  for (const former of actor.alsoKnownAs.slice(0, MOST_FORMER)) {
    if (former === actor.uri || (await personByActor(application.read, former)) === undefined) continue;
    const asked = await lookUpActor(former);
    if (!asked.ok || asked.value.uri !== former || asked.value.movedTo !== actor.uri) continue;
    const moved = await application.execute(moveIdentity(personalData), { from: former, to: actor }, byItself());
    if (moved.ok) return moved.value.personId;
  }
  return undefined;
}

function byItself(): By {
  return { actor: { kind: "visitor" }, origin: { from: "federated", key: newToken() } };
}
