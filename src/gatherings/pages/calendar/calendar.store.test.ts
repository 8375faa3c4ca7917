import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { valueOf } from "../../../../testing/community-cast.ts";
import type { CastGathering } from "../../../../testing/gathering-cast.ts";
import { openGatheringVisits, type GatheringVisits } from "../../../../testing/gathering-visits.ts";
import { byPerson } from "../../../../testing/test-application.ts";
import { suspendPerson } from "../../../accounts/commands/server/suspend-person.ts";
import { answerRsvp } from "../../commands/answer-rsvp.ts";
import { cancelGathering } from "../../commands/cancel-gathering.ts";
import { moveSession } from "../../commands/move-session.ts";
import type { PersonId } from "../../model/gathering.ts";

let visits: GatheringVisits;
let about: CastGathering;
let session: string;

beforeAll(async () => {
  visits = await openGatheringVisits();
});
beforeEach(async () => {
  visits.cast.clock.set("2027-02-01T10:00:00Z");
  about = await visits.cast.gathering(visits.ada, visits.community);
  session = await visits.cast.date(visits.ada, about, "2027-03-04T19:00");
});
afterAll(() => visits.cast.close());

const says = (person: PersonId, answer: string) =>
  visits.cast.application.execute(answerRsvp, { ...about, answer }, byPerson(person));
/** The file with its folded lines made whole (RFC 5545, section 3.1). */
const file = async (path: string) => (await visits.browser().get(path)).html.replaceAll("\r\n ", "");

describe("the calendar of a gathering", () => {
  test("is a calendar file that follows moves and cancellation by its sequence", async () => {
    const path = `/gatherings/${about.gatheringId}/calendar.ics`;
    const { headers } = await visits.browser().get(path);
    expect(headers.get("Content-Type")).toBe("text/calendar; charset=utf-8");
    const first = await file(path);
    expect(first).toContain(`UID:${about.gatheringId}-${session}`);
    expect(first).toContain("DTSTART;TZID=Europe/Rome:20270304T190000");
    expect(first).toContain("SEQUENCE:0");
    const moved = {
      ...about,
      sessionId: session,
      start: "2027-03-05T20:00",
      zone: "Europe/Rome",
      lengthMinutes: 60,
      reason: "room",
    };
    valueOf(await visits.cast.application.execute(moveSession, moved, byPerson(visits.ada)));
    expect(await file(path)).toMatch(/SEQUENCE:1\r\n[\s\S]*DTSTART;TZID=Europe\/Rome:20270305T200000/);
    valueOf(await visits.cast.application.execute(cancelGathering, { ...about, reason: "no" }, byPerson(visits.ada)));
    expect(await file(path)).toMatch(/SEQUENCE:2\r\n[\s\S]*STATUS:CANCELLED/);
  });
});

test("the calendar of a community has the sessions of all its gatherings", async () => {
  const all = await file(`${visits.communityPath}/calendar.ics`);
  expect(all).toContain(`UID:${about.gatheringId}-${session}`);
  expect((await visits.browser().get("/communities/nobody/calendar.ics")).status).toBe(404);
});

describe("a person's own calendar", () => {
  const addressIn = (html: string) => /https:\/\/gather\.example(\/calendars\/[\w-]+\.ics)/.exec(html)?.[1] ?? "";

  test("has what they said they come to, and only at the address made for them", async () => {
    valueOf(await says(visits.grace, "maybe"));
    const made = await visits.browser(visits.grace).submit("/me/calendar", "/me/calendar");
    expect(made.status).toBe(200);
    expect(made.headers.get("Cache-Control")).toBe("no-store");
    const own = await file(addressIn(made.html));
    expect(own).toContain(`UID:${about.gatheringId}-${session}`);
    expect(own).toContain("STATUS:TENTATIVE");
    valueOf(await says(visits.grace, "not-going"));
    expect(await file(addressIn(made.html))).not.toContain("BEGIN:VEVENT");
  });

  test("shows its address once, and no page, event or row tells it again", async () => {
    const browser = visits.browser(visits.grace);
    const made = await browser.submit("/me/calendar", "/me/calendar");
    const token = addressIn(made.html).replace(/^\/calendars\/|\.ics$/g, "");
    expect(token).toMatch(/^[\w-]{43}$/);
    expect((await browser.get("/me/calendar")).html).not.toContain(token);
    expect(JSON.stringify(visits.cast.events)).not.toContain(token);
  });

  test("loses its address when a new one is made, or when it is taken away", async () => {
    const browser = visits.browser(visits.grace);
    const first = addressIn((await browser.submit("/me/calendar", "/me/calendar")).html);
    const second = addressIn((await browser.submit("/me/calendar", "/me/calendar")).html);
    expect((await visits.browser().get(first)).status).toBe(404);
    expect((await visits.browser().get(second)).status).toBe(200);
    const revoked = await browser.submit("/me/calendar", "/me/calendar/revocation");
    expect(revoked).toMatchObject({ status: 303, location: "/me/calendar?done=revoked" });
    expect((await visits.browser().get(second)).status).toBe(404);
  });

  test("sent for twice by one form has the address that the first answer showed", async () => {
    const browser = visits.browser(visits.grace);
    const first = await browser.submit("/me/calendar", "/me/calendar");
    const second = await browser.sendAgain();
    expect(second).toMatchObject({ status: 303, location: "/me/calendar" });
    expect((await visits.browser().get(addressIn(first.html))).status).toBe(200);
  });

  test("is closed while its owner is suspended", async () => {
    const made = await visits.browser(visits.emmy).submit("/me/calendar", "/me/calendar");
    const suspension = { personId: visits.emmy, reason: "spam" };
    valueOf(await visits.cast.application.execute(suspendPerson, suspension, byPerson(visits.ada)));
    expect((await visits.browser().get(addressIn(made.html))).status).toBe(404);
  });

  test("is found at no other address, and made for nobody who is not signed in", async () => {
    expect((await visits.browser().get(`/calendars/${"a".repeat(43)}.ics`)).status).toBe(404);
    expect((await visits.browser().get("/me/calendar")).location).toBe("/sign-in?next=%2Fme%2Fcalendar");
  });
});
