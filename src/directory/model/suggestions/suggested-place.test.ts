import { describe, expect, test } from "vitest";
import { suggestedPlace } from "./suggested-place.ts";

describe("a message asks for a place to be added", () => {
  test.each([
    "Please add social.example",
    "Hi! Please add social.example, it is ours.",
    "Could you add https://social.example/about to the directory? Thanks!",
    "Por favor, añade social.example",
    "¿Podríais añadir social.example al directorio?",
    "Merci d’ajouter social.example à l’annuaire.",
    "Pourriez-vous ajouter social.example à la liste, s’il vous plaît ?",
    "Bitte nehmt social.example in das Verzeichnis auf.",
    "Könnt ihr social.example hinzufügen?",
    "Per favore aggiungete «social.example» all’elenco",
    "please add social.example @koinon",
  ])("%s", (text) => {
    expect(suggestedPlace(text)).toMatch(/^(?:https:\/\/)?social\.example(?:\/about)?$/);
  });

  test.each([
    "Please do not add social.example",
    "I would never add social.example",
    "social.example is lovely",
    "Please add a bench to the park",
    "Bitte nicht social.example hinzufügen",
    "",
  ])("and this does not: %s", (text) => {
    expect(suggestedPlace(text)).toBeUndefined();
  });

  test("one that names two names no host", () => {
    expect(suggestedPlace("please add one.example two.example")).toBe("one.example two.example");
  });
});
