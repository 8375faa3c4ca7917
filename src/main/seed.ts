import { randomUUID } from "node:crypto";
import { meetRemoteActor } from "../accounts/commands/people/meet-remote-actor.ts";
import { makeOperatorLink } from "../accounts/commands/server/make-operator-link.ts";
import { takeCharge } from "../accounts/commands/server/take-charge.ts";
import { requestLink } from "../accounts/commands/sign-in/request-link.ts";
import { signInByLink } from "../accounts/commands/sign-in/sign-in-by-link.ts";
import { personByEmail } from "../accounts/store/people.read.ts";
import { foundCommunity } from "../communities/commands/community/found-community.ts";
import { joinCommunity } from "../communities/commands/membership/join-community.ts";
import type { Application } from "../kernel/application.ts";
import type { Actor } from "../kernel/commands/command.ts";
import { hashOfToken, newToken } from "../kernel/secrets/token.ts";
import type { ActorOf, LetTimePass, Run } from "./seed-run.ts";
import { cast, demoCommunities, demoSteward, type CastCommunity } from "./seed-cast.ts";
import { seedFirstCharter } from "./seed-decisions-charter.ts";
import { seedFirstRequest } from "./seed-decisions-requests.ts";
import { seedDecisions } from "./seed-decisions.ts";
import { seedDirectory } from "./seed-directory.ts";
import { seedGatherings } from "./seed-gatherings.ts";

/**
 * Fills an empty database with a believable league, through the same commands as everything else: people of nine servers, two
 * communities, and gatherings in each state of their life. All names are under `.example`, so that no message leaves the machine.
 *
 * The clock of the application stands at the beginning of the story and is moved on by `letTimePass`.
 */
export async function seedLeague(application: Application, letTimePass: LetTimePass): Promise<void> {
  const run = runner(application);
  const steward = await seedSteward(application, run);
  const people = new Map<string, Actor>([[demoSteward.name, steward]]);
  for (const { name, handle, host } of cast) {
    const uri = `https://${host}/users/${handle}`;
    const facts = { uri, handle: `@${handle}@${host}`, host, name, url: `https://${host}/@${handle}` };
    const { personId } = await run(meetRemoteActor, facts, { kind: "visitor" });
    people.set(name, { kind: "person", personId });
  }
  const actorOf = (name: string): Actor => {
    const actor = people.get(name);
    if (actor === undefined) throw new Error(`nobody in the cast is called ${name}`);
    return actor;
  };
  const [league] = await seedCommunities(run, steward, actorOf);
  if (league === undefined) return;
  const stage = { application, run, actorOf, communityId: league, letTimePass };
  await seedFirstCharter(stage);
  await seedFirstRequest(stage);
  await seedGatherings(stage);
  await seedDecisions(stage);
  await seedDirectory(stage);
}

/** A link by which a visitor of the demo signs in as its steward. */
export async function demoSignInLink(application: Application): Promise<URL> {
  const token = newToken();
  await askForLink(runner(application), token);
  return new URL(`/sign-in/link?token=${token}`, application.origin);
}

function runner(application: Application): Run {
  return async (command, input, actor) => {
    const result = await application.execute(command, input, { actor, origin: { from: "cli", key: randomUUID() } });
    if (!result.ok) throw new Error(`${command.name} was refused: ${JSON.stringify(result.refusal)}`);
    return result.value;
  };
}

async function seedSteward(application: Application, run: Run): Promise<Actor> {
  const token = newToken();
  await askForLink(run, token);
  const browser = {
    browserHash: hashOfToken(newToken()),
    tokenHash: hashOfToken(newToken()),
    boundHash: hashOfToken(newToken()),
    replaces: null,
    device: "",
  };
  await run(signInByLink, { tokenHash: hashOfToken(token), name: demoSteward.name, browser }, { kind: "visitor" });
  const personId = await personByEmail(application.read, demoSteward.email);
  if (personId === undefined) throw new Error("the steward of the demo did not come in");
  const steward = { kind: "person", personId } as const;
  const charge = newToken();
  await run(makeOperatorLink, { tokenHash: hashOfToken(charge) }, { kind: "server" });
  const settings = {
    name: "Orchard",
    description: "A try-out server with a made-up league. Nothing here reaches anybody.",
    contact: demoSteward.email,
    languages: ["en", "es", "fr", "de", "it"],
    hue: "rust",
    zone: "Europe/Rome",
    foundingIsOpen: true,
  };
  await run(takeCharge, { ...settings, tokenHash: hashOfToken(charge), browser }, steward);
  return steward;
}

async function askForLink(run: Run, token: string): Promise<void> {
  const request = { tokenHash: hashOfToken(token), email: demoSteward.email, thenPath: "/", address: "127.0.0.1" };
  await run(requestLink, request, { kind: "visitor" });
}

async function seedCommunities(run: Run, steward: Actor, actorOf: ActorOf): Promise<readonly string[]> {
  const ids: string[] = [];
  for (const { members, ...community } of demoCommunities) {
    const communityId = await foundOne(run, steward, community);
    for (const member of members) await run(joinCommunity, { communityId, reason: "" }, actorOf(member));
    ids.push(communityId);
  }
  return ids;
}

async function foundOne(run: Run, steward: Actor, community: Omit<CastCommunity, "members">): Promise<string> {
  const communityId = randomUUID();
  await run(foundCommunity, { ...community, languages: [...community.languages], communityId } as never, steward);
  return communityId;
}
