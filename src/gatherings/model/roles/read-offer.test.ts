import { describe, expect, test } from "vitest";
import { rowsOf } from "../reply-pieces.ts";
import { replyWords } from "../reply-words.ts";
import { readReply } from "../reply.ts";
import { readOffer } from "./read-offer.ts";
import { roleWords } from "./role-words.ts";

describe("an offer to take a role", () => {
  test.each([
    ["I can take notes", "note-taker"],
    ["Hello! I’d like to be the facilitator.", "facilitator"],
    ["note-taker", "note-taker"],
    ["@first I can keep time, thanks", "timekeeper"],
    ["Puedo tomar notas", "note-taker"],
    ["Me ofrezco para traducir", "interpreter"],
    ["Je peux prendre des notes", "note-taker"],
    ["J’aimerais animer", "facilitator"],
    ["Ich kann Protokoll schreiben", "note-taker"],
    ["Ich kann gerne moderieren", "facilitator"],
    ["Ich kann dolmetschen", "interpreter"],
    ["Posso prendere appunti", "note-taker"],
    ["Mi offro per tenere il tempo", "timekeeper"],
    ["I can be the access steward", "access-steward"],
  ])("“%s” names %s", (text, role) => {
    expect(readOffer(text)).toEqual({ kind: "role", role });
  });

  test("of two roles at once is asked back for one", () => {
    expect(readOffer("I can take notes and keep time")).toEqual({ kind: "which-role" });
  });

  test.each([
    "I can take notes if nobody else does",
    "Somebody should take notes",
    "I cannot take notes",
    "yes",
    "I can",
    "",
    "the host was rude",
    "x ".repeat(400),
  ])("%j is left for people to read", (text) => {
    expect(readOffer(text)).toBeNull();
  });

  test("is written with words that mean one role in all languages", () => {
    const meanings = new Map<string, Set<string>>();
    for (const language of Object.values(roleWords)) {
      for (const [meaning, patterns] of Object.entries(language)) {
        for (const row of rowsOf(patterns)) meanings.set(row, (meanings.get(row) ?? new Set()).add(meaning));
      }
    }
    expect([...meanings].filter(([, several]) => several.size > 1)).toEqual([]);
  });

  test("is never read as an answer to who comes, nor an answer as an offer", () => {
    for (const language of Object.values(roleWords)) {
      for (const [meaning, patterns] of Object.entries(language)) {
        if (meaning === "offer") continue;
        for (const row of rowsOf(patterns)) expect([row, readReply(row, "rsvp").kind]).toEqual([row, "unreadable"]);
      }
    }
    for (const { going, join, list, "not-going": not } of Object.values(replyWords)) {
      for (const row of [going, join, list, not].flatMap(rowsOf)) expect([row, readOffer(row)]).toEqual([row, null]);
    }
  });
});
