import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Json } from "../../kernel/base/canonical-json.ts";
import { languages } from "../../kernel/i18n/language.ts";
import { createTranslations } from "../../kernel/i18n/translator.ts";
import { markGenerators } from "../../../testing/ballots/marks.ts";
import { rankingGenerators } from "../../../testing/ballots/rankings.ts";
import type { MethodGenerators } from "../../../testing/ballots/method-generators.ts";
import type { Conclusion, Counted, Question, Said, Tally } from "./method.ts";
import { methodCatalogues, methods, type AnyMethod } from "./registry.ts";

const generators: Readonly<Record<string, MethodGenerators>> = { ...rankingGenerators, ...markGenerators };
const translations = createTranslations(methodCatalogues);

/** The setting that says how many options one names at most, for every method that limits it. */
const greatest: Readonly<Record<string, string>> = {
  "multiple-choice": "most",
  approval: "most",
  score: "mostScored",
  "dot-vote": "most",
  irv: "most",
  "scottish-stv": "most",
  "meek-stv": "most",
  schulze: "most",
  "ranked-pairs": "most",
  borda: "most",
};

/** How one says that none of the options is wanted, for every method that can offer it. */
const noneBallots: Readonly<Record<string, Json>> = {
  "single-choice": { choice: "none" },
  "multiple-choice": { choices: "none" },
  approval: { choices: "none" },
};

/** How many options a ballot names; undefined for one that says that none is wanted. */
function namedIn(ballot: Json): number | undefined {
  if (Array.isArray(ballot)) return ballot.flat().length;
  const { choices, marks } = ballot as { readonly choices?: Json; readonly marks?: readonly Json[] };
  if (marks !== undefined) return marks.filter((mark) => mark !== null).length;
  return Array.isArray(choices) ? choices.length : undefined;
}

interface Poll {
  readonly question: Question;
  readonly ballots: readonly Counted<Json>[];
}

/** A question, answered by some, as the method's own readers took it. */
function polls({ rules }: AnyMethod): fc.Arbitrary<Poll> {
  const { settings, ballot } = generatorsOf(rules.id);
  return optionsOf(rules.options).chain((options) =>
    settings(options)
      .map((raw) => ({ options, settings: taken(rules.readSettings(raw, options)) }))
      .chain((question) =>
        fc
          .array(fc.record({ ballot: ballot(question), count: fc.integer({ min: 1, max: 9 }) }), { maxLength: 12 })
          .map((ballots) =>
            ballots.map(({ ballot, count }) => ({ ballot: taken(rules.readBallot(ballot, question)), count })),
          )
          .map((ballots) => ({ question, ballots })),
      ),
  );
}

function optionsOf(options: AnyMethod["rules"]["options"]): fc.Arbitrary<readonly string[]> {
  if (options.kind === "fixed")
    return fc.constant(options.keys.map((key) => translations.translator("en", "UTC")(key)));
  const size = { minLength: options.fewest, maxLength: Math.min(options.most, 6) };
  return fc.uniqueArray(fc.string({ minLength: 1, maxLength: 8 }), size);
}

function generatorsOf(id: string): MethodGenerators {
  const found = generators[id];
  if (found === undefined) throw new Error(`testing/ballots has no generators for the method ${id}`);
  return found;
}

function taken<Value>(result: { ok: true; value: Value } | { ok: false; refusal: unknown }): Value {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.refusal)}`);
  return result.value;
}

function concluded({ rules }: AnyMethod, { question, ballots }: Poll): { tally: Tally; conclusion: Conclusion } {
  const tally = rules.count(question, ballots, "a seed");
  return {
    tally,
    conclusion: rules.conclude(tally, question, { eligible: tally.ballots + 3, answered: tally.ballots }),
  };
}

/** Everything that a count and its conclusion say, headings among it. */
function sentencesOf(tally: Tally, conclusion: Conclusion): readonly Said[] {
  const headings = tally.stages.flatMap(({ columns, rows }) => [...columns, ...rows.map(({ of }) => of)]);
  const said = tally.stages.flatMap((stage) => stage.said);
  return [...said, ...conclusion.why, ...headings.flatMap((heading) => ("key" in heading ? [heading] : []))];
}

/** A sentence in every language; throws where a key or a value is missing. */
function saidEverywhere({ key, values, places }: Said, options: readonly string[]): readonly string[] {
  return languages.map((language) => {
    const t = translations.translator(language, "UTC");
    const names = (at: readonly number[]) => t.list(at.map((place) => options[place] ?? ""));
    const named = Object.entries(places ?? {}).map(([name, at]) => [name, names(at)] as const);
    return t(key, { ...values, ...Object.fromEntries(named) });
  });
}

describe.each(methods.map((method) => [method.rules.id, method] as const))("%s", (id, method) => {
  const { rules, wire } = method;

  test("the order of ballots, and whether equal ones are gathered, change nothing", () => {
    fc.assert(
      fc.property(
        polls(method).chain((poll) =>
          fc.tuple(fc.constant(poll), fc.shuffledSubarray([...poll.ballots], { minLength: poll.ballots.length })),
        ),
        ([{ question, ballots }, shuffled]) => {
          const tally = rules.count(question, ballots, "a seed");
          const single = shuffled.flatMap(({ ballot, count }) =>
            Array.from({ length: count }, () => ({ ballot, count: 1 })),
          );
          expect(rules.count(question, shuffled, "a seed")).toEqual(tally);
          expect(rules.count(question, single, "a seed")).toEqual(tally);
        },
      ),
    );
  });

  test("no seed changes who is elected where no tie was left to the lot", () => {
    fc.assert(
      fc.property(polls(method), fc.string(), ({ question, ballots }, seed) => {
        const tally = rules.count(question, ballots, "a seed");
        const other = rules.count(question, ballots, seed);
        const isSame = new Set([...tally.elected, ...other.elected]).size === tally.elected.length;
        expect(isSame || tally.ties.some(({ by }) => by === "lot")).toBe(true);
      }),
    );
  });

  test("other names change nothing but names", () => {
    fc.assert(
      fc.property(polls(method), ({ question, ballots }) => {
        const renamed = { ...question, options: question.options.map((_, place) => `Option ${place}`) };
        expect(rules.count(renamed, ballots, "a seed")).toEqual(rules.count(question, ballots, "a seed"));
      }),
    );
  });

  test("an option added at the end leaves every ballot what it was", () => {
    if (rules.options.kind === "fixed") return;
    fc.assert(
      fc.property(polls(method), ({ question, ballots }) => {
        const options = [...question.options, "One more"];
        const settings = rules.readSettings(question.settings, options);
        // Settings that name every option cannot grow; then none is added.
        if (!settings.ok) return;
        for (const { ballot } of ballots) {
          expect(rules.readBallot(ballot, { options, settings: settings.value })).toEqual({ ok: true, value: ballot });
        }
      }),
    );
  });

  test("nobody answering gives an outcome", () => {
    fc.assert(
      fc.property(polls(method), ({ question }) => {
        const { tally, conclusion } = concluded(method, { question, ballots: [] });
        expect(tally.ballots).toBe(0);
        expect(tally.elected).toEqual([]);
        const silent = rules.silence === "approves" ? ["carried"] : ["no-answers", "not-carried", "informative"];
        expect(silent).toContain(conclusion.verdict);
        expect(conclusion.chosen).toEqual([]);
      }),
    );
  });

  test("a count names its method, all its ballots, and options that exist, each chosen once", () => {
    fc.assert(
      fc.property(polls(method), (poll) => {
        const { tally, conclusion } = concluded(method, poll);
        const isPlace = (place: number) => place in poll.question.options;
        expect(tally).toMatchObject({ method: id, version: rules.version });
        expect(tally.ballots).toBe(poll.ballots.reduce((sum, { count }) => sum + count, 0));
        expect([...tally.elected, ...conclusion.chosen].every(isPlace)).toBe(true);
        expect(new Set(tally.elected).size).toBe(tally.elected.length);
        expect(tally.ties.every(({ stage, between }) => stage < tally.stages.length && between.every(isPlace))).toBe(
          true,
        );
        const widths = tally.stages.flatMap(({ columns, rows }) =>
          rows.map(({ cells }) => cells.length === columns.length),
        );
        expect(widths.every(Boolean)).toBe(true);
        expect(JSON.parse(JSON.stringify(tally))).toEqual(tally);
      }),
    );
  });

  test("settings and ballots are read back as they were kept", () => {
    fc.assert(
      fc.property(polls(method), ({ question, ballots }) => {
        // Kept as JSON in the store.
        const settings = JSON.parse(JSON.stringify(question.settings)) as Json;
        expect(rules.readSettings(settings, question.options)).toEqual({ ok: true, value: question.settings });
        for (const { ballot } of ballots)
          expect(rules.readBallot(JSON.parse(JSON.stringify(ballot)) as Json, question)).toEqual({
            ok: true,
            value: ballot,
          });
      }),
    );
  });

  test("settings left out are the defaults", () => {
    fc.assert(
      fc.property(optionsOf(rules.options), (options) => {
        expect(rules.readSettings({}, options)).toEqual({ ok: true, value: rules.defaults });
      }),
    );
  });

  test("an answer that names fewer or more options than the settings say is refused, and no other", () => {
    const most = greatest[id];
    expect(rules.limitsOf === undefined).toBe(most === undefined);
    if (most === undefined) return;
    fc.assert(
      fc.property(polls(method), fc.nat(6), fc.integer({ min: 1, max: 6 }), ({ question, ballots }, fewest, limit) => {
        const raw = { ...(question.settings as object), none: undefined, fewest, [most]: limit };
        const settings = rules.readSettings(JSON.parse(JSON.stringify(raw)) as Json, question.options);
        if (!settings.ok) return;
        expect(rules.limitsOf?.(settings.value)).toEqual({ fewest, most: limit, none: false });
        for (const { ballot } of ballots) {
          const named = namedIn(ballot);
          if (named === undefined) continue;
          const { ok } = rules.readBallot(ballot, { ...question, settings: settings.value });
          expect(ok).toBe(named >= fewest && named <= limit);
        }
      }),
    );
  });

  test("none of these is an answer where it is offered, in a native poll too, and nowhere else", () => {
    const ballot = noneBallots[id];
    const options = rules.options.kind === "fixed" ? rules.options.keys : ["Bread", "Roses", "Salt"];
    const offering = rules.readSettings({ none: true }, options);
    expect(offering.ok).toBe(ballot !== undefined);
    if (!offering.ok || ballot === undefined) return;
    const question = { options, settings: offering.value };
    expect(rules.readBallot(ballot, question)).toEqual({ ok: true, value: ballot });
    expect(rules.disagrees?.(ballot)).toBe(true);
    expect(rules.readBallot(ballot, { options, settings: rules.defaults })).toMatchObject({
      refusal: { kind: "none-not-offered" },
    });
    expect(wire.asPoll(question)?.further).toEqual(["decisions.method.row.none-of-these"]);
    expect(rules.readBallot(wire.fromPoll([options.length], question), question)).toEqual({ ok: true, value: ballot });
    const counted = [
      { ballot, count: 2 },
      { ballot: taken(rules.readBallot(wire.fromPoll([0], question), question)), count: 2 },
    ];
    const { conclusion } = concluded(method, { question, ballots: counted });
    expect(conclusion).toMatchObject({ verdict: "not-carried", chosen: [] });
  });

  test("a ballot written as a reply is read back from it", () => {
    fc.assert(
      fc.property(polls(method), ({ question, ballots }) => {
        if (wire.replyExample(question) === null) return;
        for (const { ballot } of ballots) {
          const raw = wire.fromReply(wire.inReply(ballot, question), question, question.options);
          expect(raw === null ? null : rules.readBallot(taken(raw), question)).toEqual({ ok: true, value: ballot });
        }
      }),
    );
  });

  test("the example of a reply is a ballot, and a remark is none", () => {
    fc.assert(
      fc.property(polls(method), ({ question }) => {
        const example = wire.replyExample(question);
        if (example === null) return;
        const raw = wire.fromReply(example, question, question.options);
        expect(raw === null ? null : rules.readBallot(taken(raw), question).ok).toBe(true);
      }),
    );
    const options = rules.options.kind === "fixed" ? rules.options.keys : ["Bread", "Roses"].concat(["Salt", "Wine"]);
    const question = { options, settings: rules.defaults };
    expect(wire.fromReply("When does this close, and who wrote the text?", question, options)).toBeNull();
  });

  test("what a native poll gives is read as a ballot or refused, never a crash", () => {
    fc.assert(
      fc.property(polls(method), ({ question }) => {
        if (wire.asPoll(question) === null) return;
        for (const place of question.options.keys())
          expect(rules.readBallot(wire.fromPoll([place], question), question)).toHaveProperty("ok");
      }),
    );
  });

  test("anything at all is read as settings or a ballot, or refused in every language", () => {
    fc.assert(
      fc.property(polls(method), fc.jsonValue(), ({ question }, raw) => {
        const read = [rules.readSettings(raw, question.options), rules.readBallot(raw, question)];
        for (const result of read) {
          if (result.ok) continue;
          const { kind, ...values } = result.refusal;
          expect(saidEverywhere({ key: `refusal.${kind}`, values }, question.options)).not.toContain("");
        }
      }),
    );
  });

  test("its name, how it counts and every sentence of a count are said in every language", () => {
    for (const part of ["name", "counts", "know"])
      expect(saidEverywhere({ key: `decisions.method.${id}.${part}` }, [])).not.toContain("");
    fc.assert(
      fc.property(polls(method), (poll) => {
        const { tally, conclusion } = concluded(method, poll);
        for (const said of sentencesOf(tally, conclusion))
          expect(saidEverywhere(said, poll.question.options)).not.toContain("");
      }),
      { numRuns: 30 },
    );
  });

  test("golden elections come out as published", () => {
    const folder = join(import.meta.dirname, id, "golden");
    const files = readdirSync(folder);
    expect(files).not.toEqual([]);
    for (const file of files) {
      const golden = JSON.parse(readFileSync(join(folder, file), "utf8")) as Golden;
      const settings = taken(rules.readSettings(golden.settings, golden.options));
      const question = { options: golden.options, settings };
      const ballots = golden.ballots.map(({ ballot, count }) => ({
        ballot: taken(rules.readBallot(ballot, question)),
        count,
      }));
      const tally = rules.count(question, ballots, golden.seed ?? "");
      const eligible = golden.eligible ?? tally.ballots;
      const conclusion = rules.conclude(tally, question, { eligible, answered: tally.ballots });
      expect({ file, elected: tally.elected }).toEqual({ file, elected: golden.elected });
      expect({ file, verdict: conclusion.verdict }).toEqual({ file, verdict: golden.verdict });
      expect({ file, chosen: conclusion.chosen }).toEqual({ file, chosen: golden.chosen });
      golden.stages?.forEach((cells, index) => expect(cellsOf(tally, index)).toEqual(cells));
    }
  });
});

test("every method has its own id and its generators", () => {
  const ids = methods.map(({ rules }) => rules.id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(Object.keys(generators).toSorted()).toEqual(ids.toSorted());
});

/** An election whose result is known; places count from 0. `stages` gives the cells of each stage's rows, as far as published. */
interface Golden {
  readonly source: string;
  readonly options: readonly string[];
  readonly settings: Json;
  readonly ballots: readonly Counted<Json>[];
  readonly seed?: string;
  readonly eligible?: number;
  readonly elected: readonly number[];
  readonly verdict: Conclusion["verdict"];
  readonly chosen: readonly number[];
  readonly stages?: readonly (readonly (readonly string[])[])[];
}

function cellsOf(tally: Tally, stage: number): readonly (readonly string[])[] {
  return tally.stages[stage]?.rows.map(({ cells }) => cells) ?? [];
}
