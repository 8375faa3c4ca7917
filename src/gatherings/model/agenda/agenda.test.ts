import { expect, test } from "vitest";
import { consentStanding, takesAgenda, unwrittenAgenda, versionAfterChange } from "./agenda.ts";

const asked = { ...unwrittenAgenda, askedVersion: 1 };

test("a draft that nobody was shown stays the first version, however often it is changed", () => {
  expect(versionAfterChange(unwrittenAgenda)).toBe(1);
});

test("a change after consent was asked, or after publishing, makes a new version, once", () => {
  expect(versionAfterChange(asked)).toBe(2);
  expect(versionAfterChange({ ...unwrittenAgenda, publishedVersion: 1 })).toBe(2);
  expect(versionAfterChange({ ...asked, version: 2 })).toBe(2);
});

test("consent is asked, then given, and asked anew after a change", () => {
  expect(consentStanding(unwrittenAgenda)).toBe("not-asked");
  expect(consentStanding(asked)).toBe("asked");
  expect(consentStanding({ ...asked, consentedVersion: 1 })).toBe("consented");
  expect(consentStanding({ ...asked, consentedVersion: 1, version: 2 })).toBe("changed");
});

test("an agenda is open until its gathering was held or is called off", () => {
  const states = ["idea", "asking-when", "date-set", "held", "minuted", "cancelled"] as const;
  expect(states.filter(takesAgenda)).toEqual(["idea", "asking-when", "date-set"]);
});
