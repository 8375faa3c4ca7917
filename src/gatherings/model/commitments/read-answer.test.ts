import { describe, expect, test } from "vitest";
import { rowsOf } from "../reply-pieces.ts";
import { answerWords } from "./answer-words.ts";
import { readCommitmentAnswer, readPromise } from "./read-answer.ts";

/** A Monday. */
const today = Temporal.PlainDate.from("2027-03-01");
const kindOf = (text: string) => readCommitmentAnswer(text, today).kind;
const untilIn = (text: string) => {
  const answer = readCommitmentAnswer(text, today);
  return answer.kind === "more-time" ? (answer.until?.toString() ?? "until when?") : answer.kind;
};

describe("an answer for a commitment", () => {
  test.each([
    ["accept", ["yes", "Yes, thank you!", "sí", "oui, volontiers", "ja gern", "sì, va bene", "I will do it"]],
    ["decline", ["no", "No, sorry", "no puedo, lo siento", "je ne peux pas", "nein, leider", "non posso"]],
    ["finish", ["done", "It’s done!", "hecho", "c’est fait", "erledigt, danke", "fatto"]],
    ["drop", ["drop", "drop it please", "lo dejo", "j’abandonne", "fallen lassen", "lascio perdere"]],
  ])("is read as %s in every language", (kind, texts) => {
    for (const text of texts) expect([text, kindOf(text)]).toEqual([text, kind]);
  });

  test.each([
    ["more time until 12 March", "2027-03-12"],
    ["I need more time, until Friday please", "2027-03-05"],
    ["más tiempo hasta el 12 de marzo", "2027-03-12"],
    ["plus de temps jusqu’au 12 mars", "2027-03-12"],
    ["mehr Zeit bis 12. März", "2027-03-12"],
    ["noch nicht, bis zum 24.12.", "2027-12-24"],
    ["più tempo fino al 12 marzo, grazie", "2027-03-12"],
    ["2027-04-01", "2027-04-01"],
    ["more time", "until when?"],
    ["todavía no", "until when?"],
  ])("“%s” asks for more time: %s", (text, until) => {
    expect(untilIn(text)).toBe(until);
  });

  test.each(["more time until 3/4", "until Monday", "mehr Zeit bis 3.4."])("“%s” is asked back for its day", (text) => {
    expect(kindOf(text)).toBe("which-day");
  });

  test.each([
    "yes and no",
    "done, but not all of it",
    "done by 12 March",
    "yes, if Ben helps",
    "I dropped the glass",
    "until",
    "",
    "thanks",
    "x".repeat(600),
  ])("%j is left for people to read", (text) => {
    expect(kindOf(text)).toBe("unreadable");
  });

  test("is written with words that mean one thing in all languages", () => {
    const meanings = new Map<string, Set<string>>();
    for (const language of Object.values(answerWords)) {
      for (const [meaning, patterns] of Object.entries(language)) {
        for (const row of rowsOf(patterns)) meanings.set(row, (meanings.get(row) ?? new Set()).add(meaning));
      }
    }
    expect([...meanings].filter(([, several]) => several.size > 1)).toEqual([]);
  });
});

describe("a promise in a message", () => {
  test.each([
    ["I will write the minutes by 12 March", "write the minutes"],
    ["I’ll stand by the door by Friday.", "stand by the door"],
    ["Me comprometo a escribir el acta para el 12 de marzo", "escribir el acta"],
    ["Je m’engage à écrire le compte rendu d’ici le 12 mars", "écrire le compte rendu"],
    ["Ich werde das Protokoll schreiben bis 12. März", "das Protokoll schreiben"],
    ["Mi impegno a scrivere il verbale entro il 12 marzo", "scrivere il verbale"],
  ])("“%s” is understood", (text, what) => {
    expect(readPromise(text, today)).toMatchObject({ kind: "promise", what });
  });

  test("with a day that may be two is asked back", () => {
    expect(readPromise("I will write the minutes by 3/4", today)).toEqual({ kind: "which-day" });
  });

  test.each(["I will come by", "I will write the minutes", "Ben will do it by Friday", "I will do it by Friday or so"])(
    "“%s” is none",
    (text) => {
      expect(readPromise(text, today)).toBeNull();
    },
  );
});
