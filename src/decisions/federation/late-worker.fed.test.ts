import { afterEach, beforeEach, expect, test } from "vitest";
import { valueOf } from "../../../testing/community-cast.ts";
import { freshKeys, type ForeignActor } from "../../../testing/foreign-actor.ts";
import { startForeignServer, type ForeignServer } from "../../../testing/foreign-server.ts";
import { foundingOrganiser } from "../../../testing/founding.ts";
import { freePort } from "../../../testing/free-port.ts";
import { leapingClock, type LeapingClock } from "../../../testing/leaping-clock.ts";
import { nativeVote } from "../../../testing/native-vote.ts";
import { by, byPerson } from "../../../testing/test-application.ts";
import { openTestDatabase, type TestDatabase } from "../../../testing/test-database.ts";
import { waitFor } from "../../../testing/wait-for.ts";
import { meetRemoteActor } from "../../accounts/index.ts";
import { joinCommunity } from "../../communities/commands/membership/join-community.ts";
import { readConfiguration } from "../../main/configuration.ts";
import { openKoinon, type Koinon } from "../../main/koinon.ts";
import { listen, type Listening } from "../../main/listen.ts";
import { openProposal } from "../commands/proposals/open-proposal.ts";
import { openThread } from "../commands/threads/open-thread.ts";
import { outcomeOf } from "../store/proposals/outcomes.read.ts";
import { actorUrl, ballotUrl } from "./addresses.ts";

const address = "127.0.96.2";
let foreign: ForeignServer;
let database: TestDatabase;
let clock: LeapingClock;
let origin: URL;
let koinon: Koinon;
let listening: Listening | undefined;

beforeEach(async () => {
  foreign = await startForeignServer({ address: "127.0.96.1" });
  database = await openTestDatabase();
  clock = leapingClock("2027-02-01T10:00:00Z");
  origin = new URL(`http://${address}:${await freePort(address)}`);
  koinon = await open();
});
afterEach(async () => {
  await listening?.close();
  await koinon.close();
  await database.discard();
  await foreign.stop();
});

/** A whole Koinon that takes what comes, and does not work on it before it is told to. */
async function open(): Promise<Koinon> {
  const variables = { KOINON_ORIGIN: origin.origin, KOINON_HOST: address, PORT: origin.port };
  const configuration = readConfiguration({ ...variables, KOINON_ALLOW_PRIVATE_ADDRESSES: "yes" });
  return openKoinon({ ...configuration, database: database.location }, { clock: clock.now });
}

async function joined(actor: ForeignActor, communityId: string): Promise<void> {
  const { application } = koinon;
  const { host } = new URL(actor.id);
  const facts = { uri: actor.id, handle: `@${actor.handle}`, host, name: actor.handle, url: actor.id };
  const { personId } = valueOf(await application.execute(meetRemoteActor, facts, by({ kind: "visitor" })));
  valueOf(await application.execute(joinCommunity, { communityId }, byPerson(personId)));
}

test("votes that were acknowledged in time count, though the server was down from then until after the closing", async () => {
  const { personId: steward, communityId } = await foundingOrganiser(koinon);
  const keys = freshKeys();
  const voters = Array.from({ length: 40 }, (_, place) => foreign.addActor(`voter${place}`, { keys }));
  for (const voter of voters) await joined(voter, communityId);
  const { execute } = koinon.application;
  const opened = { communityId, title: "A shared moderator", text: "Could we?", language: "en" };
  const { threadId } = valueOf(await execute(openThread, opened, byPerson(steward)));
  const closesAt = clock.now().add({ hours: 25 });
  const rules = { title: "Pay one", method: "stance", zone: "Europe/Rome", closesAt: closesAt.toString() };
  const put = await execute(openProposal, { communityId, threadId, ...rules }, byPerson(steward));
  const { proposalId } = valueOf(put);

  // Without the fast lane everything is kept first, and acted on by whoever works.
  listening = await listen(
    { answer: (request, from) => koinon.answer(request, from) },
    { host: address, port: Number(origin.port) },
  );
  const poll = { uri: ballotUrl(origin, proposalId), actorUri: actorUrl(origin, communityId) };
  const vote = (voter: ForeignActor | undefined, option: string) => {
    if (voter === undefined) throw new Error("nobody votes");
    return foreign.send(voter, `${origin.origin}/inbox`, nativeVote(voter, poll, option), { now: clock.now() });
  };
  for (const voter of voters.slice(1)) expect((await vote(voter, "Agree")).status).toBe(202);
  await listening.close();
  listening = undefined;
  await koinon.close();

  await clock.leapTo(closesAt.add({ minutes: 5 }));
  koinon = await open();
  listening = await listen(
    { answer: (request, from) => koinon.answer(request, from) },
    { host: address, port: Number(origin.port) },
  );
  expect((await vote(voters[0], "Disagree")).status).toBe(202);
  koinon.work();
  const outcome = () => outcomeOf(koinon.application.read, proposalId);
  const counted = await waitFor("the outcome", outcome, { deadlineMs: 60_000 });
  expect(counted).toMatchObject({ answered: 39, eligible: 41 });
  const told = await foreign.waitForActivity(
    "Create",
    ({ activity }) => JSON.stringify(activity).includes("came after closing and is not counted"),
    { deadlineMs: 30_000 },
  );
  expect(JSON.stringify(told.activity)).toContain(voters[0]?.id);
});
