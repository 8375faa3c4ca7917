import { afterEach, beforeEach, expect, test } from "vitest";
import { openTestApplication, type TestApplication } from "../../../testing/test-application.ts";
import { countActivePeople } from "./active-people.read.ts";
import { append } from "./append.ts";

let opened: TestApplication;

beforeEach(async () => {
  opened = await openTestApplication({ schema: [] });
});
afterEach(() => opened.close());

const now = Temporal.Instant.from("2027-06-30T12:00:00Z");

function act(actor: string, daysAgo: number, chain = "town") {
  const at = now.subtract({ hours: 24 * daysAgo });
  const occasion = { chain, at, actor, command: "notes/keep-note", salt: () => `salt-${actor}-${daysAgo}` };
  const event = { name: "note-kept", version: 1, payload: {} };
  return opened.application.database.write((transaction) => append(transaction, occasion, [event]));
}

test("people are active for as long as what they did lies within the month or the half-year, however often they acted", async () => {
  await act("person:ana", 200);
  await act("person:ben", 100);
  await act("person:ben", 90, "village");
  await act("person:cleo", 31);
  await act("person:dora", 29);
  await act("person:dora", 1);
  expect(await countActivePeople(opened.application.read, now)).toEqual({ thisMonth: 1, thisHalfYear: 3 });
});

test("neither the clock nor the server is somebody", async () => {
  await act("clock", 1);
  await act("server", 1);
  await act("visitor", 1);
  expect(await countActivePeople(opened.application.read, now)).toEqual({ thisMonth: 0, thisHalfYear: 0 });
});
