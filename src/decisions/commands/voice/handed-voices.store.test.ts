import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import {
  agree,
  disagree,
  openDecisionCast,
  type CastProposal,
  type DecisionCast,
} from "../../../../testing/decision-cast.ts";
import { valueOf } from "../../../../testing/community-cast.ts";
import { byPerson } from "../../../../testing/test-application.ts";
import type { CommunityId, PersonId } from "../../../communities/index.ts";
import { outcomeOf } from "../../store/proposals/outcomes.read.ts";
import { mostVoicesIn } from "../../store/voice/handed.read.ts";
import { voiceCountsOf } from "../../store/voice/spoken.read.ts";
import { reopenProposal } from "../lifecycle/reopen-proposal.ts";
import { closeProposal } from "../proposals/close-proposal.ts";
import { tagThread } from "../threads/tag-thread.ts";
import { proposalById } from "../../store/proposals/proposals.read.ts";
import { answerVoice } from "./answer-voice.ts";
import { handOverVoice } from "./hand-over-voice.ts";
import { limitVoices } from "./limit-voices.ts";
import { takeBackVoice } from "./take-back-voice.ts";

let cast: DecisionCast;
let ada: PersonId;
let grace: PersonId;
let emmy: PersonId;
let stranger: PersonId;
let communityId: CommunityId;
let about: CastProposal;

beforeAll(async () => {
  cast = await openDecisionCast();
  ada = await cast.person("Ada");
  grace = await cast.person("Grace");
  emmy = await cast.person("Emmy");
  stranger = await cast.person("Stranger");
});
beforeEach(async () => {
  cast.clock.set("2027-02-01T10:00:00Z");
  communityId = await cast.community(ada);
  await cast.join(communityId, grace, emmy);
  about = await cast.proposal(ada, communityId);
});
afterAll(() => cast.close());

const offer = (giver: PersonId, holder: PersonId, said: Readonly<Record<string, string>> = {}) =>
  cast.application.execute(handOverVoice, { communityId, holder, ...said }, byPerson(giver));
const answer = (holder: PersonId, voiceId: string, said: "yes" | "no" = "yes") =>
  cast.application.execute(answerVoice, { communityId, voiceId, answer: said }, byPerson(holder));
const takeBack = (giver: PersonId, voiceId = "") =>
  cast.application.execute(takeBackVoice, { communityId, voiceId }, byPerson(giver));
const limit = (person: PersonId, most: number) =>
  cast.application.execute(limitVoices, { communityId, most }, byPerson(person));

/** Somebody hands their voice over, and the other takes it. */
async function hand(giver: PersonId, holder: PersonId, said: Readonly<Record<string, string>> = {}): Promise<string> {
  const { voiceId } = valueOf(await offer(giver, holder, said));
  valueOf(await answer(holder, voiceId));
  return voiceId;
}

/** Closes the proposal; gives how many agreed and disagreed, and how many of these by proxy. */
async function close(proposal: CastProposal = about) {
  valueOf(await cast.application.execute(closeProposal, proposal, byPerson(ada)));
  const outcome = await outcomeOf(cast.application.read, proposal.proposalId);
  const rows = outcome?.tally.stages[0]?.rows.map(({ cells }) => Number(cells[0])) ?? [];
  const { byProxy } = await voiceCountsOf(cast.application.read, proposal.proposalId);
  return { agree: rows[0] ?? 0, disagree: rows[2] ?? 0, answered: outcome?.answered, byProxy };
}

describe("a voice that is handed over", () => {
  test("is counted as the answer of whoever took it", async () => {
    await hand(grace, ada);
    await cast.answer(ada, about, agree);
    expect(await close()).toEqual({ agree: 2, disagree: 0, answered: 2, byProxy: 1 });
  });

  test("is counted anew when the proposal is opened again", async () => {
    await hand(grace, ada);
    await cast.answer(ada, about, agree);
    expect(await close()).toEqual({ agree: 2, disagree: 0, answered: 2, byProxy: 1 });
    const until = cast.clock.now().add({ hours: 24 }).toString();
    const again = { ...about, closesAt: until, reason: "Grace is back." };
    valueOf(await cast.application.execute(reopenProposal, again, byPerson(ada)));
    await cast.answer(grace, about, disagree);
    expect(await close()).toEqual({ agree: 1, disagree: 1, answered: 2, byProxy: 0 });
  });

  test("goes from hand to hand to the nearest who answered", async () => {
    await hand(emmy, grace);
    await hand(grace, ada);
    await cast.answer(ada, about, agree);
    expect(await close()).toEqual({ agree: 3, disagree: 0, answered: 3, byProxy: 2 });
    const other = await cast.proposal(ada, communityId);
    await cast.answer(ada, other, agree);
    await cast.answer(grace, other, disagree);
    expect(await close(other)).toEqual({ agree: 1, disagree: 2, answered: 3, byProxy: 1 });
  });

  test("does not count beside an answer of one's own", async () => {
    await hand(grace, ada);
    await cast.answer(ada, about, agree);
    await cast.answer(grace, about, disagree);
    expect(await close()).toEqual({ agree: 1, disagree: 1, answered: 2, byProxy: 0 });
  });

  test("does not count before the other has taken it, nor when they decline or lay it down", async () => {
    const { voiceId } = valueOf(await offer(grace, ada));
    const taken = await hand(emmy, ada);
    await cast.answer(ada, about, agree);
    valueOf(await answer(ada, taken, "no"));
    expect((await close()).byProxy).toBe(0);
    expect(valueOf(await answer(ada, voiceId, "no")).understood).toBe("voice-declined");
    expect(await answer(ada, voiceId)).toMatchObject({ ok: false, refusal: { kind: "voice-ended" } });
  });

  test("is taken back at once, by name or all of them, and by nobody else", async () => {
    const voiceId = await hand(grace, ada);
    await cast.answer(ada, about, agree);
    expect(await takeBack(emmy, voiceId)).toMatchObject({ ok: false, refusal: { kind: "not-found" } });
    expect(valueOf(await takeBack(grace))).toEqual({ understood: "voice-taken-back", voices: 1 });
    expect(valueOf(await takeBack(grace))).toEqual({ understood: "no-voice-out", voices: 0 });
    expect(valueOf(await takeBack(grace, voiceId)).voices).toBe(0);
    expect((await close()).byProxy).toBe(0);
  });

  test("runs out by itself", async () => {
    await hand(grace, ada, { months: "1" });
    cast.clock.pass({ hours: 24 * 29 });
    const other = await cast.proposal(ada, communityId);
    await cast.answer(ada, other, agree);
    expect((await close(other)).byProxy).toBe(0);
  });

  test("counts as it stood at closing, however late the count is made", async () => {
    const voiceId = await hand(grace, ada);
    await cast.answer(ada, about, agree);
    cast.clock.pass({ hours: 24 * 7 + 1 });
    valueOf(await takeBack(grace, voiceId));
    expect((await close()).byProxy).toBe(1);
  });

  test("counts for none who was not on the list, and carries on through them", async () => {
    const late = await cast.person("Late");
    await cast.join(communityId, late);
    await hand(late, grace);
    await hand(emmy, late);
    await cast.answer(grace, about, agree);
    expect(await close()).toEqual({ agree: 2, disagree: 0, answered: 2, byProxy: 1 });
  });

  test("counts in no secret vote, and not where each is asked for themselves", async () => {
    const said = { method: "sense-check" };
    const feeling = await cast.proposal(ada, communityId, said);
    await hand(grace, ada);
    await cast.answer(ada, feeling, agree);
    expect((await close(feeling)).byProxy).toBe(0);
    const secret = await cast.proposal(ada, communityId, { secrecy: "secret" });
    for (const proposal of [feeling, secret]) {
      const refused = await offer(emmy, ada, { scope: "proposal", proposalId: proposal.proposalId });
      expect(refused).toMatchObject({ ok: false });
    }
    expect(await offer(emmy, ada, { scope: "proposal", proposalId: secret.proposalId })).toMatchObject({
      refusal: { kind: "no-speaking-for-others" },
    });
  });

  test("holds for a topic or a proposal where that was said, before one for everything", async () => {
    await hand(grace, emmy);
    await hand(grace, ada, { scope: "topic", topic: "#Money" });
    await cast.answer(ada, about, agree);
    await cast.answer(emmy, about, disagree);
    const threadId = (await proposalById(cast.application.read, about.proposalId))?.threadId ?? "";
    valueOf(await cast.application.execute(tagThread, { communityId, threadId, tags: "money" }, byPerson(ada)));
    expect(await close()).toMatchObject({ agree: 2, disagree: 1 });
    const other = await cast.proposal(ada, communityId);
    await cast.answer(ada, other, agree);
    await cast.answer(emmy, other, disagree);
    expect(await close(other)).toMatchObject({ agree: 1, disagree: 2 });
  });
});

describe("a voice cannot be handed", () => {
  test("by or to somebody who is no member", async () => {
    expect(await offer(stranger, ada)).toMatchObject({ refusal: { kind: "only-members" } });
    expect(await offer(ada, stranger)).toMatchObject({ refusal: { kind: "no-such-member", field: "holder" } });
  });

  test("in a ring, also where an offer was taken meanwhile", async () => {
    const { voiceId } = valueOf(await offer(ada, grace));
    await hand(grace, ada);
    expect(await answer(grace, voiceId)).toMatchObject({ refusal: { kind: "voice-in-a-ring" } });
    expect(await offer(ada, grace)).toMatchObject({ refusal: { kind: "voice-in-a-ring" } });
  });

  test("to whoever holds as many as the community allows, and where it allows none", async () => {
    valueOf(await limit(ada, 1));
    await hand(grace, ada);
    expect(await offer(emmy, ada)).toMatchObject({ refusal: { kind: "holds-enough-voices", most: 1 } });
    valueOf(await limit(ada, 0));
    expect(await offer(emmy, ada)).toMatchObject({ refusal: { kind: "voices-not-handed-over" } });
    await cast.answer(ada, about, agree);
    expect((await close()).byProxy).toBe(0);
  });

  test("for a proposal of another community, or one that is over", async () => {
    const elsewhere = await cast.community(grace);
    const other = await cast.proposal(grace, elsewhere);
    expect(await offer(emmy, ada, { scope: "proposal", proposalId: other.proposalId })).toMatchObject({
      refusal: { kind: "not-found" },
    });
    await close();
    expect(await offer(emmy, ada, { scope: "proposal", proposalId: about.proposalId })).toMatchObject({
      refusal: { kind: "proposal-over" },
    });
  });
});

describe("how many voices somebody holds", () => {
  test("stewards alone say, and five is where nobody said", async () => {
    expect(await mostVoicesIn(cast.application.read, communityId)).toBe(5);
    expect(await limit(grace, 9)).toMatchObject({ refusal: { kind: "only-stewards" } });
    expect(await limit(ada, 51)).toMatchObject({ refusal: { kind: "invalid-input" } });
    valueOf(await limit(ada, 9));
    expect(await mostVoicesIn(cast.application.read, communityId)).toBe(9);
  });
});
