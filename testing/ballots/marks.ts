import fc from "fast-check";
import type { Json } from "../../src/kernel/base/canonical-json.ts";
import type { Question } from "../../src/decisions/methods/method.ts";
import type { MethodGenerators } from "./method-generators.ts";

const seats = (options: readonly string[]) => fc.integer({ min: 1, max: Math.max(1, options.length - 1) });
const orNone = (number: fc.Arbitrary<number>) => fc.option(number, { nil: null });

const share = fc.oneof(
  fc.integer({ min: 0, max: 99 }).map((percent) => `${percent} %`),
  fc.constantFrom("2/3", "1/3", "66.67 %"),
);

const fixed = (settings: fc.Arbitrary<Json>): MethodGenerators => ({
  settings: () => settings,
  ballot: ({ options }) => fc.integer({ min: 0, max: options.length - 1 }).map((choice) => ({ choice })),
});

const subset = ({ options }: Question, minLength: number, maxLength: number) =>
  fc.shuffledSubarray([...options.keys()], { minLength, maxLength }).map((choices) => ({ choices }));

/** A mark, or none, for each option. */
const marks = ({ options }: Question, mark: fc.Arbitrary<number>) =>
  fc.array(orNone(mark), { maxLength: options.length }).map((marks) => ({ marks }));

/** A member of settings that are known to hold a whole number there, or null. */
function numberIn(settings: Json, name: string): number | null {
  const found: unknown = typeof settings === "object" && settings !== null ? Object.entries(settings) : [];
  const value = (found as readonly (readonly [string, unknown])[]).find(([key]) => key === name)?.[1];
  return typeof value === "number" ? value : null;
}

/** Marks cut off where they would cost more than there is. */
const within = (ballot: { marks: (number | null)[] }, budget: number, cost: (mark: number) => number) => {
  let left = budget;
  return {
    marks: ballot.marks.map((mark) => {
      if (mark === null || cost(mark) > left) return null;
      left -= cost(mark);
      return mark;
    }),
  };
};

interface SurveyQuestion {
  readonly kind: string;
  readonly options: number;
  readonly most: number;
}

/** All options as one question, or cut in two. */
const survey = (options: readonly string[]): fc.Arbitrary<Json> => {
  const question = (size: number) =>
    fc.record({
      title: fc.constantFrom("When?", "Where?", "How good was it?"),
      kind: size > 1 ? fc.constantFrom("single", "multiple", "score") : fc.constant("score"),
      options: fc.constant(size),
      most: fc.integer({ min: 1, max: size }),
    });
  const cut = fc.integer({ min: 1, max: options.length - 1 });
  return fc.oneof(
    fc.constant({ questions: [] }),
    cut.chain((size) => fc.tuple(question(size), question(options.length - size)).map((questions) => ({ questions }))),
  );
};

const surveyBallot = ({ options, settings }: Question): fc.Arbitrary<Json> => {
  const { questions } = settings as unknown as { readonly questions: readonly SurveyQuestion[] };
  const asked = questions.length > 0 ? questions : [{ kind: "single", options: options.length, most: 1 }];
  const answers = asked.map(({ kind, options, most }) =>
    kind === "score"
      ? fc.array(orNone(fc.nat(most)), { minLength: options, maxLength: options })
      : fc
          .subarray(
            Array.from({ length: options }, (_, index) => index),
            { maxLength: most },
          )
          .map((picked) => Array.from({ length: options }, (_, index) => (picked.includes(index) ? 1 : null))),
  );
  return fc.tuple(...answers).map((parts) => ({ marks: parts.flat() }));
};

/** Settings and ballots of the methods of marks and stances, by method. */
export const markGenerators: Readonly<Record<string, MethodGenerators>> = {
  stance: fixed(
    fc.record({
      share,
      reach: fc.constantFrom("at-least", "more-than"),
      base: fc.constantFrom("took-a-side", "answered", "eligible"),
      blocks: fc.constantFrom("none", "stops", "stops-unless"),
      blockShare: fc.constantFrom("99 %", "100 %"),
    }),
  ),
  "lazy-consent": fixed(fc.constant({})),
  "sense-check": fixed(fc.constant({})),
  "count-me-in": fixed(fc.record({ target: orNone(fc.integer({ min: 1, max: 30 })) })),
  "single-choice": {
    settings: () => fc.record({ required: fc.constantFrom("plurality", "majority"), none: fc.boolean() }),
    ballot: ({ options, settings }) => {
      const place = fc.integer({ min: 0, max: options.length - 1 });
      const none = (settings as { readonly none: boolean }).none;
      return (none ? fc.oneof(place, fc.constant("none")) : place).map((choice) => ({ choice }));
    },
  },
  "multiple-choice": {
    settings: (options) =>
      fc
        .tuple(fc.nat(options.length), orNone(fc.integer({ min: 1, max: options.length })), seats(options))
        .map(([fewest, most, seats]) => ({ fewest: Math.min(fewest, most ?? fewest), most, seats })),
    ballot: (question) => {
      const most = numberIn(question.settings, "most") ?? question.options.length;
      return subset(question, numberIn(question.settings, "fewest") ?? 0, most);
    },
  },
  approval: {
    settings: (options) => fc.record({ seats: seats(options) }),
    ballot: (question) => subset(question, 0, question.options.length),
  },
  score: {
    settings: (options) =>
      fc
        .record({
          most: fc.integer({ min: 1, max: 100 }),
          by: fc.constantFrom("sum", "mean"),
          blank: fc.constantFrom("zero", "no-opinion"),
          seats: seats(options),
        })
        .map((settings) => (settings.by === "sum" ? { ...settings, blank: "zero" } : settings)),
    ballot: (question) => marks(question, fc.nat(numberIn(question.settings, "most") ?? 5)),
  },
  star: {
    settings: () => fc.record({ most: fc.integer({ min: 1, max: 9 }) }),
    ballot: (question) => marks(question, fc.nat(numberIn(question.settings, "most") ?? 5)),
  },
  "majority-judgment": {
    settings: (options) => fc.record({ seats: seats(options) }),
    ballot: (question) => marks(question, fc.nat(5)),
  },
  "dot-vote": {
    settings: (options) =>
      fc
        .tuple(fc.integer({ min: 1, max: 12 }), orNone(fc.integer({ min: 1, max: 12 })), seats(options))
        .map(([dots, perOption, seats]) => ({ dots, perOption: perOption && Math.min(perOption, dots), seats })),
    ballot: (question) => {
      const dots = numberIn(question.settings, "dots") ?? 8;
      const most = numberIn(question.settings, "perOption") ?? dots;
      return marks(question, fc.nat(most)).map((ballot) => within(ballot, dots, (mark) => mark));
    },
  },
  quadratic: {
    settings: (options) =>
      fc.record({ credits: fc.integer({ min: 1, max: 60 }), against: fc.boolean(), seats: seats(options) }),
    ballot: (question) => {
      const against = (question.settings as { readonly against: boolean }).against;
      const vote = fc.integer({ min: against ? -5 : 0, max: 5 });
      const credits = numberIn(question.settings, "credits") ?? 25;
      return marks(question, vote).map((ballot) => within(ballot, credits, (mark) => mark ** 2));
    },
  },
  survey: { settings: survey, ballot: surveyBallot },
};
