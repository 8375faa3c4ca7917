import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { valueOf } from "../../../../testing/community-cast.ts";
import { openDecisionCast, type CastProposal, type DecisionCast } from "../../../../testing/decision-cast.ts";
import { by, byPerson } from "../../../../testing/test-application.ts";
import { blockPerson } from "../../../communities/commands/moderation/block-person.ts";
import type { CommunityId, PersonId } from "../../../communities/index.ts";
import { serverChain } from "../../../kernel/activity-log/event.ts";
import { accepted } from "../../../kernel/base/result.ts";
import { defineCommand } from "../../../kernel/commands/command.ts";
import { proposalById } from "../../store/proposals/proposals.read.ts";
import { countedBallots } from "../../store/proposals/stances.read.ts";
import { answeredSoFar, ballotsSoFar } from "../../store/tallies/tallies.read.ts";
import { answerChallenge } from "../electorate/answer-challenge.ts";
import { makeChallenge } from "../electorate/make-challenge.ts";
import { reopenProposal } from "../lifecycle/reopen-proposal.ts";
import { decisionPersonalData } from "../people/personal-data.ts";
import { answerVoice } from "../voice/answer-voice.ts";
import { confirmRecorded } from "../voice/confirm-recorded.ts";
import { voicesAway } from "../voice/further-voices.ts";
import { handOverVoice } from "../voice/hand-over-voice.ts";
import { recordStance } from "../voice/record-stance.ts";
import { castNativeVote } from "./cast-native-vote.ts";
import { closeProposal } from "./close-proposal.ts";
import { giveStance } from "./give-stance.ts";
import { tallySoFar } from "../../pages/tallies/tally-so-far.ts";
import { methodOf, questionOf } from "../../methods/registry.ts";
import { allVoices } from "../../model/voice/voices.ts";

let cast: DecisionCast;
let steward: PersonId;
let people: PersonId[];
let communityId: CommunityId;
let about: CastProposal;
let runs = 0;

beforeAll(async () => {
  cast = await openDecisionCast();
  steward = await cast.person("Steward");
});
afterAll(() => cast.close());

// Joining and leaving are commands of accounts; here they are only the transaction around.
const joining = defineCommand({
  name: "test/join",
  input: z.object({ kept: z.string(), joined: z.string(), fails: z.boolean().default(false) }),
  chain: () => serverChain,
  authorise: async () => undefined,
  async run(context, { kept, joined, fails }) {
    await decisionPersonalData.join(context, kept, joined);
    if (fails) throw new Error("the power went");
    return accepted(null);
  },
});

/** Someone does something by which what is counted may change; what is refused changes nothing. */
const whats = ["web", "poll", "reason", "phone", "not-so", "hand", "block", "join", "challenge", "reopen"] as const;
type Act = readonly [what: (typeof whats)[number], who: number, choice: number];

const acts = fc.array(fc.tuple(fc.constantFrom(...whats), fc.nat(5), fc.nat(3)), { minLength: 4, maxLength: 16 });

async function act([what, who, choice]: Act): Promise<void> {
  const { execute } = cast.application;
  const person = people[who % people.length] ?? steward;
  const other = people[(who + 1 + choice) % people.length] ?? steward;
  const ballot = { choice };
  cast.clock.pass({ minutes: 1 });
  if (what === "web") await cast.answer(person, about, ballot);
  if (what === "reason") await cast.answer(person, about, ballot, `Because of ${choice}.`);
  if (what === "poll") await execute(castNativeVote, { ...about, place: choice }, byPerson(person));
  if (what === "phone") await execute(recordStance, { ...about, person, ballot, note: "Called." }, byPerson(steward));
  if (what === "not-so") await execute(confirmRecorded, { ...about, answer: "no" }, byPerson(person));
  if (what === "block") {
    await execute(blockPerson, { communityId, personId: person, level: "block", reason: "No." }, byPerson(steward));
  }
  if (what === "hand") {
    const handed = await execute(handOverVoice, { communityId, holder: other }, byPerson(person));
    if (handed.ok) {
      await execute(answerVoice, { communityId, voiceId: handed.value.voiceId, answer: "yes" }, byPerson(other));
    }
  }
  if (what === "join" && person !== other) {
    people = people.filter((each) => each !== other);
    valueOf(await execute(joining, { kept: person, joined: other }, by({ kind: "server" })));
  }
  if (what === "challenge" || what === "reopen") {
    await execute(closeProposal, about, byPerson(steward));
    if (what === "challenge") {
      const made = await execute(
        makeChallenge,
        { ...about, aboutId: person, reason: "Not one of us." },
        byPerson(other),
      );
      if (made.ok) {
        const said = { ...about, challengeId: made.value.challengeId, verdict: "upheld", answer: "So it is." };
        await execute(answerChallenge, said, byPerson(steward));
      }
      await same();
    }
    const closesAt = cast.clock.now().add({ hours: 48 }).toString();
    valueOf(await execute(reopenProposal, { ...about, closesAt, reason: "Once more." }, byPerson(steward)));
  }
}

/** What was kept as answers came is what a count of every row gives. */
async function same(): Promise<void> {
  const { read } = cast.application;
  const anew = await countedBallots(read, about.proposalId);
  expect(await ballotsSoFar(read, about.proposalId)).toEqual(anew);
  const { answered, turn } = await answeredSoFar(read, about.proposalId);
  expect(answered).toBe(anew.reduce((sum, { count }) => sum + count, 0));
  const proposal = await proposalById(read, about.proposalId);
  if (proposal?.state !== "open") return;
  const { further } = await voicesAway(read, proposal, cast.clock.now());
  const tally = methodOf(proposal).rules.count(questionOf(proposal), allVoices(anew, further), proposal.id);
  expect(await tallySoFar({ application: cast.application, proposal }, { turn, further })).toEqual(tally);
}

test(
  "what is kept of answers so far is what a count of all of them gives, whatever people do and in whatever order",
  { timeout: 120_000 },
  async () => {
    await fc.assert(
      fc.asyncProperty(acts, async (done) => {
        runs += 1;
        cast.clock.set("2027-02-01T10:00:00Z");
        communityId = await cast.community(steward);
        people = [];
        for (let place = 0; place < 6; place += 1) people.push(await cast.person(`P${runs}x${place}`));
        await cast.join(communityId, ...people);
        about = await cast.proposal(steward, communityId, { challengeDays: 3 });
        for (const each of done) {
          await act(each);
          await same();
        }
      }),
      { numRuns: 12 },
    );
    expect(runs).toBeGreaterThanOrEqual(12);
  },
);

test("what breaks off halfway leaves what is kept as it was", async () => {
  communityId = await cast.community(steward);
  const [kept, joined] = [await cast.person("Kept"), await cast.person("Joined")];
  await cast.join(communityId, kept, joined);
  about = await cast.proposal(steward, communityId);
  valueOf(await cast.answer(kept, about, { choice: 0 }));
  valueOf(await cast.answer(joined, about, { choice: 2 }));
  const breaking = cast.application.execute(joining, { kept, joined, fails: true }, by({ kind: "server" }));
  await expect(breaking).rejects.toThrow("the power went");
  expect(await ballotsSoFar(cast.application.read, about.proposalId)).toHaveLength(2);
  await same();
});

test("answers that arrive together are each kept once", async () => {
  communityId = await cast.community(steward);
  people = [];
  for (let place = 0; place < 20; place += 1) people.push(await cast.person(`Together${place}`));
  await cast.join(communityId, ...people);
  about = await cast.proposal(steward, communityId);
  const answers = [0, 1].flatMap((turn) =>
    people.map((person, place) => {
      const said = { ...about, ballot: { choice: (place + turn) % 3 }, reason: "", by: "web" };
      return cast.application.execute(giveStance, said, byPerson(person));
    }),
  );
  for (const answer of await Promise.all(answers)) valueOf(answer);
  expect((await answeredSoFar(cast.application.read, about.proposalId)).answered).toBe(20);
  await same();
});
