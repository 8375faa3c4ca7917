import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import {
  agree,
  disagree,
  openDecisionCast,
  type CastProposal,
  type DecisionCast,
} from "../../../../testing/decision-cast.ts";
import { communityById, type CommunityId, type PersonId } from "../../../communities/index.ts";

let cast: DecisionCast;
let ada: PersonId;
let grace: PersonId;
let emmy: PersonId;
let stranger: PersonId;
let communityId: CommunityId;
let about: CastProposal;
let path: string;
let voices: string;

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
  path = `/proposals/${about.proposalId}`;
  voices = `/communities/${(await communityById(cast.application.read, communityId))?.handle ?? ""}/voices`;
});
afterAll(() => cast.close());

const adas = () => cast.browser(ada, "Ada");
const graces = () => cast.browser(grace, "Grace");
const emmys = () => cast.browser(emmy, "Emmy");

/** A page that has a form for everybody who is signed in. */
const pageWithForm = async () => `/threads/${await cast.thread(ada, communityId)}`;

/** Grace offers Ada her voice on the web, and Ada takes it there. */
async function graceHandsOver(fields: Readonly<Record<string, string>> = {}, from = voices): Promise<void> {
  await graces().submit(from, voices, { holder: ada, ...fields });
  const action = /action="([^"]+\/answer)"/.exec((await adas().get(voices)).html)?.[1] ?? "";
  expect(await adas().submit(voices, action, { answer: "yes" })).toMatchObject({ status: 303 });
}

/** Closes the proposal early, and gives the words of its page to whoever passes by. */
async function closed(): Promise<string> {
  expect((await adas().submit(path, `${path}/closure`, { closingReason: "All have answered." })).status).toBe(303);
  return (await cast.browser().get(path)).words;
}

describe("handing one's voice over on the web", () => {
  test("is asked of another member, who takes it; all members see the chain, and the count tells of it", async () => {
    await graceHandsOver();
    await cast.answer(ada, about, agree);
    expect((await emmys().get(voices)).words).toMatch(/Grace.*Ada.*for all that the community decides/);
    const { words } = await graces().get(path);
    expect(words).toContain("speaks for you here: Agree.");
    expect(words).toContain("speaks for 1 other");
    expect(words).toContain("2 of 3 have answered. 1 of these was spoken for by another member.");
    expect(await closed()).toContain("1 of these was spoken for by another member.");
  });

  test("is taken back by one button", async () => {
    await graceHandsOver();
    const action = /action="([^"]+\/return)"/.exec((await graces().get(voices)).html)?.[1] ?? "";
    await graces().submit(voices, action);
    expect((await graces().get(voices)).words).toContain("Nobody speaks for you.");
  });

  test("for one proposal leads back to it, and is not shown with its answer before that may be seen", async () => {
    about = await cast.proposal(ada, communityId, { secrecy: "closed-until-close" });
    path = `/proposals/${about.proposalId}`;
    const sent = await graces().submit(`${voices}?proposal=${about.proposalId}`, voices, {
      holder: "@ada@social.example",
      scope: "proposal",
      proposal: about.proposalId,
    });
    expect(sent.location).toBe(`${path}?done=voice-offered`);
    await graceHandsOver({ scope: "proposal", proposal: about.proposalId }, `${voices}?proposal=${about.proposalId}`);
    await cast.answer(ada, about, disagree);
    const { words } = await graces().get(path);
    expect(words).toContain("speaks for you here.");
    expect(words).not.toContain("speaks for you here: Disagree");
  });

  test("refused keeps what was chosen and says what to mend", async () => {
    const sent = await graces().submit(voices, voices, { holder: "", scope: "topic", topic: "a, b", months: "3" });
    expect(sent.status).toBe(422);
    expect(sent.html).toMatch(/value="topic"[^>]*checked/);
    expect(sent.html).toMatch(/value="a, b"/);
    const unfit = await graces().submit(voices, voices, { holder: ada, scope: "topic", topic: "a, b" });
    expect(unfit.words).toContain("Name one topic");
  });

  test("is for members alone to see and to do, and its limit for stewards", async () => {
    expect((await cast.browser().get(voices)).status).not.toBe(200);
    const passing = cast.browser(stranger, "Stranger");
    expect((await passing.get(voices)).status).toBe(403);
    expect((await passing.send(await pageWithForm(), voices, { holder: "" })).status).toBe(403);
    expect((await graces().get(voices)).html).not.toContain(`action="${voices}/limit"`);
    expect((await graces().send(voices, `${voices}/limit`, { most: "1" })).status).toBe(403);
    await adas().submit(voices, `${voices}/limit`, { most: "0" });
    expect((await graces().get(voices)).words).toContain("In this community nobody hands over their voice.");
  });
});

describe("an answer given by phone", () => {
  const record = (fields: Readonly<Record<string, string>> = {}) =>
    adas().submit(`${path}/phone`, `${path}/phone`, { person: grace, choice: "2", note: "At noon.", ...fields });

  test("counts, is marked for all to see, and is told of at closing while nobody confirmed it", async () => {
    expect(await record()).toMatchObject({ status: 303, location: `${path}?done=recorded` });
    const { words } = await cast.browser().get(path);
    expect(words).toMatch(/Grace.*Disagree.*given by phone, not confirmed yet, written down by Ada/);
    expect(words).toContain("note: At noon.");
    expect(await closed()).toContain("1 answer was given by phone. 1 of them is not confirmed.");
  });

  test("is confirmed or refused by whoever gave it, and by nobody else", async () => {
    await record();
    expect((await graces().get(path)).words).toContain("An answer was written down for you: Disagree.");
    expect((await emmys().get(path)).words).not.toContain("written down for you");
    expect((await emmys().send(path, `${path}/phone/answer`, { answer: "no" })).status).toBe(422);
    await graces().submit(path, `${path}/phone/answer`, { answer: "yes" });
    expect((await graces().get(path)).words).toContain("given by phone and confirmed");
    await graces().send(path, `${path}/phone/answer`, { answer: "no" });
    expect((await graces().get(path)).words).toContain("0 of 3 have answered.");
    expect((await record()).words).toContain("They answer for themselves now.");
  });

  test("gives way to the person's own", async () => {
    await record();
    await cast.answer(grace, about, agree);
    expect((await cast.browser().get(path)).words).not.toContain("given by phone");
    expect((await record()).words).toContain("This person has answered already");
  });

  test("is written down by stewards alone, for others alone, and never in secret", async () => {
    for (const browser of [graces(), cast.browser(stranger, "Stranger")]) {
      expect((await browser.get(`${path}/phone`)).status).toBe(403);
      expect(
        (await browser.send(await pageWithForm(), `${path}/phone`, { person: emmy, choice: "0", note: "x" })).status,
      ).toBe(403);
    }
    expect((await record({ person: ada })).words).toContain("Answer for yourself");
    expect((await record({ person: stranger })).words).toContain("Choose somebody on the list");
    expect((await record({ note: "" })).status).toBe(422);
    const secret = await cast.proposal(ada, communityId, { secrecy: "secret" });
    expect((await adas().get(`/proposals/${secret.proposalId}/phone`)).status).toBe(404);
  });
});

describe("a guest", () => {
  /** Ada invites a guest; gives the path of the link that she is shown once. */
  async function invite(standing: "counted" | "advisory"): Promise<string> {
    const made = await adas().submit(`${path}/guests`, `${path}/guests`, { name: "Mr Guest", standing });
    expect(made.status).toBe(200);
    return new RegExp(`${path}/guest/[A-Za-z0-9_-]{43}`).exec(made.html)?.[0] ?? "";
  }

  test("answers by a link without an account, changes the answer by the same link, and is counted", async () => {
    const link = await invite("counted");
    expect((await adas().get(`${path}/guests`)).html).not.toContain(link);
    const guest = cast.browser();
    expect(await guest.submit(link, link, { choice: "2" })).toMatchObject({
      status: 303,
      location: `${link}?done=answered`,
    });
    await guest.submit(link, link, { choice: "0", reason: "It helps us all." });
    await cast.answer(grace, about, agree);
    const { words } = await guest.get(path);
    expect(words).toContain("2 of 4 have answered. 1 guest is counted.");
    expect(words).toMatch(/Mr Guest : Agree · invited by Ada .* It helps us all\./);
    expect(await closed()).toContain("2 of 4 answered.");
    expect((await guest.get(`${path}/ballots.json`)).html).toContain('{"ballot":{"choice":0},"byGuests":1,"count":2}');
    expect((await guest.get(link)).words).toContain("Answers are closed.");
  });

  test("who is heard and not counted stands beside the count", async () => {
    const link = await invite("advisory");
    await cast.browser().submit(link, link, { choice: "0" });
    const words = await closed();
    expect(words).toContain("0 of 3 answered.");
    expect(words).toContain("1 guest is heard and not counted.");
  });

  test("whose seat is taken back is neither counted nor shown, and the link says so", async () => {
    const link = await invite("counted");
    await cast.browser().submit(link, link, { choice: "0" });
    const action = /action="([^"]+\/revocation)"/.exec((await adas().get(`${path}/guests`)).html)?.[1] ?? "";
    await adas().submit(`${path}/guests`, action);
    expect((await cast.browser().get(link)).words).toContain("This seat was taken back.");
    expect((await cast.browser().get(path)).words).not.toContain("Mr Guest");
    expect(await closed()).toContain("0 of 3 answered.");
  });

  test("can have name and answer taken away, and after closing the name", async () => {
    const link = await invite("counted");
    const guest = cast.browser();
    await guest.submit(link, link, { choice: "0", reason: "Secret reason." });
    await closed();
    await guest.submit(link, `${link}/leaving`);
    const { words } = await guest.get(path);
    expect(words).toContain("1 of 4 answered.");
    expect(words).not.toContain("Mr Guest");
    expect(words).not.toContain("Secret reason.");
  });

  test("sees of a thread among members nothing but the proposal, and only with the whole link", async () => {
    const threadId = await cast.thread(ada, communityId, { audience: "members", text: "Hidden words." });
    const closesAt = cast.clock.now().add({ hours: 99 }).toString();
    const put = { threadId, title: "Among us", text: "Shall we?", closesAt };
    about = await cast.proposal(ada, communityId, put);
    path = `/proposals/${about.proposalId}`;
    const link = await invite("advisory");
    await cast.answer(grace, about, agree, "Hidden reason.");
    const { words, html } = await cast.browser().get(link);
    expect(words).toContain("Shall we?");
    expect(html).not.toMatch(/Hidden|Grace/);
    expect((await cast.browser().get(path)).status).not.toBe(200);
    expect((await cast.browser().get(`${link.slice(0, -1)}.`)).status).toBe(404);
    const other = await cast.proposal(ada, communityId);
    expect((await cast.browser().get(link.replace(about.proposalId, other.proposalId))).status).toBe(404);
  });

  test("answers so often at most by one link", async () => {
    const link = await invite("advisory");
    const guest = cast.browser();
    for (let time = 0; time < 30; time += 1) await guest.submit(link, link, { choice: String(time % 2) });
    expect((await guest.submit(link, link, { choice: "2" })).words).toContain("30 answers were given");
  });

  test("is invited by the author and stewards alone, and never to a secret vote", async () => {
    for (const browser of [graces(), cast.browser(stranger, "Stranger")]) {
      expect((await browser.get(`${path}/guests`)).status).toBe(403);
      expect((await browser.send(await pageWithForm(), `${path}/guests`, { name: "X" })).status).toBe(403);
    }
    about = await cast.proposal(grace, communityId);
    path = `/proposals/${about.proposalId}`;
    expect((await graces().submit(`${path}/guests`, `${path}/guests`, { name: "" })).status).toBe(422);
    expect((await graces().submit(`${path}/guests`, `${path}/guests`, { name: "Y" })).status).toBe(200);
    const secret = await cast.proposal(ada, communityId, { secrecy: "secret" });
    expect((await adas().get(`/proposals/${secret.proposalId}/guests`)).status).toBe(404);
  });
});
