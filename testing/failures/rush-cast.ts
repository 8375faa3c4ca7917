import { meetRemoteActor, type PersonId } from "../../src/accounts/index.ts";
import { chooseWays } from "../../src/accounts/commands/hearing/choose-ways.ts";
import { noticeKinds } from "../../src/accounts/model/notice-kinds.ts";
import { bindingOf } from "../../src/accounts/pages/session/session-cookie.ts";
import { joinCommunity } from "../../src/communities/commands/membership/join-community.ts";
import { openProposal } from "../../src/decisions/commands/proposals/open-proposal.ts";
import { openThread } from "../../src/decisions/commands/threads/open-thread.ts";
import { actorUrl, ballotUrl } from "../../src/decisions/federation/addresses.ts";
import type { Application } from "../../src/kernel/application.ts";
import { keepActor } from "../../src/kernel/federation/remote-actors/kept-actors.ts";
import { serverSecret } from "../../src/kernel/secrets/server-secret.ts";
import { openKoinon } from "../../src/main/koinon.ts";
import { formTokens } from "../../src/ui/form-token.ts";
import { valueOf } from "../community-cast.ts";
import type { CookieBrowser } from "../cookie-browser.ts";
import { freshKeys, type ForeignActor } from "../foreign-actor.ts";
import type { ForeignServer } from "../foreign-server.ts";
import { foundingOrganiser } from "../founding.ts";
import { by, byPerson } from "../test-application.ts";
import { browserOf } from "./league.ts";
import type { Place } from "./place.ts";
import { openSession } from "./sessions.ts";

/** Somebody who votes: in their browser here, or from their own server. */
export type Voter =
  | { readonly way: "web"; readonly browser: CookieBrowser; readonly token: string }
  | { readonly way: "inbox"; readonly actor: ForeignActor; readonly server: ForeignServer };

/** A community of many, and a proposal that is about to close. */
export interface Rush {
  readonly voters: readonly Voter[];
  readonly steward: PersonId;
  readonly communityId: string;
  readonly threadId: string;
}

/** What they vote in. */
export interface RushedProposal {
  readonly proposalId: string;
  readonly closesAt: Temporal.Instant;
  readonly poll: { readonly uri: string; readonly actorUri: string };
}

const AT_ONCE = 20;

/** Founds a community of voters, every other on the web and every other on one of these servers; half of those servers are known. */
export async function gatherVoters(place: Place, servers: readonly ForeignServer[], count: number): Promise<Rush> {
  // They have belonged to it since before the proposal opens: who comes later is not asked.
  const koinon = await openKoinon(place.configuration, { clock: () => ago({ hours: 3 }) });
  const { application } = koinon;
  // What is tested is what becomes of votes; making a key takes long, and several servers' people may share one here.
  const keys = freshKeys();
  // A form that was looked at before: in the rush people only send theirs.
  const tokens = formTokens(await serverSecret(application.database, "server"));
  const addressOf = (number: number) => {
    const server = servers[Math.floor(number / 2) % servers.length];
    if (server === undefined) throw new Error("there is no server for them");
    return { server, actor: server.addActor(`voter${number}`, { keys }) };
  };
  try {
    const { personId: steward, communityId } = await foundingOrganiser(koinon);
    const thread = { communityId, title: "A shared moderator", text: "Could we pay one?", language: "en" };
    const { threadId } = valueOf(await application.execute(openThread, thread, byPerson(steward)));
    const voters = await inTurns(count, async (number): Promise<Voter> => {
      const { server, actor } = addressOf(number);
      const person = await join(application, communityId, actor);
      if (number % 2 === 1) {
        if (number % 4 === 1) await know(application, actor);
        return { way: "inbox", server, actor };
      }
      const browser = browserOf(place);
      const session = await openSession(application, person);
      browser.setCookie("koinon-session", session);
      return { way: "web", browser, token: tokens.make(bindingOf(session)) };
    });
    return { voters, steward, communityId, threadId };
  } finally {
    await koinon.close();
  }
}

/** Opens a proposal in the records of a community whose server is down; it was opened long ago, and closes shortly. */
export async function proposeShortly(place: Place, rush: Rush, milliseconds: number): Promise<RushedProposal> {
  const { application, close } = await openKoinon(place.configuration, { clock: () => ago({ hours: 2 }) });
  try {
    const { communityId, threadId } = rush;
    const closesAt = Temporal.Now.instant().add({ milliseconds });
    const rules = { title: "Pay a moderator", method: "stance", zone: "Europe/Rome", closesAt: closesAt.toString() };
    const put = await application.execute(openProposal, { communityId, threadId, ...rules }, byPerson(rush.steward));
    const { proposalId } = valueOf(put);
    const poll = { uri: ballotUrl(place.origin, proposalId), actorUri: actorUrl(place.origin, communityId) };
    return { proposalId, closesAt, poll };
  } finally {
    await close();
  }
}

function ago(time: { readonly hours: number }): Temporal.Instant {
  return Temporal.Now.instant().subtract(time);
}

async function join(application: Application, communityId: string, actor: ForeignActor): Promise<PersonId> {
  const facts = { uri: actor.id, handle: `@${actor.handle}`, host: hostOf(actor), name: actor.handle, url: actor.id };
  const { personId } = valueOf(await application.execute(meetRemoteActor, facts, by({ kind: "visitor" })));
  valueOf(await application.execute(joinCommunity, { communityId }, byPerson(personId)));
  // Answers come to them all the same; what else they would hear of is no part of this rush.
  const ways = Object.fromEntries(noticeKinds.map((kind) => [kind, "none"]));
  const quiet = { "quiet-from": "", "quiet-until": "" };
  valueOf(await application.execute(chooseWays, { ways, ...quiet }, byPerson(personId)));
  return personId;
}

/** As an actor is known after it has taken part once. */
async function know(application: Application, actor: ForeignActor): Promise<void> {
  const known = {
    uri: actor.id,
    handle: `@${actor.handle}`,
    host: hostOf(actor),
    name: actor.handle,
    url: actor.id,
    inbox: actor.inbox,
    sharedInbox: undefined,
    followers: undefined,
    type: "Person",
    alsoKnownAs: [],
    movedTo: undefined,
    keyChangedAt: undefined,
  };
  const keys = [{ id: actor.keyId, kind: "pem", pem: actor.publicKeyPem }] as const;
  await keepActor(application, { actor: known, keys, fetchedAt: application.clock() });
}

function hostOf(actor: ForeignActor): string {
  return new URL(actor.id).host;
}

/** Does something for each number below `count`, some at once; gives what came of it in order. */
async function inTurns<Value>(count: number, work: (number: number) => Promise<Value>): Promise<readonly Value[]> {
  const done: Value[] = [];
  let next = 0;
  const worker = async () => {
    for (let number = next++; number < count; number = next++) done[number] = await work(number);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return done;
}
