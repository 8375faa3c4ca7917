import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { agree, openDecisionCast, type CastProposal, type DecisionCast } from "../../../../testing/decision-cast.ts";
import { federationExample } from "../../../../testing/federation-examples.ts";
import { byPerson } from "../../../../testing/test-application.ts";
import type { CommunityId, PersonId } from "../../../communities/index.ts";
import type { Outgoing } from "../../../kernel/federation/outgoing.ts";
import { castNativeVote } from "../../commands/proposals/cast-native-vote.ts";
import { extendProposal } from "../../commands/lifecycle/extend-proposal.ts";
import { proposalById } from "../../store/proposals/proposals.read.ts";
import { lifecycleNotices } from "../../notices/lifecycle.ts";
import { decisionOutbox } from "../outbox.ts";

let cast: DecisionCast;
let ada: PersonId;
let grace: PersonId;
let communityId: CommunityId;
let about: CastProposal;
beforeAll(async () => {
  cast = await openDecisionCast();
  ada = await cast.person("Ada");
  grace = await cast.person("Grace");
});
beforeEach(async () => {
  cast.clock.set("2027-02-01T10:00:00Z");
  communityId = await cast.community(ada);
  await cast.join(communityId, grace);
  about = await cast.proposal(ada, communityId);
});
afterAll(() => cast.close());

const eventsNamed = (name: string) =>
  cast.events.filter((event) => event.name === name && event.payload["proposal"] === about.proposalId);

async function outgoing(name: string): Promise<readonly Outgoing[]> {
  const event = eventsNamed(name).at(-1);
  if (event === undefined) throw new Error(`no ${name}`);
  const publishers = decisionOutbox.filter((publisher) => publisher.events.includes(name));
  return (await Promise.all(publishers.map((each) => each.publish(cast.application, event)))).flat();
}

/** A document with the ids that `FEDERATION.md` gives to such things. */
async function asShown(document: unknown): Promise<unknown> {
  const thread = (await proposalById(cast.application.read, about.proposalId))?.threadId ?? "";
  const text = JSON.stringify(document)
    .replaceAll(communityId, "019440a0-0000-7000-8000-000000000001")
    .replaceAll(about.proposalId, "019440a0-0000-7000-8000-00000000000b")
    .replaceAll(thread, "019440a0-0000-7000-8000-00000000000a");
  return JSON.parse(text.replace(/(\/activities\/[0-9a-f-]{36})\/\d+\//g, "$1/7/")) as unknown;
}

describe("what other servers hear of the life of a proposal", () => {
  test("is that it has more time, and why, as the document shows", async () => {
    const more = { closesAt: "2027-02-12T10:00:00Z", reason: "Two of us are away." };
    await cast.application.execute(extendProposal, { ...about, ...more }, byPerson(ada));
    const sent = await outgoing("proposal-extended");
    const [update, note] = sent.filter(({ to }) => to.kind === "followers").map(({ activity }) => activity);
    expect(update).toMatchObject({ type: "Update", object: { type: "Question", endTime: "2027-02-12T10:00:00Z" } });
    expect(await asShown(note)).toEqual(federationExample("out", "more-time"));
  });

  test("is the count so far, once in three minutes, where it is shown to all", async () => {
    cast.clock.set("2027-02-01T10:00:30Z");
    await cast.answer(ada, about, agree);
    await cast.pumpClock();
    expect(eventsNamed("proposal-tallies-due")).toHaveLength(0);
    cast.clock.set("2027-02-01T10:02:30Z");
    await cast.answer(grace, about, agree);
    cast.clock.set("2027-02-01T10:03:00Z");
    await cast.pumpClock();
    expect(eventsNamed("proposal-tallies-due")).toHaveLength(1);
    const [sent] = await outgoing("proposal-tallies-due");
    expect(sent?.activity).toMatchObject({
      type: "Update",
      object: { type: "Question", votersCount: 2, oneOf: [{ replies: { totalItems: 2 } }, {}, {}, {}] },
    });
    // An edit would be told to everybody who saw the poll.
    expect(JSON.stringify(sent?.activity)).not.toContain('"updated"');
  });

  test("is no count where it is hidden, and none of what is no poll", async () => {
    for (const said of [{ showsCount: "at-close" }, { method: "irv", options: ["Pear", "Plum"] }]) {
      about = await cast.proposal(ada, communityId, said);
      await cast.answer(ada, about, said.method === "irv" ? [[0]] : agree);
      cast.clock.pass({ minutes: 4 });
      await cast.pumpClock();
      expect(eventsNamed("proposal-tallies-due")).toHaveLength(0);
    }
  });

  test("is a question why, to whoever disagrees in the poll where a reason is wanted", async () => {
    about = await cast.proposal(ada, communityId, { reasons: "required-when-disagreeing" });
    const vote = (place: number) => cast.application.execute(castNativeVote, { ...about, place }, byPerson(grace));
    await vote(0);
    expect(eventsNamed("reason-wanted")).toHaveLength(0);
    expect(await vote(2)).toMatchObject({ ok: true });
    const [event] = eventsNamed("reason-wanted");
    const [source] = lifecycleNotices.filter(({ events }) => events.includes("reason-wanted"));
    const notices = event === undefined ? [] : await source?.notices(cast.application, event);
    expect(notices).toMatchObject([{ personId: grace, matter: `proposal-reason:${about.proposalId}`, urgent: true }]);
  });
});
