import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { valueOf } from "../../../../testing/community-cast.ts";
import type { CastGathering } from "../../../../testing/gathering-cast.ts";
import { openGatheringVisits, type GatheringVisits } from "../../../../testing/gathering-visits.ts";
import { federationExample } from "../../../../testing/federation-examples.ts";
import { byPerson } from "../../../../testing/test-application.ts";
import { blockPerson } from "../../../communities/commands/moderation/block-person.ts";
import { joinInterestList } from "../../commands/join-interest-list.ts";
import { maySeeAccessNeeds } from "../../commands/roles/may-see-access-needs.ts";
import { offerRole } from "../../commands/roles/offer-role.ts";
import { volunteerForRole } from "../../commands/roles/volunteer-for-role.ts";
import { roleOutbox } from "../../federation/roles/outbox.ts";
import { roleObjects } from "../../federation/roles/objects.ts";
import type { Role } from "../../model/roles/role.ts";
import { rolePartOf, roleHoldersOf } from "../../store/roles/roles.read.ts";
import { insertRolePart, noteServed } from "../../store/roles/roles.write.ts";

let visits: GatheringVisits;
let about: CastGathering;
let path: string;

beforeAll(async () => {
  visits = await openGatheringVisits();
});
beforeEach(async () => {
  visits.cast.clock.set("2027-02-01T10:00:00Z");
  about = await visits.cast.gathering(visits.ada, visits.community);
  path = `/gatherings/${about.gatheringId}`;
  for (const person of [visits.grace, visits.emmy]) {
    valueOf(await visits.cast.application.execute(joinInterestList, about, byPerson(person)));
  }
});
afterAll(() => visits.cast.close());

const organiser = () => visits.browser(visits.ada);
const partOf = (role: Role, person: string) =>
  rolePartOf(visits.cast.application.read, about.gatheringId, role, person);
const offer = async (role: Role, personId: string) =>
  valueOf(await visits.cast.application.execute(offerRole, { ...about, role, personId }, byPerson(visits.ada)));
const volunteer = (role: Role, person: string) =>
  visits.cast.application.execute(volunteerForRole, { ...about, role }, byPerson(person));

describe("offering a role on the web", () => {
  test("asks somebody on the list, whose name others see once they have said yes", async () => {
    const fields = { role: "facilitator", personId: visits.grace };
    const sent = await organiser().submit(`${path}/roles`, `${path}/roles/offers`, fields);
    expect(sent).toMatchObject({ status: 303, location: `${path}/roles?done=offered` });
    expect((await organiser().get(`${path}/roles`)).words).toContain("Grace @grace@social.example · was asked");
    expect((await visits.browser(visits.emmy).get(`${path}/roles`)).words).not.toContain("Grace");
    const part = await partOf("facilitator", visits.grace);
    const accepted = await visits
      .browser(visits.grace)
      .submit(`${path}/roles`, `${path}/roles/${part?.id}`, { act: "yes" });
    expect(accepted).toMatchObject({ status: 303, location: `${path}/roles?done=held` });
    expect((await visits.browser().get(`${path}/roles`)).words).toContain("Grace @grace@social.example");
    expect((await visits.browser().get(path)).words).toContain("Facilitator Grace @grace@social.example");
  });

  test("is for organisers alone", async () => {
    const fields = { role: "host", personId: visits.emmy };
    const sent = await visits.browser(visits.grace).send(`${path}/roles`, `${path}/roles/offers`, fields);
    expect(sent.status).toBe(403);
    const rule = await visits
      .browser(visits.grace)
      .send(`${path}/roles`, `${path}/roles/volunteers`, { volunteers: "at-once" });
    expect(rule.status).toBe(403);
    const call = await visits.browser(visits.grace).send(`${path}/roles`, `${path}/roles/call`, { roles: "host" });
    expect(call.status).toBe(403);
  });

  test("asks nobody who is not of the gathering, and keeps what was chosen", async () => {
    const stranger = await visits.cast.person("Stranger");
    const fields = { role: "host", personId: stranger };
    const sent = await organiser().submit(`${path}/roles`, `${path}/roles/offers`, fields);
    expect(sent.status).toBe(422);
    expect(sent.html).toMatch(/id="field-personId-fault">Choose somebody who is on the list/);
    expect(sent.html).toMatch(/value="host" selected/);
  });

  test("does not ask twice, nor somebody who said no", async () => {
    const { partId } = await offer("host", visits.grace);
    const again = () =>
      organiser().submit(`${path}/roles`, `${path}/roles/offers`, { role: "host", personId: visits.grace });
    expect((await again()).words).toContain("was asked already");
    await visits.browser(visits.grace).submit(`${path}/roles`, `${path}/roles/${partId}`, { act: "no" });
    expect((await again()).words).toContain("This person said no");
  });
});

describe("volunteering on the web", () => {
  test("waits for an organiser, who agrees or does not", async () => {
    const browser = visits.browser(visits.grace);
    const sent = await browser.submit(`${path}/roles`, `${path}/roles`, { role: "timekeeper" });
    expect(sent).toMatchObject({ status: 303, location: `${path}/roles?done=volunteered` });
    const part = await partOf("timekeeper", visits.grace);
    const own = await browser.send(`${path}/roles`, `${path}/roles/${part?.id}`, { act: "yes" });
    expect(own.status).toBe(422);
    await organiser().submit(`${path}/roles`, `${path}/roles/${part?.id}`, { act: "yes" });
    expect((await partOf("timekeeper", visits.grace))?.state).toBe("held");
  });

  test("has the organiser’s own offer taken at once", async () => {
    expect(valueOf(await volunteer("host", visits.ada))).toMatchObject({ state: "held" });
  });

  test("has one holder of a role, but several who interpret", async () => {
    valueOf(await volunteer("host", visits.ada));
    expect(await volunteer("host", visits.grace)).toMatchObject({ refusal: { kind: "role-is-taken" } });
    await offer("interpreter", visits.grace);
    await offer("interpreter", visits.emmy);
    for (const person of [visits.grace, visits.emmy]) valueOf(await volunteer("interpreter", person));
    const holders = await roleHoldersOf(visits.cast.application.read, about.gatheringId);
    expect(holders.filter(({ role }) => role === "interpreter")).toHaveLength(2);
  });

  test("is kept for a visitor who signs in first, and refused to whoever is kept out", async () => {
    const sent = await visits.browser().submit(`${path}/roles`, `${path}/roles`, { role: "host" });
    expect(sent).toMatchObject({ status: 303, location: `/sign-in?next=${encodeURIComponent(`${path}/roles`)}` });
    const dan = await visits.cast.person("Dan", "rude.example");
    const block = { communityId: about.communityId, personId: dan, level: "block", reason: "Rude." };
    valueOf(await visits.cast.application.execute(blockPerson, block as never, byPerson(visits.ada)));
    expect(await volunteer("host", dan)).toMatchObject({ refusal: { kind: "kept-out" } });
  });

  test("answers for no role of another gathering", async () => {
    const { partId } = await offer("host", visits.grace);
    const other = await visits.cast.gathering(visits.ada, visits.community);
    const elsewhere = `/gatherings/${other.gatheringId}/roles`;
    const sent = await visits.browser(visits.grace).send(elsewhere, `${elsewhere}/${partId}`, { act: "yes" });
    expect(sent.status).toBe(404);
  });
});

describe("asking everyone for helpers", () => {
  test("is one public post that names the roles, and the page shows what is wanted", async () => {
    const sent = await organiser().submit(`${path}/roles`, `${path}/roles/call`, { roles: ["note-taker", "speaker"] });
    expect(sent).toMatchObject({ status: 303, location: `${path}/roles?done=called` });
    const event = visits.cast.events.findLast(({ name }) => name === "helpers-asked");
    if (event === undefined) throw new Error("nobody asked");
    const [post] = (await roleOutbox[0]?.publish(visits.cast.application, event)) ?? [];
    expect(post).toMatchObject({ from: about.gatheringId, to: { kind: "followers" }, activity: { type: "Create" } });
    const ids = [about.communityId, about.gatheringId, event.payload["call"] as string];
    const shown = ["000000000001", "000000000009", "00000000000a"].map((end) => `019440a0-0000-7000-8000-${end}`);
    const named = ids.reduce((so, id, place) => so.replaceAll(id, shown[place] ?? ""), JSON.stringify(post?.activity));
    const document = JSON.parse(named.replace(/(\/activities\/[0-9a-f-]{36})\/\d+\//, "$1/7/")) as unknown;
    expect(document).toEqual(federationExample("out", "helpers"));
    expect((await visits.browser().get(path)).words).toContain("Wanted: Note-taker and Speaker.");
    const values = { gathering: about.gatheringId, call: event.payload["call"] as string };
    const served = await roleObjects[0]?.load(visits.cast.application, values, undefined);
    expect(served).toMatchObject({ type: "Note", id: `https://gather.example${path}/helpers/${values.call}` });
    expect(await visits.browser().get(`${path}/helpers/${values.call}`)).toMatchObject({ location: `${path}/roles` });
  });

  test("is not repeated within a day, and needs a role", async () => {
    const call = (roles: readonly string[]) =>
      organiser().submit(`${path}/roles`, `${path}/roles/call`, { roles: [...roles] });
    expect((await call([])).status).toBe(422);
    expect((await call(["speaker"])).status).toBe(303);
    expect((await call(["speaker"])).words).toContain("within the last 24 hours");
    visits.cast.clock.pass({ hours: 24 });
    expect((await call(["speaker"])).status).toBe(303);
  });
});

describe("who has not yet", () => {
  test("is seen by members and suggested to organisers once gatherings were held", async () => {
    await offer("host", visits.grace);
    valueOf(await volunteer("host", visits.grace));
    await visits.cast.date(visits.ada, about, "2027-02-02T18:00");
    visits.cast.clock.set("2027-02-02T19:00:00Z");
    await visits.cast.pumpClock();
    const next = await visits.cast.gathering(visits.ada, visits.community);
    for (const person of [visits.grace, visits.emmy]) {
      valueOf(await visits.cast.application.execute(joinInterestList, next, byPerson(person)));
    }
    const page = `/gatherings/${next.gatheringId}/roles`;
    expect((await organiser().get(page)).words).toMatch(/Whose turn it might be: Emmy(, Ada)? and Grace/);
    expect((await visits.browser(visits.grace).get(page)).words).toContain("Who has done what so far");
    expect((await visits.browser(visits.emmy).get(page)).words).not.toContain("Who has done what so far");
    const turns = await visits.browser(visits.grace).get(`${page}/turns?role=host`);
    expect(turns.words).toContain("Grace @grace@social.example 1 2 Feb 2027");
    expect((await organiser().get(`${page}/turns?role=speaker`)).words).toContain("Nobody has had this role yet");
    expect((await visits.browser(visits.emmy).get(`${page}/turns`)).status).toBe(403);
    expect((await visits.browser().get(`${page}/turns`)).location).toContain("/sign-in");
  });

  test("costs the page of roles no more for a long history, and the page of turns is read in parts", async () => {
    const { database } = visits.cast.application;
    const before = await organiser().get(`${path}/roles`);
    const past = Array.from({ length: 300 }, (_, place) => `held-${place}`);
    await database.write(async (db) => {
      for (const [place, gatheringId] of past.entries()) {
        const personId = `somebody-${place % 100}` as never;
        const changedAt = visits.cast.clock.now().subtract({ hours: place });
        const part = {
          id: gatheringId,
          communityId: about.communityId,
          gatheringId,
          role: "speaker",
          personId,
        } as const;
        await insertRolePart(db, { ...part, state: "held", changedAt } as never);
        await noteServed(db, gatheringId, changedAt);
      }
    });
    const after = await organiser().get(`${path}/roles`);
    expect(after.html.length - before.html.length).toBeLessThan(1000);
    const rowsOf = (html: string) => html.match(/<tr>/g)?.length;
    const turns = await organiser().get(`${path}/roles/turns?role=speaker`);
    expect(rowsOf(turns.html)).toBe(1 + 40);
    expect(turns.html).toContain(`${path}/roles/turns?role=speaker&amp;from=40`);
    expect(rowsOf((await organiser().get(`${path}/roles/turns?role=speaker&from=80`)).html)).toBe(1 + 20);
  });

  test("changes nothing any more once the gathering is over", async () => {
    await visits.cast.date(visits.ada, about, "2027-02-02T18:00");
    visits.cast.clock.set("2027-02-02T19:00:00Z");
    await visits.cast.pumpClock();
    expect(await volunteer("host", visits.grace)).toMatchObject({ refusal: { kind: "roles-closed" } });
    expect((await organiser().get(`${path}/roles`)).html).not.toContain(`action="${path}/roles/offers"`);
  });
});

describe("access needs", () => {
  test("are for whoever holds the role of access steward, not for organisers nor for those who only offer", async () => {
    const { read } = visits.cast.application;
    const gathering = { id: about.gatheringId, communityId: about.communityId } as never;
    valueOf(await volunteer("access-steward", visits.grace));
    expect(await maySeeAccessNeeds(read, gathering, visits.ada)).toBe(false);
    expect(await maySeeAccessNeeds(read, gathering, visits.grace)).toBe(false);
    await offer("access-steward", visits.grace);
    expect(await maySeeAccessNeeds(read, gathering, visits.grace)).toBe(true);
  });

  test("are read no more by an access steward whom the community keeps out", async () => {
    const { read, execute } = visits.cast.application;
    const gathering = { id: about.gatheringId, communityId: about.communityId } as never;
    const dan = await visits.cast.person("Dan");
    valueOf(await volunteer("access-steward", dan));
    await offer("access-steward", dan);
    expect(await maySeeAccessNeeds(read, gathering, dan)).toBe(true);
    const block = { communityId: about.communityId, personId: dan, level: "block", reason: "Rude." };
    valueOf(await execute(blockPerson, block as never, byPerson(visits.ada)));
    expect(await maySeeAccessNeeds(read, gathering, dan)).toBe(false);
  });
});
