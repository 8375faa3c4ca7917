import { describe, expect, test } from "vitest";
import { readAgendaReply } from "./agenda-reply.ts";

describe("an item proposed by reply", () => {
  test.each([
    ["item: how we pay for storage, 15 min", "how we pay for storage"],
    ["@first@gather.example Item: how we pay for storage (15 minutes)", "how we pay for storage"],
    ["Punto: cómo pagamos el almacenamiento, 15 minutos", "cómo pagamos el almacenamiento"],
    ["Point : comment payer le stockage – 15 min.", "comment payer le stockage"],
    ["Punkt: wie wir den Speicher bezahlen, 15 Minuten", "wie wir den Speicher bezahlen"],
    ["argomento: come paghiamo lo spazio, 15 minuti", "come paghiamo lo spazio"],
  ])("%s wants fifteen minutes", (text, title) => {
    expect(readAgendaReply(text)).toEqual({ kind: "item", title, note: "", minutes: 15 });
  });

  test("may leave its length open, and say more on further lines", () => {
    const text = "item: the wiki\nNobody keeps it.\nShall we?";
    const note = "Nobody keeps it.\nShall we?";
    expect(readAgendaReply(text)).toEqual({ kind: "item", title: "the wiki", note, minutes: undefined });
  });

  test.each(["item", "item:", "item: , 15 min", "the item: no", "yes", "I like the topic of today"])(
    "is not meant by %s",
    (text) => expect(readAgendaReply(text)).toBeUndefined(),
  );
});

describe("consent by reply", () => {
  test.each(["Consent", "I consent.", "consiento", "Je consens !", "Konsent", "Acconsento"])(
    "is said by %s",
    (text) => {
      expect(readAgendaReply(text)).toEqual({ kind: "consent" });
    },
  );

  test.each(["I consent, but only if we start late", "no consent", "yes"])("is not said by %s", (text) => {
    expect(readAgendaReply(text)).toBeUndefined();
  });
});

describe("an objection by reply", () => {
  test.each(["objection: no time for questions", "Einwand: no time for questions", "me opongo: no time for questions"])(
    "%s has its reason",
    (text) => expect(readAgendaReply(text)).toEqual({ kind: "objection", reason: "no time for questions" }),
  );

  test("without a reason is none", () => expect(readAgendaReply("objection:")).toBeUndefined());
});
