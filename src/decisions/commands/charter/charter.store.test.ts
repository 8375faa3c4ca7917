import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { agree, disagree, openDecisionCast, type DecisionCast } from "../../../../testing/decision-cast.ts";
import { valueOf } from "../../../../testing/community-cast.ts";
import { byPerson } from "../../../../testing/test-application.ts";
import { setVotingRules } from "../../../communities/commands/standing/set-voting-rules.ts";
import type { CommunityId, PersonId } from "../../../communities/index.ts";
import { amendmentOf, charterHistory, charterOf } from "../../store/charter/charter.read.ts";
import { electorateChosen } from "../../store/electorate/electorates.read.ts";
import { proposalById } from "../../store/proposals/proposals.read.ts";
import { closeProposal } from "../proposals/close-proposal.ts";
import { openProposal } from "../proposals/open-proposal.ts";
import { withdrawProposal } from "../proposals/withdraw-proposal.ts";
import { proposeAmendment } from "./propose-amendment.ts";
import { setFirstCharter } from "./set-first-charter.ts";

let cast: DecisionCast;
let steward: PersonId;
let grace: PersonId;
let emmy: PersonId;
let stranger: PersonId;
let community: CommunityId;

beforeAll(async () => {
  cast = await openDecisionCast();
  [steward, grace, emmy, stranger] = (await Promise.all(
    ["Ada", "Grace", "Emmy", "Stranger"].map((name) => cast.person(name)),
  )) as [PersonId, PersonId, PersonId, PersonId];
});
beforeEach(async () => {
  cast.clock.set("2027-02-01T10:00:00Z");
  community = await cast.community(steward);
  await cast.join(community, grace, emmy);
});
afterAll(() => cast.close());

const itself = { id: "charter", name: "This charter", way: "majority-with-quorum", days: "7" };
const spending = { name: "Spending up to 200", way: "apache-lazy" };
const first = { opening: "How we decide.", matters: [itself, spending] };

const set = (person: PersonId, said: Readonly<Record<string, unknown>> = first) =>
  cast.application.execute(setFirstCharter, { communityId: community, ...said }, byPerson(person));
const inForce = () => charterOf(cast.application.read, community);

/** Puts an amendment forward that closes in so many days. */
async function amend(person: PersonId, said: Readonly<Record<string, unknown>>, days = 7) {
  const closesAt = cast.clock.now().add({ hours: 24 * days });
  const put = { title: "Amend", text: "Since it is time.", language: "en", zone: "UTC", closesAt: closesAt.toString() };
  const input = { communityId: community, ...put, ...(await present()), ...said };
  return cast.application.execute(proposeAmendment, input, byPerson(person));
}

/** The charter in force as a form would send it back. */
async function present() {
  const charter = await inForce();
  const matters = charter?.matters.map(({ id, name, way, share, quorumPercent, days, putBy }) => ({
    id,
    name,
    way,
    share,
    quorumPercent,
    days,
    putBy,
  }));
  return { opening: charter?.opening ?? "", matters: matters ?? [] };
}

async function amending(person: PersonId, said: Readonly<Record<string, unknown>>): Promise<string> {
  const put = await amend(person, said);
  if (!put.ok) throw new Error(JSON.stringify(put.refusal));
  return (put.value as { readonly proposalId: string }).proposalId;
}

/** Answers, then lets a week go by. */
async function decide(proposalId: string, answers: readonly (readonly [PersonId, typeof agree])[]) {
  for (const [person, answer] of answers) await cast.answer(person, { communityId: community, proposalId }, answer);
  cast.clock.pass({ hours: 24 * 7 + 5 });
  await cast.pumpClock();
}

describe("the charter of a community", () => {
  test("is set once by a steward, and by nobody else", async () => {
    expect(await set(grace)).toMatchObject({ refusal: { kind: "only-stewards" } });
    expect(await set(stranger)).toMatchObject({ refusal: { kind: "only-stewards" } });
    expect(await inForce()).toBeUndefined();
    expect(await set(steward)).toMatchObject({ ok: true, value: { version: 1 } });
    expect(await inForce()).toMatchObject({ version: 1, proposalId: undefined, writtenBy: steward });
  });

  test("once it stands is changed by no steward alone", async () => {
    await set(steward);
    expect(await set(steward, { ...first, opening: "As I like it." })).toMatchObject({
      refusal: { kind: "charter-exists" },
    });
    const proposalId = await amending(steward, { opening: "As I like it." });
    const about = { communityId: community, proposalId };
    await cast.answer(steward, about, agree);
    const early = await cast.application.execute(closeProposal, about, byPerson(steward));
    expect(early).toMatchObject({ refusal: { kind: "bound-to-stay-open" } });
    // One of three is no quorum of a half.
    await decide(proposalId, []);
    expect(await inForce()).toMatchObject({ version: 1, opening: "How we decide." });
    expect(await amendmentOf(cast.application.read, proposalId)).toMatchObject({ ended: "not-carried" });
  });

  test("is amended by a proposal under its own rule, which takes effect when it carries", async () => {
    await set(steward);
    const proposalId = await amending(grace, { opening: "How we decide, since February." });
    expect(await proposalById(cast.application.read, proposalId)).toMatchObject({
      method: "stance",
      quorumPercent: 50,
    });
    expect(await inForce()).toMatchObject({ version: 1 });
    // What is carried out late is in force since the proposal ended.
    await decide(proposalId, [
      [grace, agree],
      [emmy, agree],
    ]);
    expect(await inForce()).toMatchObject({ version: 2, opening: "How we decide, since February.", proposalId });
    expect((await inForce())?.inForceAt.toString()).toBe("2027-02-08T10:00:00Z");
    const versions = await charterHistory(cast.application.read, community, 10);
    expect(versions.map(({ version, proposalId: ground }) => [version, ground])).toEqual([
      [2, proposalId],
      [1, undefined],
    ]);
  });

  test("leaves no days for challenges behind an amendment, since that takes effect at its end", async () => {
    const rules = { waitingDays: "0", challengeDays: "5", reason: "To be fair." };
    valueOf(await cast.application.execute(setVotingRules, { communityId: community, ...rules }, byPerson(steward)));
    await set(steward);
    const proposalId = await amending(grace, { opening: "How we all decide." });
    expect((await electorateChosen(cast.application.read, proposalId)).challengeDays).toBe(0);
  });

  test("stays as it is when an amendment is turned down or taken back", async () => {
    await set(steward);
    const lost = await amending(grace, { opening: "Otherwise." });
    await decide(lost, [
      [grace, agree],
      [emmy, disagree],
      [steward, disagree],
    ]);
    const withdrawn = await amending(grace, { opening: "Otherwise." });
    await cast.application.execute(
      withdrawProposal,
      { communityId: community, proposalId: withdrawn },
      byPerson(grace),
    );
    expect(await amendmentOf(cast.application.read, withdrawn)).toMatchObject({ ended: "withdrawn" });
    expect(await inForce()).toMatchObject({ version: 1, opening: "How we decide." });
  });

  test("takes two amendments that change different matters, and lets the later of two that change one be overtaken", async () => {
    await set(steward);
    const { opening, matters } = await present();
    const added = await amending(grace, { opening, matters: [...matters, { name: "New members", way: "two-thirds" }] });
    const quicker = await amending(emmy, {
      opening,
      matters: matters.map((one) => ({ ...one, name: `${one.name}!` })),
    });
    const slower = await amending(emmy, { opening, matters: matters.map((one) => ({ ...one, name: `${one.name}?` })) });
    const yes = [steward, grace, emmy].map((person) => [person, agree] as const);
    for (const proposalId of [added, quicker]) {
      for (const [person, answer] of yes) await cast.answer(person, { communityId: community, proposalId }, answer);
    }
    await decide(slower, yes);
    const charter = await inForce();
    expect(charter?.version).toBe(3);
    const names = charter?.matters.map(({ name }) => name) ?? [];
    expect(names).toHaveLength(3);
    expect(names).toContain("New members");
    const ends = await Promise.all([quicker, slower].map((id) => amendmentOf(cast.application.read, id)));
    expect(ends.map((one) => one?.ended ?? "").toSorted((one, other) => one.localeCompare(other))).toEqual([
      "in-force",
      "overtaken",
    ]);
  });

  test("is amended by members alone, and by an amendment that changes something", async () => {
    expect(await amend(grace, first)).toMatchObject({ refusal: { kind: "no-charter" } });
    await set(steward);
    expect(await amend(stranger, { opening: "Mine." })).toMatchObject({ refusal: { kind: "only-members" } });
    expect(await amend(grace, {})).toMatchObject({ refusal: { kind: "charter-unchanged" } });
    expect(await amend(grace, { opening: "Sooner." }, 6)).toMatchObject({
      refusal: { kind: "open-longer", field: "closesAt", days: 7 },
    });
  });

  test("says what to mend in a matter, by the field", async () => {
    const matter = (said: Readonly<Record<string, unknown>>) =>
      set(steward, { matters: [itself, { ...spending, ...said }] });
    expect(await set(steward, { matters: [spending] })).toMatchObject({ refusal: { kind: "charter-matter-missing" } });
    expect(await matter({ name: "THIS charter" })).toMatchObject({ refusal: { field: "matters.1.name" } });
    expect(await matter({ way: "acclamation" })).toMatchObject({ refusal: { kind: "unknown-way" } });
    expect(await matter({ share: "60 %" })).toMatchObject({ refusal: { kind: "share-not-of-this-way" } });
    expect(await matter({ way: "two-thirds", share: "most" })).toMatchObject({ refusal: { kind: "share-unreadable" } });
    expect(await matter({ days: "2" })).toMatchObject({ refusal: { kind: "way-needs-days", least: 3 } });
    const quorum = { way: "majority-with-quorum", quorumPercent: "49" };
    expect(await matter(quorum)).toMatchObject({ refusal: { kind: "way-needs-quorum", least: 50 } });
    const undecided = { ...itself, way: "sense-check" };
    expect(await set(steward, { matters: [undecided] })).toMatchObject({ refusal: { kind: "way-decides-nothing" } });
    expect(await inForce()).toBeUndefined();
  });
});

describe("a proposal about a matter of the charter", () => {
  const put = async (person: PersonId, said: Readonly<Record<string, unknown>>, hours = 24 * 7) => {
    const threadId = await cast.thread(steward, community);
    const closesAt = cast.clock.now().add({ hours }).toString();
    const input = { communityId: community, threadId, title: "T", zone: "UTC", method: "stance", closesAt, ...said };
    return cast.application.execute(openProposal, input, byPerson(person));
  };
  const idOf = async (name: string) => (await inForce())?.matters.find((matter) => matter.name === name)?.id ?? "";

  test("is decided by its rules, whatever the form asked for", async () => {
    await set(steward);
    const matter = await idOf("Spending up to 200");
    const asked = { matter, method: "stance", settings: { share: "1 %" }, quorumPercent: 90 };
    const opened = await put(grace, asked);
    const proposalId = opened.ok ? opened.value.proposalId : "";
    expect(await proposalById(cast.application.read, proposalId)).toMatchObject({
      method: "lazy-consent",
      settings: {},
      quorumPercent: 0,
    });
  });

  test("is refused where it is open for less, where only stewards may, and where there is no such matter", async () => {
    expect(await put(grace, { matter: "charter" })).toMatchObject({ refusal: { kind: "unknown-matter" } });
    await set(steward, { matters: [itself, spending, { name: "Blocks", way: "two-thirds", putBy: "stewards" }] });
    const matter = await idOf("Spending up to 200");
    expect(await put(grace, { matter }, 71)).toMatchObject({ refusal: { kind: "open-longer", days: 3 } });
    expect(await put(grace, { matter }, 72)).toMatchObject({ ok: true });
    expect(await put(grace, { matter: await idOf("Blocks") })).toMatchObject({ refusal: { kind: "only-stewards" } });
    expect(await put(steward, { matter: await idOf("Blocks") })).toMatchObject({ ok: true });
    expect(await put(grace, { matter: "elsewhere" })).toMatchObject({ refusal: { kind: "unknown-matter" } });
  });

  test("keeps the rules it was opened under when the charter changes", async () => {
    await set(steward);
    const matter = await idOf("Spending up to 200");
    const opened = await put(grace, { matter }, 24 * 30);
    const { opening, matters } = await present();
    const stricter = matters.map((one) => (one.id === matter ? { ...one, way: "two-thirds", days: 7 } : one));
    const proposalId = await amending(grace, { opening, matters: stricter });
    await decide(proposalId, [
      [grace, agree],
      [emmy, agree],
    ]);
    expect((await inForce())?.matters.find(({ id }) => id === matter)?.way).toBe("two-thirds");
    const still = await proposalById(cast.application.read, opened.ok ? opened.value.proposalId : "");
    expect(still?.method).toBe("lazy-consent");
  });
});
