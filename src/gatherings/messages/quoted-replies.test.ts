import { expect, test } from "vitest";
import { languages } from "../../kernel/i18n/language.ts";
import { readReply } from "../model/reply.ts";
import { gatheringCatalogues } from "./catalogue.ts";

/** What a message says between the quotation marks of its language. */
function quotedIn(text: string): readonly string[] {
  return Array.from(text.matchAll(/[“«„]\s*([^“”«»„]+?)\s*[”»“]/gu), (match) => match[1] ?? "");
}

test.each(languages)("every reply that the messages in %s ask for is read as what they say it means", (language) => {
  const messages = gatheringCatalogues[language];
  const said = quotedIn(messages["gatherings.answer.unreadable-reply"] ?? "").filter((quoted) => !quoted.includes("{"));
  expect(said.map((reply) => readReply(reply, "rsvp"))).toEqual([
    { kind: "interest" },
    { kind: "rsvp", answer: "going", people: 1 },
    { kind: "rsvp", answer: "going", people: 2 },
    { kind: "rsvp", answer: "maybe", people: 1 },
    { kind: "rsvp", answer: "not-going", people: 1 },
  ]);
  const [join] = quotedIn(messages["gatherings.fediverse.announcement.how"] ?? "");
  expect(readReply(join ?? "", "interest")).toEqual({ kind: "interest" });
  expect(readReply("STOP", "interest")).toEqual({ kind: "stop" });
});
