import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { valueOf } from "../../../../testing/community-cast.ts";
import { agree, openDecisionCast, type CastProposal, type DecisionCast } from "../../../../testing/decision-cast.ts";
import { by, byPerson } from "../../../../testing/test-application.ts";
import type { CommunityId, PersonId } from "../../../communities/index.ts";
import type { CommandContext } from "../../../kernel/commands/command.ts";
import { methodOf } from "../../methods/registry.ts";
import { writePublishedFile, type PublishedFile } from "../../model/recount/published-file.ts";
import { recount } from "../../model/recount/recount.ts";
import { allVoices } from "../../model/voice/voices.ts";
import { outcomeOf } from "../../store/proposals/outcomes.read.ts";
import { proposalById } from "../../store/proposals/proposals.read.ts";
import { countedBallots } from "../../store/proposals/stances.read.ts";
import { handedBy, voicesInForce } from "../../store/voice/handed.read.ts";
import { closeProposal } from "../proposals/close-proposal.ts";
import { decisionPersonalData } from "../people/personal-data.ts";
import { answerAsGuest } from "./answer-as-guest.ts";
import { answerVoice } from "./answer-voice.ts";
import { voicesAway } from "./further-voices.ts";
import { handOverVoice } from "./hand-over-voice.ts";
import { inviteGuest } from "./invite-guest.ts";
import { recordStance } from "./record-stance.ts";
import { takeBackVoice } from "./take-back-voice.ts";

let cast: DecisionCast;
let ada: PersonId;
let grace: PersonId;
let emmy: PersonId;
let communityId: CommunityId;
let about: CastProposal;
const tokenHash = "a".repeat(64);

beforeAll(async () => {
  cast = await openDecisionCast();
  ada = await cast.person("Ada");
  grace = await cast.person("Grace");
  emmy = await cast.person("Emmy");
  communityId = await cast.community(ada);
  await cast.join(communityId, grace, emmy);
});
afterAll(() => cast.close());

let seats = 0;
/** Grace is spoken for by Ada, Emmy called, and a guest answered. */
beforeEach(async () => {
  const { execute } = cast.application;
  about = await cast.proposal(ada, communityId, { quorumPercent: 100 });
  const { voiceId } = valueOf(await execute(handOverVoice, { communityId, holder: ada }, byPerson(grace)));
  valueOf(await execute(answerVoice, { communityId, voiceId, answer: "yes" }, byPerson(ada)));
  await cast.answer(ada, about, agree);
  const called = { ...about, person: emmy, ballot: agree, note: "She called at Quillet’s." };
  valueOf(await execute(recordStance, called, byPerson(ada)));
  seats += 1;
  const seat = { ...about, tokenHash: `${tokenHash.slice(0, 60)}${String(seats).padStart(4, "0")}` };
  valueOf(await execute(inviteGuest, { ...seat, name: "Quillet guest", standing: "counted" }, byPerson(ada)));
  const said = { ballot: agree, reason: "Quillet reason" };
  valueOf(await execute(answerAsGuest, { ...seat, ...said }, by({ kind: "visitor" })));
});

/** What was published of the count, as it can be counted again. */
async function published(): Promise<PublishedFile> {
  const { read, clock } = cast.application;
  const proposal = await proposalById(read, about.proposalId);
  const outcome = await outcomeOf(read, about.proposalId);
  if (proposal === undefined || outcome === undefined) throw new Error("it was not counted");
  const ballots = allVoices(
    await countedBallots(read, proposal.id),
    (await voicesAway(read, proposal, clock())).further,
  );
  const { tally, conclusion, seed, eligible, answered } = outcome;
  const asked = { proposal: proposal.id, title: proposal.title, method: proposal.method, options: proposal.options };
  const text = writePublishedFile({
    ...asked,
    version: proposal.methodVersion,
    settings: proposal.settings,
    seed,
    eligible,
    answered,
    tally,
    conclusion,
    ballots,
  });
  return JSON.parse(text) as PublishedFile;
}

const close = async () => valueOf(await cast.application.execute(closeProposal, about, byPerson(ada)));

test("a count with all of these comes out the same again, also when voices were taken back since", async () => {
  await close();
  valueOf(await cast.application.execute(takeBackVoice, { communityId }, byPerson(grace)));
  const file = await published();
  expect(file).toMatchObject({ eligible: 4, answered: 4, ballots: [{ count: 4, byProxy: 1, byGuests: 1 }] });
  expect(recount(methodOf(file).rules, file)).toBe("same");
  expect(file.conclusion.verdict).toBe("carried");
});

test("a guest who is counted does not make a quorum", async () => {
  valueOf(await cast.application.execute(takeBackVoice, { communityId }, byPerson(grace)));
  await close();
  expect((await published()).conclusion.verdict).toBe("no-quorum");
});

test("the log tells what happened, and nothing that anybody wrote or is called", async () => {
  await close();
  const told = JSON.stringify(cast.events);
  expect(told).toContain("voices-counted");
  expect(told).not.toMatch(/Quillet|Grace/);
});

test("somebody takes along what is kept of their voice, and is spoken for by nobody once they leave", async () => {
  const { read, database } = cast.application;
  const kept = await decisionPersonalData.export(read, grace);
  expect(kept["handed-voices"]?.at(-1)).toMatchObject({ part: "giver", scope: "community" });
  expect((await decisionPersonalData.export(read, emmy))["recorded-stances"]?.at(-1)).toMatchObject({
    note: "She called at Quillet’s.",
  });
  await database.write((db) => decisionPersonalData.forget(contextOf(db), ada));
  expect(await handedBy(read, communityId, grace, cast.clock.now().add({ seconds: 1 }))).toEqual([]);
  expect(JSON.stringify(await decisionPersonalData.export(read, emmy))).not.toContain("She called");
});

test("of two accounts of one person, voices of the one that goes end, and the rest is carried over", async () => {
  const { read, database } = cast.application;
  const other = await cast.person("Grace", "elsewhere.example");
  await database.write((db) => decisionPersonalData.join(contextOf(db), other, grace));
  const later = cast.clock.now().add({ seconds: 1 });
  expect(await voicesInForce(read, communityId, later)).toEqual([]);
  expect((await decisionPersonalData.export(read, other))["handed-voices"]).not.toEqual([]);
  expect((await decisionPersonalData.export(read, grace))["handed-voices"]).toEqual([]);
});

/** As much of a command's context as letting go of people needs. */
function contextOf(db: CommandContext["db"]): CommandContext {
  const { ids } = cast.application;
  const now = cast.clock.now();
  const nothing = { emit: () => {}, emitUnnamed: () => {}, schedule: async () => {}, unschedule: async () => {} };
  const run = async () => Promise.reject(new Error("no command is run within"));
  const actor = { kind: "server" } as const;
  return { db, ids, now, arrivedAt: now, actor, origin: { from: "cli", key: "test" }, ...nothing, execute: run };
}
