import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { consentPlay, type CastConsent, type ConsentPlay } from "../../../../testing/consent-cast.ts";
import { valueOf } from "../../../../testing/community-cast.ts";
import { openDecisionCast, type DecisionCast } from "../../../../testing/decision-cast.ts";
import { byPerson } from "../../../../testing/test-application.ts";
import { keepCircle } from "../../../circles/commands/keep-circle.ts";
import type { CommunityId, PersonId } from "../../../communities/index.ts";
import { amendmentOf, bylawsOfProposal, charterHistory, charterOf } from "../../store/charter/charter.read.ts";
import { decisionOfConsent } from "../../store/consent/adopted.read.ts";
import { versionOf } from "../../store/consent/consents.read.ts";
import { objectionsOf } from "../../store/consent/objections.read.ts";
import { electorsOf } from "../../store/proposals/stances.read.ts";
import { electorateChosen } from "../../store/electorate/electorates.read.ts";
import { answerReview } from "../consent/answer-review.ts";
import { askForConsent } from "../consent/ask-for-consent.ts";
import { closeGatheringOfObjections } from "../consent/close-gathering-of-objections.ts";
import { confirmVersion } from "../consent/confirm-version.ts";
import { editDraft } from "../consent/edit-draft.ts";
import { judgeObjection } from "../consent/judge-objection.ts";
import { react } from "../consent/react.ts";
import { sayClear } from "../consent/say-clear.ts";
import { submitConsent } from "../consent/submit-consent.ts";
import { takeBackConsent } from "../consent/take-back-consent.ts";
import { versionHash } from "../consent/version-hash.ts";
import { draftConsent } from "../consent/draft-consent.ts";
import { openProposal } from "../proposals/open-proposal.ts";
import { proposeAmendment } from "./propose-amendment.ts";
import { setFirstCharter } from "./set-first-charter.ts";
import { writeAmendmentVersion } from "./write-amendment.ts";

let cast: DecisionCast;
let play: ConsentPlay;
let ada: PersonId;
let grace: PersonId;
let emmy: PersonId;
let community: CommunityId;
let circleId: string;

const itself = { id: "charter", name: "This charter", way: "consent", silence: "needs-all" };
const roles = { name: "Roles", way: "sociocratic-consent" };

beforeAll(async () => {
  cast = await openDecisionCast();
  play = consentPlay(cast);
  [ada, grace, emmy] = [await cast.person("Ada"), await cast.person("Grace"), await cast.person("Emmy")];
});
beforeEach(async () => {
  cast.clock.set("2027-02-01T10:00:00Z");
  community = await cast.community(ada);
  await cast.join(community, grace, emmy);
  const kept = { communityId: community, name: "Money", aim: "Looks after it.", people: "@grace@social.example" };
  circleId = valueOf(await cast.application.execute(keepCircle, kept, byPerson(ada))).circleId;
});
afterAll(() => cast.close());

const read = () => cast.application.read;
const inForce = () => charterOf(read(), community);
const refusal = (kind: string, more = {}) => ({ ok: false, refusal: { kind, ...more } });
const set = (...matters: readonly object[]) =>
  cast.application.execute(
    setFirstCharter,
    { communityId: community, opening: "How we decide.", matters },
    byPerson(ada),
  );
const matterId = async (name: string) => (await inForce())?.matters.find((matter) => matter.name === name)?.id ?? "";

async function draft(person: PersonId, name: string, said: Readonly<Record<string, unknown>> = {}) {
  const threadId = await cast.thread(ada, community);
  const words = { title: "Pay for a disk", text: "We pay 120 for a disk.", zone: "UTC" };
  const input = { communityId: community, threadId, ...words, matter: await matterId(name), ...said };
  return cast.application.execute(draftConsent, input, byPerson(person));
}

/** What came of drafting, as every command about the process is told it. */
function drafted(result: Awaited<ReturnType<typeof draft>>): CastConsent {
  return { communityId: community, consentId: valueOf(result).consentId };
}

describe("a matter decided by consent", () => {
  const spending = () => ({
    name: "Spending",
    way: "consent",
    quorumPercent: "60",
    days: "4",
    clarifyDays: "1",
    reactDays: "2",
    asks: `circle:${circleId}`,
  });

  test("is put under the charter's rules, whatever its author asks for", async () => {
    valueOf(await set(itself, spending()));
    const about = drafted(
      await draft(grace, "Spending", { silence: "not-present", consentDays: 60, electorate: "members" }),
    );
    expect(await play.state(about)).toMatchObject({
      rule: { kind: "quorum", quorumPercent: 60 },
      roundDays: { clarify: 1, react: 2, consent: 4 },
    });
    expect(await electorateChosen(read(), about.consentId)).toMatchObject({ kind: "circle", circleName: "Money" });
    expect(await bylawsOfProposal(read(), about.consentId)).toMatchObject({
      matterName: "Spending",
      charterVersion: 1,
    });
    const edited = {
      title: "Pay for a disk",
      text: "We pay 100 for a disk.",
      silence: "needs-all",
      electorate: "stewards",
    };
    valueOf(await play.act(grace, editDraft, about, edited));
    expect((await play.state(about)).rule).toEqual({ kind: "quorum", quorumPercent: 60 });
    valueOf(await play.act(grace, submitConsent, about));
    expect(await electorsOf(read(), about.consentId, { after: "", limit: 9 })).toEqual([
      { personId: grace, why: "circle" },
    ]);
  });

  test("is no proposal to be counted, and a counted matter is no process", async () => {
    valueOf(await set(itself, spending(), { name: "Members", way: "two-thirds" }));
    const threadId = await cast.thread(ada, community);
    const closesAt = cast.clock.now().add({ hours: 240 }).toString();
    const put = { communityId: community, threadId, title: "T", method: "stance", zone: "UTC", closesAt };
    const counted = await cast.application.execute(
      openProposal,
      { ...put, matter: await matterId("Spending") },
      byPerson(ada),
    );
    expect(counted).toMatchObject(refusal("decided-by-consent"));
    expect(await draft(grace, "Members")).toMatchObject(refusal("not-by-consent"));
    expect(await draft(grace, "", { matter: "none" })).toMatchObject(refusal("unknown-matter"));
  });

  test("is put forward by stewards alone where the charter says so", async () => {
    valueOf(await set(itself, { ...roles, putBy: "stewards" }));
    expect(await draft(grace, "Roles")).toMatchObject(refusal("only-stewards"));
    valueOf(await draft(ada, "Roles"));
  });

  test("takes the rules that the charter has when it is submitted", async () => {
    valueOf(await set(itself, spending()));
    const about = drafted(await draft(grace, "Spending"));
    const amendment = await amend(ada, {
      matters: [itself, { ...spending(), id: await matterId("Spending"), days: "9" }],
    });
    await consentAll(amendment);
    valueOf(await play.act(grace, submitConsent, about));
    expect((await play.state(about)).roundDays.consent).toBe(9);
    expect(await bylawsOfProposal(read(), about.consentId)).toMatchObject({ charterVersion: 2 });
  });

  test.each([
    [{ share: "60 %" }, "share-not-of-this-way", "share"],
    [{ days: "0" }, "way-needs-days", "days"],
    [{ reactDays: "61" }, "way-takes-days", "reactDays"],
    [{ quorumPercent: "0" }, "way-needs-quorum", "quorumPercent"],
    [{ asks: "circle:none" }, "unknown-circle", "asks"],
    [{ asks: "people" }, "unknown-circle", "asks"],
  ])("is refused with %j", async (said, kind, field) => {
    const refused = await set(itself, { name: "Spending", way: "consent", ...said });
    expect(refused).toMatchObject(refusal(kind, { field: `matters.1.${field}` }));
  });

  test("by the rules of Sociocracy For All lets no silence count", async () => {
    valueOf(await set(itself, { ...roles, silence: "not-present" }));
    expect((await inForce())?.matters[1]).toMatchObject({
      way: "sociocratic-consent",
      settings: { silence: "needs-all" },
    });
  });
});

/** Puts an amendment before the circle. */
async function amend(person: PersonId, said: Readonly<Record<string, unknown>>): Promise<CastConsent> {
  const put = { title: "Amend", text: "Since it is time.", language: "en", zone: "UTC", opening: "How we decide." };
  const input = { communityId: community, ...put, ...said };
  const { consentId } = valueOf(await cast.application.execute(proposeAmendment, input, byPerson(person)));
  return { communityId: community, consentId };
}

/** Leads an amendment of a steward to where the circle is asked for its consent. */
async function toConsent(about: CastConsent): Promise<void> {
  for (const person of [ada, grace, emmy]) valueOf(await play.act(person, sayClear, about, { answer: "clear" }));
  for (const person of [ada, grace, emmy]) valueOf(await play.act(person, react, about, { pass: "yes" }));
  valueOf(await play.act(ada, askForConsent, about));
}

async function consentAll(about: CastConsent): Promise<void> {
  await toConsent(about);
  for (const person of [ada, grace, emmy]) valueOf(await play.answer(person, about, "consent"));
}

describe("a charter amended by consent", () => {
  const slower = { name: "Members", way: "two-thirds", days: "14" };

  test("is in force once the circle has consented, and rests on that decision", async () => {
    valueOf(await set(itself));
    const about = await amend(ada, { matters: [itself, slower] });
    expect((await inForce())?.version).toBe(1);
    await consentAll(about);
    expect(await inForce()).toMatchObject({
      version: 2,
      proposalId: about.consentId,
      matters: [{}, { name: "Members" }],
    });
    expect(await decisionOfConsent(read(), about.consentId)).toMatchObject({ state: "in-force", title: "Amend" });
    expect(await amendmentOf(read(), about.consentId)).toMatchObject({ ended: "in-force" });
  });

  test("stays as it is where the amendment is taken back, or too few answer", async () => {
    valueOf(await set(itself));
    const taken = await amend(ada, { matters: [itself, slower] });
    valueOf(await play.act(ada, takeBackConsent, taken, { how: "withdraw" }));
    expect(await amendmentOf(read(), taken.consentId)).toMatchObject({ ended: "withdrawn" });
    const failed = await amend(ada, { matters: [itself, slower] });
    await toConsent(failed);
    cast.clock.pass({ hours: 24 * 5 });
    await cast.pumpClock();
    expect(await amendmentOf(read(), failed.consentId)).toMatchObject({ ended: "not-carried" });
    expect((await inForce())?.version).toBe(1);
  });

  test("is amended as an objection changed it, and each version's hash covers what the charter would say", async () => {
    valueOf(await set(itself));
    const about = await amend(ada, { matters: [itself, slower] });
    await toConsent(about);
    valueOf(await play.answer(grace, about, "objection", "Two weeks are too long for somebody who waits."));
    valueOf(await play.act(ada, closeGatheringOfObjections, about));
    const [record] = await objectionsOf(read(), about.consentId);
    valueOf(await play.act(emmy, judgeObjection, about, { objectionId: record?.id, verdict: "stands" }));
    const same = { opening: "How we decide.", matters: [itself, slower] };
    const written = (person: PersonId, said: object) =>
      play.act(person, writeAmendmentVersion, about, { ...same, ...said });
    expect(await written(emmy, { matters: [itself] })).toMatchObject(refusal("not-the-author"));
    expect(await written(ada, { matters: [itself] })).toMatchObject(refusal("charter-unchanged"));
    valueOf(await written(grace, { matters: [itself, { ...slower, days: "7" }], integration: "amend" }));
    const [one, two] = [await versionOf(read(), about.consentId, 1), await versionOf(read(), about.consentId, 2)];
    expect(two).toMatchObject({ text: one?.text, integration: "amend" });
    const amendment = await amendmentOf(read(), about.consentId);
    if (two === undefined || amendment === undefined) throw new Error("there is no second version");
    const { opening, matters } = amendment;
    expect(two.hash).toBe(versionHash(about.consentId, 2, two, { opening, matters }));
    expect(two.hash).not.toBe(versionHash(about.consentId, 2, two));
    valueOf(await play.act(grace, confirmVersion, about, { will: "yes" }));
    for (const person of [ada, grace, emmy]) valueOf(await play.answer(person, about, "consent"));
    expect((await inForce())?.matters[1]).toMatchObject({ name: "Members", days: 7 });
  });

  test("that another amendment has overtaken changes nothing, and is no decision", async () => {
    valueOf(await set(itself, slower));
    const id = await matterId("Members");
    const first = await amend(ada, { matters: [itself, { ...slower, id, days: "20" }] });
    const second = await amend(ada, { matters: [itself, { ...slower, id, days: "30" }] });
    await consentAll(first);
    await consentAll(second);
    expect((await inForce())?.matters[1]).toMatchObject({ days: 20 });
    expect(await amendmentOf(read(), second.consentId)).toMatchObject({ ended: "overtaken" });
    expect(await decisionOfConsent(read(), second.consentId)).toBeUndefined();
  });

  test("comes back at the review: ended, it reads again as before", async () => {
    valueOf(await set(itself));
    const about = await amend(ada, { matters: [itself, slower], termMonths: 3 });
    await consentAll(about);
    cast.clock.set("2027-05-01T10:00:00Z");
    await cast.pumpClock();
    for (const person of [ada, grace, emmy]) valueOf(await play.act(person, answerReview, about, { answer: "end" }));
    expect(await decisionOfConsent(read(), about.consentId)).toMatchObject({ state: "ended" });
    expect((await inForce())?.matters.map(({ name }) => name)).toEqual(["This charter"]);
    expect(await charterHistory(read(), community, 9)).toHaveLength(3);
    expect(await amendmentOf(read(), about.consentId)).toMatchObject({ ended: "undone" });
  });

  test("comes back at the review: changed, by a draft that begins with the charter as it stands", async () => {
    valueOf(await set(itself));
    const about = await amend(ada, { matters: [itself, slower], termMonths: 3 });
    await consentAll(about);
    cast.clock.set("2027-05-01T10:00:00Z");
    await cast.pumpClock();
    for (const person of [ada, grace, emmy]) valueOf(await play.act(person, answerReview, about, { answer: "change" }));
    const by = cast.events.findLast(({ name }) => name === "decision-to-be-changed")?.payload["by"];
    const change = { communityId: community, consentId: typeof by === "string" ? by : "" };
    expect(await play.act(ada, submitConsent, change)).toMatchObject(refusal("charter-unchanged"));
    const id = await matterId("Members");
    const said = { opening: "How we decide.", matters: [itself, { ...slower, id, days: "21" }] };
    expect(await play.act(grace, writeAmendmentVersion, change, said)).toMatchObject(refusal("not-the-author"));
    valueOf(await play.act(ada, writeAmendmentVersion, change, said));
    valueOf(await play.act(ada, submitConsent, change));
    await consentAll(change);
    expect(await inForce()).toMatchObject({ version: 3, matters: [{}, { days: 21 }] });
    expect(await decisionOfConsent(read(), about.consentId)).toMatchObject({ state: "superseded" });
  });
});
