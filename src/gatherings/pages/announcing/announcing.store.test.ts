import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { openGatheringVisits, type GatheringVisits } from "../../../../testing/gathering-visits.ts";
import { gatheringByHandle } from "../../store/gatherings.read.ts";

let visits: GatheringVisits;
let form: string;
let action: string;

beforeAll(async () => {
  visits = await openGatheringVisits();
  action = `${visits.communityPath}/gatherings`;
  form = `${action}/new`;
});
beforeEach(() => visits.cast.clock.set("2027-02-01T10:00:00Z"));
afterAll(() => visits.cast.close());

const typed = {
  title: "First gathering",
  purpose: "Meet the others.",
  handle: "",
  language: "en",
  zone: "Europe/Rome",
};

describe("announcing a gathering", () => {
  test("takes one sentence, and makes the handle of the title", async () => {
    const browser = visits.browser(visits.grace);
    const sent = await browser.submit(form, action, typed);
    expect(sent.status).toBe(303);
    const gathering = await gatheringByHandle(visits.cast.application.read, "first_gathering");
    expect(sent.location).toBe(`/gatherings/${gathering?.id}?done=announced`);
    expect((await browser.get(sent.location ?? "")).words).toContain("Your gathering has its page and its account.");
  });

  test("counts on when the handle of the title is taken", async () => {
    const browser = visits.browser(visits.grace);
    await browser.submit(form, action, { ...typed, title: "Same title" });
    await browser.submit(form, action, { ...typed, title: "Same title", purpose: "Again." });
    const second = await gatheringByHandle(visits.cast.application.read, "same_title_2");
    expect(second?.purpose).toBe("Again.");
  });

  test("says beside each field what to mend, and keeps what was typed", async () => {
    const sent = await visits
      .browser(visits.grace)
      .submit(form, action, { ...typed, purpose: "", handle: "Not a handle!" });
    expect(sent.status).toBe(422);
    expect(sent.html).toMatch(/id="field-purpose-fault">This is needed/);
    expect(sent.html).toContain('value="First gathering"');
    expect(sent.html).toContain('value="Not a handle!"');
  });

  test("names a handle that another actor has", async () => {
    const browser = visits.browser(visits.grace);
    await browser.submit(form, action, { ...typed, handle: "taken_one" });
    const sent = await browser.submit(form, action, { ...typed, title: "Other", handle: "taken_one" });
    expect(sent.status).toBe(422);
    expect(sent.html).toContain('id="field-handle-fault"');
  });

  test("takes the next good handle when the title is a name that would speak for the server", async () => {
    await visits.browser(visits.grace).submit(form, action, { ...typed, title: "Support" });
    expect((await gatheringByHandle(visits.cast.application.read, "support_2"))?.title).toBe("Support");
  });

  test("is for members", async () => {
    const refused = await visits.browser(visits.emmy).get(form);
    expect(refused.status).toBe(403);
    expect(refused.words).toContain("Only members of this community may do this.");
  });

  test("by a visitor leads through signing in, and nothing is announced before", async () => {
    const visitor = visits.browser();
    const sent = await visitor.submit(form, action, { ...typed, title: "By a visitor" });
    expect(sent).toMatchObject({ status: 303, location: `/sign-in?next=${encodeURIComponent(form)}` });
    expect((await visitor.get(form)).html).toContain('value="By a visitor"');
    expect(await gatheringByHandle(visits.cast.application.read, "by_a_visitor")).toBeUndefined();
  });
});

describe("a community's list of gatherings", () => {
  test("is read in pages, the newest first", async () => {
    const browser = visits.browser(visits.grace);
    for (let number = 1; number <= 31; number++) {
      visits.cast.clock.pass({ minutes: 1 });
      await browser.submit(form, action, { ...typed, title: `Number ${number}.` });
    }
    const first = await visits.browser().get(action);
    expect(first.words).toMatch(/Number 31\..*Number 2\./);
    expect(first.words).not.toContain("Number 1.");
    const next = /href="([^"]+)" rel="next"/.exec(first.html)?.[1] ?? "";
    expect((await visits.browser().get(next)).words).toContain("Number 1.");
  });

  test("is not found for a community that is not there", async () => {
    expect((await visits.browser().get("/communities/nobody/gatherings")).status).toBe(404);
  });
});
