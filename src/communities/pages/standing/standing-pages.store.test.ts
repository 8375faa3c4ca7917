import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { openCommunityWeb, type CommunityWeb } from "../../../../testing/community-pages.ts";
import type { CommunityId, PersonId } from "../../model/community.ts";

let web: CommunityWeb;
let ada: PersonId;
let grace: PersonId;
let communityId: CommunityId;
let path: string;
let communities = 0;

beforeAll(async () => {
  web = await openCommunityWeb();
  ada = await web.person("Ada");
  grace = await web.person("Grace");
});
beforeEach(async () => {
  communities += 1;
  const handle = `voters_${communities}`;
  communityId = await web.community(ada, { handle });
  await web.join(communityId, grace);
  path = `/communities/${handle}`;
});
afterAll(() => web.close());

test("a steward names a class and puts a member in it, who alone reads what that means", async () => {
  const steward = web.browser(ada, "Ada");
  const added = await steward.submit(`${path}/standing`, `${path}/standing/classes`, { name: "Associate" });
  expect(added.status).toBe(303);
  const form = `${path}/members/${grace}/standing`;
  const classId = /<option value="([0-9a-f-]{36})"/.exec((await steward.get(form)).html)?.[1] ?? "";
  expect((await steward.submit(form, form, { classId })).status).toBe(303);
  expect((await web.browser(grace, "Grace").get(`${path}/standing`)).words).toContain(
    "You are in the class “Associate”, which has no vote.",
  );
  expect((await steward.get(`${path}/standing`)).words).toContain("You can answer proposals that open now.");
});

test("the days of waiting need a reason, and what was typed is kept without one", async () => {
  const steward = web.browser(ada, "Ada");
  const sent = { waitingDays: "14", challengeDays: "3", reason: "" };
  const refused = await steward.submit(`${path}/standing`, `${path}/standing/rules`, sent);
  expect(refused.status).toBe(422);
  expect(refused.html).toContain('value="14"');
  const set = { ...sent, reason: "Forty new faces." };
  expect((await steward.submit(`${path}/standing`, `${path}/standing/rules`, set)).status).toBe(303);
  expect((await web.browser(grace, "Grace").get(`${path}/standing`)).words).toContain("You are new here.");
});

test("an organisation is listed with who speaks for it, until they are released", async () => {
  const steward = web.browser(ada, "Ada");
  const list = `${path}/organisations`;
  const said = { name: "Allmende eG", host: "allmende.example" };
  expect((await steward.submit(list, list, said)).status).toBe(303);
  const one = /href="(\/communities\/[^"]+\/organisations\/[^"]+)"/.exec((await steward.get(list)).html)?.[1] ?? "";
  const named = { person: "@nobody@social.example", decidedBy: "Assembly of May" };
  const refused = await steward.submit(one, `${one}/delegates`, named);
  expect(refused.html).toContain('id="field-person-fault"');
  expect((await steward.submit(one, `${one}/delegates`, { ...named, person: "Grace" })).status).toBe(303);
  expect((await web.browser().get(list)).words).toContain("Assembly of May");
  expect((await steward.submit(one, `${one}/delegates/${grace}/removal`)).status).toBe(303);
  expect((await web.browser().get(list)).words).toContain("Nobody speaks for it yet");
});

test("stewards alone set any of it, and members alone read who waits", async () => {
  const stranger = await web.person("Stranger");
  expect((await web.browser(stranger, "Stranger").get(`${path}/standing`)).status).toBe(403);
  const member = web.browser(grace, "Grace");
  expect((await member.get(`${path}/members/${ada}/standing`)).status).toBe(403);
  for (const action of ["standing/classes", "standing/rules", "organisations"]) {
    expect((await member.send(`${path}/leave`, `${path}/${action}`, { name: "X", votes: "yes" })).status).toBe(403);
  }
});
