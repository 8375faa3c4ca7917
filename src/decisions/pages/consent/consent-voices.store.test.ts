import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { consentPlay, type CastConsent, type ConsentPlay } from "../../../../testing/consent-cast.ts";
import { valueOf } from "../../../../testing/community-cast.ts";
import { openDecisionCast, type DecisionCast } from "../../../../testing/decision-cast.ts";
import { voicesPlay, type VoicesPlay } from "../../../../testing/voices-cast.ts";
import { blockPerson } from "../../../communities/commands/moderation/block-person.ts";
import { byPerson } from "../../../../testing/test-application.ts";
import { communityById, type CommunityId, type PersonId } from "../../../communities/index.ts";
import { closeGatheringOfObjections } from "../../commands/consent/close-gathering-of-objections.ts";

let cast: DecisionCast;
let play: ConsentPlay;
let voices: VoicesPlay;
/** The steward, who speaks for nobody; two who speak for Allmende, one for Comuna, and one who may come after. */
let ada: PersonId;
let grace: PersonId;
let mary: PersonId;
let edith: PersonId;
let later: PersonId;
let stranger: PersonId;
let community: CommunityId;
let comuna: string;
let about: CastConsent;
let path: string;

beforeAll(async () => {
  cast = await openDecisionCast();
  play = consentPlay(cast);
  ada = await cast.person("Ada");
  [grace, mary, edith] = [await cast.person("Grace"), await cast.person("Mary"), await cast.person("Edith")];
  [later, stranger] = [await cast.person("Later"), await cast.person("Stranger")];
  voices = voicesPlay(cast, ada);
});
beforeEach(async () => {
  cast.clock.set("2027-02-01T10:00:00Z");
  community = await cast.community(ada);
  await cast.join(community, grace, mary, edith, later);
  await voices.organisation(community, "Allmende", grace, mary);
  comuna = await voices.organisation(community, "Comuna", edith);
  about = await play.draft(ada, community, { electorate: "organisations" });
  path = `/consents/${about.consentId}`;
});
afterAll(() => cast.close());

const words = async (person?: PersonId) => (await cast.browser(person).get(path)).words;
const answer = (person: PersonId, fields: Readonly<Record<string, string>>) =>
  cast.browser(person).submit(path, `${path}/answer`, { version: "1", ...fields });
const toConsent = () => play.toConsent(about, ada, [grace, edith]);

test("the form of a draft offers the organisations of the community, and keeps them", async () => {
  const thread = await cast.thread(grace, community);
  const form = `/threads/${thread}/consents/new`;
  const browser = cast.browser(grace, "Grace");
  expect((await browser.get(form)).words).toContain("Organisations, one voice each");
  const said = { title: "Meet on Mondays", text: "We meet every first Monday.", electorate: "organisations" };
  const sent = await browser.submit(form, `/threads/${thread}/consents`, said);
  const page = (sent.location ?? "").split("?")[0] ?? "";
  expect((await browser.get(`${page}/draft`)).html).toMatch(/value="organisations"[^>]*checked/);
  expect((await browser.get(page)).words).toContain("each has one voice, whatever its size");
});

test("who is waited for are organisations, named to everybody", async () => {
  await toConsent();
  valueOf(await play.answer(mary, about, "consent"));
  const read = await words();
  expect(read).toContain("2 organisations are asked.");
  expect(read).toContain("1 of 2 have answered. Waiting for Comuna");
  expect(read).toContain("One organisation consents");
  expect(read).toContain("Allmende by Mary");
});

test("whoever speaks for one reads in whose name, and finds what a colleague said", async () => {
  await toConsent();
  expect((await answer(grace, { answer: "concern", words: "Who does it in summer?" })).status).toBe(303);
  const read = await cast.browser(mary).get(path);
  expect(read.words).toContain("You answer for Allmende: its one voice.");
  expect(read.html).toContain("Who does it in summer?</textarea>");
});

test("where a community shows its members to few, organisations are named and those who speak for them are not", async () => {
  community = await cast.community(ada, { memberList: "stewards" });
  await cast.join(community, grace, edith);
  await voices.organisation(community, "Allmende", grace);
  await voices.organisation(community, "Comuna", edith);
  about = await play.draft(ada, community, { electorate: "organisations" });
  path = `/consents/${about.consentId}`;
  await toConsent();
  valueOf(await play.answer(grace, about, "concern", "Who does it in summer?"));
  for (const read of [await words(), await words(edith)]) {
    expect(read).toMatch(/Allmende ?: Consent with a concern/);
    expect(read).toContain("Waiting for Comuna");
    expect(read).not.toContain("Grace");
  }
  expect(await words(ada)).toContain("Allmende by Grace");
  const handle = (await communityById(cast.application.read, community))?.handle;
  const file = (await cast.browser(edith).get(`/communities/${handle}/threads/export.json`)).html;
  expect(file).toMatch(/"by": ?"Allmende"/);
  expect(file).not.toContain("Grace");
});

test("an objection stands under the organisation, and any who speak for it take it back", async () => {
  await toConsent();
  expect((await answer(grace, { answer: "objection", words: "We cannot pay it." })).status).toBe(303);
  valueOf(await play.act(ada, closeGatheringOfObjections, about));
  const read = await words(mary);
  expect(read).toContain("Allmende by Grace");
  expect(read).toContain("Take my objection back");
  expect(read).not.toContain("It is a concern");
  expect(await words(edith)).toContain("It is a concern");
});

test("those who do not speak for one are told why, and no form is theirs", async () => {
  await toConsent();
  expect(await words(ada)).toContain("Organisations are asked here, and you spoke for none when this opened.");
  await voices.speaksNoMore(community, comuna, edith);
  await voices.speaks(community, comuna, later);
  expect(await words(edith)).toContain("you do not speak for yours any more");
  expect(await words(later)).toContain("You answer for Comuna: its one voice.");
  const blocked = { communityId: community, personId: stranger, level: "block", reason: "Rude." };
  valueOf(await cast.application.execute(blockPerson, blocked, byPerson(ada)));
  const { threadId } = await play.state(about);
  for (const person of [ada, edith, stranger]) {
    const sent = await cast
      .browser(person)
      .send(`/threads/${threadId}`, `${path}/answer`, { answer: "consent", version: "1" });
    expect(sent.status).toBe(403);
  }
});

test("a page says who is asked, who speaks for them now, and who is not asked and why", async () => {
  expect((await cast.browser().get(`${path}/electorate`)).status).toBe(404);
  await toConsent();
  const read = async (person?: PersonId) => (await cast.browser(person).get(`${path}/electorate`)).words;
  expect(await words()).toContain("Who is asked, and why");
  expect(await read(grace)).toContain("Grace");
  expect(await read(grace)).toContain("Speaks for no organisation");
  await voices.speaksNoMore(community, comuna, edith);
  expect(await read()).toContain("Nobody at present");
});

test("a page lists the members of a circle or a community with the reason of each", async () => {
  about = await play.draft(ada, community, { electorate: "stewards" });
  path = `/consents/${about.consentId}`;
  await play.toConsent(about, ada, [ada]);
  const read = (await cast.browser(grace).get(`${path}/electorate`)).words;
  expect(read).toContain("The stewards when it opened are asked.");
  expect(read).toMatch(/Ada\S* ?.*Steward/);
  expect(read).toContain("Not a steward");
});
