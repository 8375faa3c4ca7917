import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { openGatheringVisits, type GatheringVisits } from "../../../../testing/gathering-visits.ts";
import { holdGathering, type HeldGathering } from "../../../../testing/held-gathering.ts";

let visits: GatheringVisits;
let held: HeldGathering;
let path: string;

beforeAll(async () => {
  visits = await openGatheringVisits();
});
beforeEach(async () => {
  held = await holdGathering(visits.cast, visits.ada, visits.community, [visits.grace]);
  path = `/gatherings/${held.gatheringId}/feedback`;
});
afterAll(() => visits.cast.close());

const grace = () => visits.browser(visits.grace);

describe("the page that asks how it was", () => {
  test("takes what people say, shows it without names, and lets them change it", async () => {
    const sent = await grace().submit(path, path, { plus: "The names\nThe <b>pace</b>", delta: "Too late" });
    expect(sent).toMatchObject({ status: 303, location: `${path}?done=given` });
    const { words, html } = await visits.browser(visits.ada).get(path);
    expect(words).toContain("What worked The names The <b>pace</b> Hide it What could be better Too late");
    expect(words).not.toContain("Grace");
    expect(html).not.toContain("<b>pace");
    expect((await grace().get(path)).html).toMatch(/name="plus"[^>]*>The names/);
    expect((await grace().get(`/gatherings/${held.gatheringId}`)).html).toContain(`href="${path}"`);
  });

  test("asks for something in one of the fields", async () => {
    const sent = await grace().submit(path, path, { plus: "", delta: " " });
    expect(sent.status).toBe(422);
    expect(sent.words).toContain("Write something in one of the two fields.");
  });

  test("is for those who take part", async () => {
    expect((await visits.browser(visits.emmy).get(path)).status).toBe(403);
    expect((await visits.browser().get(path)).status).toBe(303);
  });

  test("lets organisers hide something with a reason, which everyone reads in its place", async () => {
    await grace().submit(path, path, { plus: "", delta: "Mallory is a fool" });
    const ada = visits.browser(visits.ada);
    const hiding = /href="([^"]*\/hiding)"/.exec((await ada.get(path)).html)?.[1] ?? "";
    expect((await grace().get(hiding)).status).toBe(403);
    const unsaid = await ada.submit(hiding, hiding, { reason: "" });
    expect(unsaid.html).toMatch(/id="field-reason-fault">This is needed/);
    const hidden = await ada.submit(hiding, hiding, { reason: "It insults somebody." });
    expect(hidden).toMatchObject({ status: 303, location: `${path}?done=hidden` });
    const seen = await grace().get(path);
    expect(seen.words).toContain("Something is hidden by the organisers. Why: It insults somebody.");
    expect((await ada.get(hiding)).status).toBe(404);
  });
});
