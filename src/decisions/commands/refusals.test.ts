import { describe, expect, test } from "vitest";
import type { AnyRefusal } from "../../kernel/base/result.ts";
import { languages } from "../../kernel/i18n/language.ts";
import { kernelCatalogues } from "../../kernel/i18n/messages/catalogue.ts";
import { refusalWords } from "../../kernel/i18n/refusal-words.ts";
import { createTranslations } from "../../kernel/i18n/translator.ts";
import { decisionCatalogues } from "../messages/catalogue.ts";
import type { ClosingTimeRefusal } from "../model/lifecycle/life.ts";
import type { BylawsRefusal, ClosingRefusal } from "./charter/bound-by.ts";
import type { NotOnTheListRefusal } from "./proposals/give-stance.ts";
import { votingClosed } from "./proposals/voting-closed.ts";

const translations = createTranslations([kernelCatalogues, decisionCatalogues]);
const spoken = Object.keys(decisionCatalogues.en).filter((key) => key.startsWith("refusal."));
const at = Temporal.Instant.from("2026-02-11T14:00:00Z");
const told = { instant: at.toString() };

/** Refusals that tell a time or repeat what was written, as commands give them. */
const given: readonly (AnyRefusal & Readonly<Record<string, unknown>>)[] = [
  { ...votingClosed(at) },
  { kind: "closes-not-later", field: "closesAt", until: told } satisfies ClosingTimeRefusal,
  { kind: "open-longer", field: "closesAt", days: 7, until: told } satisfies BylawsRefusal,
  { kind: "thread-too-young", days: 4, from: told } satisfies BylawsRefusal,
  { kind: "bound-to-stay-open", until: told } satisfies ClosingRefusal,
  { kind: "not-on-the-list", why: "waiting", from: told } satisfies NotOnTheListRefusal,
  { kind: "last-call-runs", until: told },
];
const isTold = new Map(given.map((refusal) => [refusal.kind, refusal]));

/** What a message is given: as the command gives it, else a number or a word of somebody for each of its values. */
function refusalOf(key: string): AnyRefusal {
  const kind = key.slice("refusal.".length);
  const text = decisionCatalogues.en[key] ?? "";
  const named = [...text.matchAll(/\{(\w+)(, (?:number|plural))?/g)];
  const values = named.map(([, name = "", counted]) => [name, counted === undefined ? "Plum" : 3] as const);
  return isTold.get(kind) ?? { kind, ...Object.fromEntries(values) };
}

describe("every refusal of decisions", () => {
  test("fills all its places and holds neither an id nor a time as machines write it, in any language", () => {
    for (const language of languages) {
      const t = translations.translator(language, "Europe/Rome");
      for (const key of spoken) {
        const words = refusalWords(t, refusalOf(key));
        expect(words, `${key} in ${language}`).not.toMatch(/[{}]|\d{4}-\d{2}-\d{2}|[0-9a-f]{8}-[0-9a-f]{4}|undefined/);
      }
    }
  });

  test("is said in the reader’s own language", () => {
    for (const language of languages.filter((each) => each !== "en")) {
      const same = spoken.filter((key) => decisionCatalogues[language][key] === decisionCatalogues.en[key]);
      expect(same, language).toEqual([]);
    }
  });

  test("that names a time has it from a command as an instant", () => {
    const names = /\{(?:closedAt|until|from|again|at)\}/;
    const timed = spoken.filter((key) => names.test(decisionCatalogues.en[key] ?? ""));
    expect(timed.length).toBeGreaterThan(4);
    expect(timed.filter((key) => !isTold.has(key.slice("refusal.".length)))).toEqual([]);
  });

  test("for what came after closing tells when, in the reader's zone and language", () => {
    const inRome = translations.translator("de", "Europe/Rome");
    const inMexico = translations.translator("es", "America/Mexico_City");
    expect(refusalWords(inRome, votingClosed(at))).toContain("11. Februar 2026");
    expect(refusalWords(inRome, votingClosed(at))).toContain("15:00");
    expect(refusalWords(inMexico, votingClosed(at))).toContain("8:00");
  });
});
