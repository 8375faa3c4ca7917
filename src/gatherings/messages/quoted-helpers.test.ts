import { expect, test } from "vitest";
import { languages } from "../../kernel/i18n/language.ts";
import { readCommitmentAnswer, readPromise } from "../model/commitments/read-answer.ts";
import { readOffer } from "../model/roles/read-offer.ts";
import { roles } from "../model/roles/role.ts";
import { gatheringCatalogues } from "./catalogue.ts";

const today = Temporal.PlainDate.from("2027-03-01");
const quoted = (text: string) =>
  Array.from(text.matchAll(/[“„«]\s*([^“”„«»{}]+?)\s*[”“»]/gu), ([, words = ""]) => words);

test.each(languages)("in %s, the name of each role is read as an offer to take it", (language) => {
  for (const role of roles) {
    const name = gatheringCatalogues[language][`gatherings.roles.name.${role}`] ?? "";
    expect([name, readOffer(name)]).toEqual([name, { kind: "role", role }]);
  }
});

test.each(languages)("in %s, every reply that we ask people for is one that we can read", (language) => {
  const said = Object.entries(gatheringCatalogues[language]).filter(([key]) =>
    /^gatherings\.(roles|commitments)\.(notice|answer|call|by-reply)/.test(key),
  );
  const asked = said.flatMap(([key, text]) => quoted(text).map((words) => [key, words] as const));
  expect(asked.length).toBeGreaterThan(20);
  for (const [key, words] of asked) {
    // Where a day is left out it is for the reader to fill in, and examples of days alone are read as such.
    const filled = words.replace("…", "2027-03-12");
    const isRead =
      readOffer(filled) !== null ||
      readPromise(filled, today) !== null ||
      readCommitmentAnswer(filled, today).kind !== "unreadable";
    expect([key, filled, isRead]).toEqual([key, filled, true]);
  }
});
