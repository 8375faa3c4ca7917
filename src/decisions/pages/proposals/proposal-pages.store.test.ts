import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { agree, openDecisionCast, type CastProposal, type DecisionCast } from "../../../../testing/decision-cast.ts";
import type { CommunityId, PersonId } from "../../../communities/index.ts";

let cast: DecisionCast;
let ada: PersonId;
let grace: PersonId;
let community: CommunityId;
let about: CastProposal;
let path: string;

beforeAll(async () => {
  cast = await openDecisionCast();
  ada = await cast.person("Ada");
  grace = await cast.person("Grace");
});
beforeEach(async () => {
  cast.clock.set("2027-02-01T10:00:00Z");
  community = await cast.community(ada);
  await cast.join(community, grace);
  about = await cast.proposal(ada, community);
  path = `/proposals/${about.proposalId}`;
});
afterAll(() => cast.close());

describe("a proposal on the web", () => {
  test("needs no more than a title and a time from a newcomer", async () => {
    const thread = await cast.thread(ada, community);
    const browser = cast.browser(grace, "Grace");
    const form = `/threads/${thread}/proposals/new`;
    const sent = await browser.submit(form, `/threads/${thread}/proposals`, {
      title: "Meet on Mondays",
      closesAt: "2027-02-09T18:30",
    });
    expect(sent.status).toBe(303);
    const { words } = await browser.get(sent.location ?? "");
    expect(words).toContain("Meet on Mondays");
    expect(words).toContain("All members when it opened are asked. 2 people may answer.");
  });

  test("is answered with a reason, which everybody reads with the count", async () => {
    const browser = cast.browser(grace, "Grace");
    const sent = await browser.submit(path, `${path}/stance`, { choice: "2", reason: "We cannot pay for it." });
    expect(sent).toMatchObject({ status: 303, location: `${path}?done=answered` });
    const { words } = await cast.browser().get(path);
    expect(words).toContain("1 of 2 have answered.");
    expect(words).toContain("We cannot pay for it.");
    expect((await browser.get(path)).html).toMatch(/value="2"[^>]*checked/);
  });

  test("sent without an answer is asked for one, and keeps the reason", async () => {
    const sent = await cast.browser(grace, "Grace").submit(path, `${path}/stance`, { reason: "Because." });
    expect(sent.status).toBe(422);
    expect(sent.html).toContain("Because.");
  });

  test("hides names and count until closing where its rules say so", async () => {
    about = await cast.proposal(ada, community, { secrecy: "closed-until-close" });
    path = `/proposals/${about.proposalId}`;
    await cast.answer(grace, about, agree, "A secret reason.");
    expect((await cast.browser(ada, "Ada").get(path)).words).not.toContain("A secret reason.");
    cast.clock.pass({ hours: 24 * 7 });
    await cast.pumpClock();
    const { words } = await cast.browser(ada, "Ada").get(path);
    expect(words).toContain("A secret reason.");
    expect(words).toContain("The proposal carries.");
  });

  test("in a thread among members is shown to members alone", async () => {
    const threadId = await cast.thread(ada, community, { audience: "members" });
    const closed = await cast.proposal(ada, community, { threadId });
    const page = `/proposals/${closed.proposalId}`;
    expect((await cast.browser().get(page)).status).toBe(303);
    const stranger = await cast.person("Stranger");
    expect((await cast.browser(stranger, "Stranger").get(page)).status).toBe(403);
    expect((await cast.browser(grace, "Grace").get(page)).status).toBe(200);
  });
});
