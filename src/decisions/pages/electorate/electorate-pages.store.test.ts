import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { valueOf } from "../../../../testing/community-cast.ts";
import { agree, openDecisionCast, type CastProposal, type DecisionCast } from "../../../../testing/decision-cast.ts";
import { byPerson } from "../../../../testing/test-application.ts";
import { addOrganisation } from "../../../communities/commands/standing/add-organisation.ts";
import { nameDelegate } from "../../../communities/commands/standing/name-delegate.ts";
import { setStanding } from "../../../communities/commands/standing/set-standing.ts";
import type { CommunityId, PersonId } from "../../../communities/index.ts";

let cast: DecisionCast;
let ada: PersonId;
let grace: PersonId;
let mary: PersonId;
let communityId: CommunityId;

beforeAll(async () => {
  cast = await openDecisionCast();
  ada = await cast.person("Ada");
  grace = await cast.person("Grace");
  mary = await cast.person("Mary", "other.example");
});
beforeEach(async () => {
  cast.clock.set("2027-02-01T10:00:00Z");
  communityId = await cast.community(ada);
  await cast.join(communityId, grace, mary);
});
afterAll(() => cast.close());

const pathOf = ({ proposalId }: CastProposal) => `/proposals/${proposalId}`;

async function close(): Promise<void> {
  cast.clock.pass({ hours: 24 * 7 });
  await cast.pumpClock();
}

test("who may answer is chosen with the proposal, and kept when it is refused", async () => {
  const thread = await cast.thread(ada, communityId);
  const form = `/threads/${thread}/proposals/new`;
  const browser = cast.browser(ada, "Ada");
  const said = { title: "Pay", closesAt: "2027-02-09T18:30", electorate: "people", people: "Nobody Here" };
  const refused = await browser.submit(form, `/threads/${thread}/proposals`, said);
  expect(refused.status).toBe(422);
  expect(refused.words).toContain("“Nobody Here” is no member");
  expect(refused.html).toContain("Nobody Here</textarea>");
  const sent = await browser.submit(form, `/threads/${thread}/proposals`, { ...said, people: "@mary@other.example" });
  expect(sent.status).toBe(303);
  const { words, html } = await cast.browser(grace, "Grace").get(sent.location ?? "");
  expect(words).toContain("Only people named one by one are asked here.");
  // Nothing leads to a panel in which there is nothing to do.
  expect(html).not.toContain('href="#act"');
  expect((await cast.browser(mary, "Mary").get(sent.location ?? "")).html).toContain('href="#act"');
});

test("that dues lapsed is read by the person and by stewards alone", async () => {
  const lapsed = { communityId, personId: grace, duesLapsedOn: "2027-01-01" };
  valueOf(await cast.application.execute(setStanding, lapsed, byPerson(ada)));
  const about = await cast.proposal(ada, communityId);
  const page = `${pathOf(about)}/electorate`;
  expect((await cast.browser(grace, "Grace").get(pathOf(about))).words).toContain("Your dues were not paid");
  expect((await cast.browser(ada, "Ada").get(page)).words).toContain("Dues not paid");
  for (const reader of [cast.browser(mary, "Mary"), cast.browser()]) {
    const { words } = await reader.get(page);
    expect(words).toContain("For a reason that they and the stewards know");
    expect(words).not.toContain("ues not paid");
  }
});

test("the list names nobody to those to whom the community does not show its members", async () => {
  communityId = await cast.community(ada, { memberList: "members" });
  await cast.join(communityId, grace);
  const about = await cast.proposal(ada, communityId);
  const page = `${pathOf(about)}/electorate`;
  expect((await cast.browser(grace, "Grace").get(page)).html).toContain("@grace@social.example");
  const { html, words } = await cast.browser().get(page);
  expect(html).not.toContain("@grace@social.example");
  expect(words).toContain("2 voices, written down when it opened");
});

test("an organisation is shown with who spoke for it, and its delegate reads for whom they answer", async () => {
  const added = await cast.application.execute(addOrganisation, { communityId, name: "Allmende eG" }, byPerson(ada));
  const { organisationId } = valueOf(added);
  for (const person of ["Grace", "Mary"]) {
    const named = { communityId, organisationId, person, decidedBy: "Assembly" };
    valueOf(await cast.application.execute(nameDelegate, named, byPerson(ada)));
  }
  const about = await cast.proposal(ada, communityId, { electorate: "organisations" });
  const browser = cast.browser(grace, "Grace");
  expect((await browser.get(pathOf(about))).words).toContain("You answer for Allmende eG: its one voice.");
  expect((await browser.submit(pathOf(about), `${pathOf(about)}/stance`, { choice: "0" })).status).toBe(303);
  const mine = await cast.browser(mary, "Mary").get(pathOf(about));
  expect(mine.words).toContain("Allmende eG has answered.");
  expect(mine.html).toMatch(/value="0"[^>]*checked/);
  expect((await cast.browser().get(pathOf(about))).words).toContain("Allmende eG by Grace");
});

test("an outcome is challenged by a form, answered by a steward, and shown as not holding until then", async () => {
  const about = await cast.proposal(ada, communityId, { challengeDays: 3 });
  valueOf(await cast.answer(mary, about, agree));
  await close();
  const page = `${pathOf(about)}/electorate`;
  expect((await cast.browser().get(pathOf(about))).words).toContain("The outcome does not hold yet.");
  const form = `${page}?about=${mary}`;
  const empty = await cast.browser(grace, "Grace").submit(form, `${pathOf(about)}/challenges`, { reason: "" });
  expect(empty.status).toBe(422);
  const sent = await cast
    .browser(grace, "Grace")
    .submit(form, `${pathOf(about)}/challenges`, { aboutId: mary, reason: "She left in January." });
  expect(sent).toMatchObject({ status: 303, location: `${page}?done=challenged` });
  const steward = cast.browser(ada, "Ada");
  const { html } = await steward.get(page);
  const action = /action="([^"]+\/challenges\/[^"]+\/answer)"/.exec(html)?.[1] ?? "";
  const stranger = await cast.browser(grace, "Grace").send(page, action, { verdict: "upheld", answer: "Yes." });
  expect(stranger.status).toBe(403);
  const answered = await steward.submit(page, action, { verdict: "upheld", answer: "Indeed she did." });
  expect(answered.status).toBe(303);
  const { words } = await cast.browser().get(pathOf(about));
  expect(words).toContain("Indeed she did.");
  expect(words).toContain("Counted again.");
});

test("who may challenge is shown the way, and nobody is offered to state what does not hold yet", async () => {
  const about = await cast.proposal(ada, communityId, { challengeDays: 3 });
  await close();
  const way = "Challenge the list or the count";
  const stated = ["Say what was concluded", "/decision/new"];
  const passer = await cast.browser().get(pathOf(about));
  expect(passer.words).not.toContain(way);
  const steward = await cast.browser(ada, "Ada").get(pathOf(about));
  expect(steward.words).toContain(way);
  for (const offer of stated) expect(steward.html).not.toContain(offer);
  cast.clock.pass({ hours: 24 * 3 + 1 });
  const later = await cast.browser(ada, "Ada").get(pathOf(about));
  for (const offer of stated) expect(later.html).toContain(offer);
});

test("the count of an open proposal shows its servers, that of a closed one none from which few answered", async () => {
  const open = await cast.proposal(ada, communityId);
  const hidden = await cast.proposal(ada, communityId, { secrecy: "closed-until-close" });
  for (const about of [open, hidden]) valueOf(await cast.answer(mary, about, agree));
  await close();
  expect((await cast.browser().get(pathOf(open))).words).toContain("From which servers");
  expect((await cast.browser().get(pathOf(hidden))).words).not.toContain("From which servers");
});
