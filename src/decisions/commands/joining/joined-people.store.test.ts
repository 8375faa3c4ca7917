import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { z } from "zod";
import { valueOf } from "../../../../testing/community-cast.ts";
import { consentPlay, type ConsentPlay } from "../../../../testing/consent-cast.ts";
import {
  agree,
  disagree,
  openDecisionCast,
  type CastProposal,
  type DecisionCast,
} from "../../../../testing/decision-cast.ts";
import { by, byPerson } from "../../../../testing/test-application.ts";
import { addOrganisation } from "../../../communities/commands/standing/add-organisation.ts";
import { nameDelegate } from "../../../communities/commands/standing/name-delegate.ts";
import type { CommunityId, PersonId } from "../../../communities/index.ts";
import { serverChain } from "../../../kernel/activity-log/event.ts";
import { accepted } from "../../../kernel/base/result.ts";
import { defineCommand } from "../../../kernel/commands/command.ts";
import { writePublishedFile, type PublishedFile } from "../../model/recount/published-file.ts";
import { recount } from "../../model/recount/recount.ts";
import { methodOf } from "../../methods/registry.ts";
import { objectionsOf } from "../../store/consent/objections.read.ts";
import { answerCounts } from "../../store/consent/rounds.read.ts";
import { serversOf } from "../../store/electorate/electorates.read.ts";
import { outcomeOf } from "../../store/proposals/outcomes.read.ts";
import { proposalById } from "../../store/proposals/proposals.read.ts";
import { countedBallots, earlierStances, electorsOf, stancesOf } from "../../store/proposals/stances.read.ts";
import { markedPeople } from "../../store/secret/secret.read.ts";
import { voiceCountsOf } from "../../store/voice/spoken.read.ts";
import { answersBy } from "../../store/opinions/opinions.read.ts";
import { answerStatement } from "../opinions/answer-statement.ts";
import { writeStatement } from "../opinions/write-statement.ts";
import { decisionPersonalData } from "../people/personal-data.ts";
import { closeProposal } from "../proposals/close-proposal.ts";
import { reopenProposal } from "../lifecycle/reopen-proposal.ts";
import { castBallot } from "../secret/cast-ballot.ts";
import { answerVoice } from "../voice/answer-voice.ts";
import { handOverVoice } from "../voice/hand-over-voice.ts";
import { recordStance } from "../voice/record-stance.ts";

let cast: DecisionCast;
let play: ConsentPlay;
let ada: PersonId;
let grace: PersonId;
/** One person with two accounts: who stays, and who turns out to be the same. */
let kept: PersonId;
let joined: PersonId;
let communityId: CommunityId;
/** Each test joins two whom no other has joined. */
let joins = 0;

beforeAll(async () => {
  cast = await openDecisionCast();
  play = consentPlay(cast);
  [ada, grace] = [await cast.person("Ada"), await cast.person("Grace")];
});
beforeEach(async () => {
  cast.clock.set("2027-02-01T10:00:00Z");
  communityId = await cast.community(ada);
  joins += 1;
  [kept, joined] = [await cast.person(`Emmy${joins}`), await cast.person(`Noether${joins}`, "old.example")];
  await cast.join(communityId, grace, kept, joined);
});
afterAll(() => cast.close());

// The commands by which people are joined or leave are those of accounts; here they are only the transaction around.
const people = defineCommand({
  name: "test/people",
  input: z.object({ kept: z.string(), joined: z.string().optional() }),
  chain: () => serverChain,
  authorise: async () => undefined,
  async run(context, said) {
    if (said.joined === undefined) await decisionPersonalData.forget(context, said.kept);
    else await decisionPersonalData.join(context, said.kept, said.joined);
    return accepted(null);
  },
});
const join = async () => valueOf(await cast.application.execute(people, { kept, joined }, by({ kind: "server" })));
const read = () => cast.application.read;
const all = { after: "", limit: 100 };
const listed = async (id: string) => (await electorsOf(read(), id, all)).map(({ personId }) => personId);
const run = async (command: Parameters<DecisionCast["application"]["execute"]>[0], input: object, who = ada) =>
  valueOf(await cast.application.execute(command, input, byPerson(who)));
const stances = async ({ proposalId }: CastProposal) =>
  (await stancesOf(read(), proposalId, { skip: 0, limit: 100 })).map(({ personId, ballot }) => ({ personId, ballot }));
const answer = async (person: PersonId, about: CastProposal, ballot: object, reason = "") => {
  valueOf(await cast.answer(person, about, { ...ballot }, reason));
  cast.clock.pass({ hours: 1 });
};

describe("of two accounts that turn out to be one person's", () => {
  test("the later answer to an open proposal stands, the other as what they said before, and both places are one", async () => {
    const about = await cast.proposal(ada, communityId, { quorumPercent: 50 });
    await answer(kept, about, agree, "It helps.");
    await answer(joined, about, disagree, "Too dear.");
    await join();
    expect(await stances(about)).toEqual([{ personId: kept, ballot: disagree }]);
    expect(await earlierStances(read(), about.proposalId, kept)).toMatchObject([
      { ballot: agree, reason: "It helps." },
    ]);
    expect(await listed(about.proposalId)).not.toContain(joined);
    expect((await proposalById(read(), about.proposalId))?.eligible).toBe(3);
    const eligible = (await serversOf(read(), about.proposalId)).map((server) => server.eligible);
    expect(eligible.reduce((sum, count) => sum + count, 0)).toBe(3);
    expect(cast.events.findLast(({ chain }) => chain === communityId)).toMatchObject({
      name: "answers-joined",
      payload: { proposal: about.proposalId, kept, joined },
    });
  });

  test("the one that stays keeps its own answer where that was later, and the history of both", async () => {
    const about = await cast.proposal(ada, communityId);
    await answer(joined, about, agree);
    await answer(joined, about, disagree);
    await answer(kept, about, agree, "After all.");
    await join();
    expect(await stances(about)).toEqual([{ personId: kept, ballot: agree }]);
    expect((await earlierStances(read(), about.proposalId, kept)).map(({ ballot }) => ballot)).toEqual([
      agree,
      disagree,
    ]);
    await answer(kept, about, disagree);
    expect(await earlierStances(read(), about.proposalId, kept)).toHaveLength(3);
  });

  test("what only the other answered is theirs, and what was written down by phone goes with its answer", async () => {
    const about = await cast.proposal(ada, communityId);
    await run(recordStance, { ...about, person: joined, ballot: agree, note: "By phone." });
    await answer(grace, about, agree);
    await join();
    expect(await stances(about)).toContainEqual({ personId: kept, ballot: agree });
    await run(closeProposal, about);
    expect(await voiceCountsOf(read(), about.proposalId)).toMatchObject({ byPhone: 1, unconfirmed: 1 });
  });

  test("a count that was published stays as it was, and comes out the same when it is counted again", async () => {
    const about = await cast.proposal(ada, communityId);
    await answer(kept, about, agree, "Quillet of one.");
    await answer(joined, about, disagree, "Quillet of the other.");
    await run(closeProposal, about);
    const before = await outcomeOf(read(), about.proposalId);
    await join();
    expect(await outcomeOf(read(), about.proposalId)).toEqual(before);
    const proposal = await proposalById(read(), about.proposalId);
    if (proposal === undefined || before === undefined) throw new Error("the proposal is gone");
    const { title, method, options, settings, methodVersion: version } = proposal;
    const { tally, conclusion, seed, eligible, answered } = before;
    const counted = { tally, conclusion, seed, eligible, answered };
    const ballots = await countedBallots(read(), proposal.id);
    const asked = { proposal: proposal.id, title, method, version, options, settings };
    const file = JSON.parse(writePublishedFile({ ...asked, ...counted, ballots })) as PublishedFile;
    expect(recount(methodOf(proposal).rules, file)).toBe("same");
    expect(await listed(about.proposalId)).toHaveLength(4);
    expect(JSON.stringify(await decisionPersonalData.export(read(), kept))).toContain("Quillet of the other.");
    await run(people, { kept });
    expect(JSON.stringify(await stancesOf(read(), about.proposalId, { skip: 0, limit: 9 }))).not.toContain("Quillet");
  });

  test("a proposal that opens again counts them once", async () => {
    const about = await cast.proposal(ada, communityId);
    await answer(kept, about, agree);
    await answer(joined, about, disagree);
    await run(closeProposal, about);
    await join();
    const closesAt = cast.clock.now().add({ hours: 48 }).toString();
    await run(reopenProposal, { ...about, closesAt, reason: "Counted twice." });
    expect(await stances(about)).toEqual([{ personId: kept, ballot: disagree }]);
    expect((await proposalById(read(), about.proposalId))?.eligible).toBe(3);
  });

  test("voices they handed to each other are theirs again, and nobody is counted for the other", async () => {
    const about = await cast.proposal(ada, communityId);
    const { voiceId } = (await run(handOverVoice, { communityId, holder: kept }, joined)) as { voiceId: string };
    await run(answerVoice, { communityId, voiceId, answer: "yes" }, kept);
    await answer(kept, about, agree);
    await join();
    await run(closeProposal, about);
    const outcome = await outcomeOf(read(), about.proposalId);
    expect(outcome).toMatchObject({ answered: 1, eligible: 3 });
  });

  test("two secret ballots both stay in the box, since nobody can tell which they are", async () => {
    const about = await cast.proposal(ada, communityId, { secrecy: "secret" });
    for (const [place, person] of [kept, joined].entries()) {
      await run(castBallot, { ...about, ballot: agree, code: String(place).repeat(32) }, person);
    }
    const events = cast.events.length;
    await join();
    expect(await markedPeople(read(), about.proposalId, all)).toHaveLength(2);
    expect(await listed(about.proposalId)).toHaveLength(4);
    // The log tells nobody who has voted.
    expect(cast.events.slice(events).filter(({ chain }) => chain === communityId)).toEqual([]);
  });

  test("whoever voted in secret under one name has voted, and has one place", async () => {
    const about = await cast.proposal(ada, communityId, { secrecy: "secret" });
    await run(castBallot, { ...about, ballot: agree, code: "7".repeat(32) }, joined);
    await join();
    expect(await markedPeople(read(), about.proposalId, all)).toEqual([kept]);
    expect(await listed(about.proposalId)).toHaveLength(3);
    const again = { ...about, ballot: agree, code: "8".repeat(32) };
    expect(await cast.application.execute(castBallot, again, byPerson(kept))).toMatchObject({
      refusal: { kind: "already-voted" },
    });
  });

  test("two organisations keep their two voices, whoever speaks for them", async () => {
    for (const [name, person] of [
      ["Tide", `Emmy${joins}`],
      ["Harbour", `Noether${joins}`],
    ] as const) {
      const { organisationId } = (await run(addOrganisation, { communityId, name })) as {
        organisationId: string;
      };
      await run(nameDelegate, { communityId, organisationId, person, decidedBy: "Assembly" });
    }
    const about = await cast.proposal(ada, communityId, { electorate: "organisations" });
    await answer(kept, about, agree);
    await answer(joined, about, disagree);
    await join();
    expect(await countedBallots(read(), about.proposalId)).toHaveLength(2);
    expect((await proposalById(read(), about.proposalId))?.eligible).toBe(2);
  });

  test("an objection is heard in a round of consent, whatever the other said later, and the circle is one fewer", async () => {
    const about = await play.draft(ada, communityId);
    await play.toConsent(about, ada, [ada, grace, kept, joined]);
    valueOf(await play.answer(joined, about, "objection", "It would cost us the night shift."));
    cast.clock.pass({ hours: 1 });
    valueOf(await play.answer(kept, about, "consent"));
    await join();
    const round = { consentId: about.consentId, kind: "consent", answersTo: 1 } as const;
    expect([...(await answerCounts(read(), round))]).toEqual([["objection", 1]]);
    expect(await objectionsOf(read(), about.consentId)).toMatchObject([{ personId: kept }]);
    expect((await play.state(about)).eligible).toBe(3);
  });

  test("a round that waited for one of their two answers waits no more", async () => {
    const about = await play.draft(ada, communityId, { silence: "needs-all" });
    await play.toConsent(about, ada, [ada, grace, kept, joined]);
    for (const person of [ada, grace, kept]) valueOf(await play.answer(person, about, "consent"));
    expect((await play.state(about)).state).toBe("consent");
    await join();
    expect((await play.state(about)).state).toBe("adopted");
  });

  test("an adopted decision keeps the answers by which it was adopted", async () => {
    const about = await play.draft(ada, communityId);
    await play.toConsent(about, ada, [ada, grace, kept, joined]);
    for (const person of [ada, grace, kept, joined]) valueOf(await play.answer(person, about, "consent"));
    await join();
    const round = { consentId: about.consentId, kind: "consent", answersTo: 1 } as const;
    expect([...(await answerCounts(read(), round))]).toEqual([["consent", 4]]);
    expect((await play.state(about)).eligible).toBe(4);
  });

  test("opinions that only one of them gave are kept beside those of the other", async () => {
    const threadId = await cast.thread(ada, communityId);
    const ids: string[] = [];
    for (const text of ["We meet weekly.", "We meet by day.", "We meet in winter."]) {
      ids.push(((await run(writeStatement, { communityId, threadId, text })) as { statementId: string }).statementId);
    }
    const [weekly, , winter] = ids;
    await run(answerStatement, { communityId, threadId, statementId: weekly, answer: "agree" }, kept);
    await run(answerStatement, { communityId, threadId, statementId: weekly, answer: "disagree" }, joined);
    await run(answerStatement, { communityId, threadId, statementId: winter, answer: "disagree" }, joined);
    await join();
    expect(await answersBy(read(), threadId, kept)).toBe("+.-");
    expect(await answersBy(read(), threadId, joined)).toBe("");
  });
});
