import fc from "fast-check";
import type { Json } from "../../src/kernel/base/canonical-json.ts";
import type { Question } from "../../src/decisions/methods/method.ts";
import { limitsOf, namedPlaces, numberIn } from "./limits.ts";
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

/** Some of the options, or none of these where the settings offer it. */
const choices = (question: Question) => {
  const { none = false } = question.settings as { readonly none?: boolean };
  const fewest = Math.max(none ? 1 : 0, numberIn(question.settings, "fewest") ?? 0);
  const picked = namedPlaces({ ...question, settings: { ...(question.settings as object), fewest } });
  return (none ? fc.oneof(picked, fc.constant("none")) : picked).map((choices) => ({ choices }));
};

const choiceSettings = (options: readonly string[]) =>
  fc
    .tuple(limitsOf(options), fc.record({ none: fc.boolean(), seats: seats(options) }))
    .map(([limits, rest]) => ({ ...limits, ...rest }));

/** A mark for each of so many options as the settings allow. */
const someMarks = (question: Question, mark: fc.Arbitrary<number>, most: string) =>
  namedPlaces(question, most).chain((places) =>
    fc
      .array(mark, { minLength: places.length, maxLength: places.length })
      .map((given) => ({ marks: question.options.map((_, place) => given[places.indexOf(place)] ?? null) })),
  );

/** One dot for each of so many options as the settings allow, and some of the rest for the first of them. */
const dots = (question: Question) => {
  const all = numberIn(question.settings, "dots") ?? 8;
  const each = numberIn(question.settings, "perOption") ?? all;
  return fc.tuple(namedPlaces(question, "most", all), fc.nat(all)).map(([places, more]) => {
    const first = Math.min(each, 1 + Math.min(more, all - places.length));
    return {
      marks: question.options.map(
        (_, place) => [first, ...places.slice(1).map(() => 1)][places.indexOf(place)] ?? null,
      ),
    };
  });
};

/** A mark, or none, for each option. */
const marks = ({ options }: Question, mark: fc.Arbitrary<number>) =>
  fc.array(orNone(mark), { maxLength: options.length }).map((marks) => ({ marks }));

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
  "multiple-choice": { settings: choiceSettings, ballot: choices },
  approval: { settings: choiceSettings, ballot: choices },
  score: {
    settings: (options) =>
      fc
        .record({
          most: fc.integer({ min: 1, max: 100 }),
          by: fc.constantFrom("sum", "mean"),
          blank: fc.constantFrom("zero", "no-opinion"),
          seats: seats(options),
        })
        .chain((settings) => limitsOf(options, "mostScored").map((limits) => ({ ...settings, ...limits })))
        .map((settings) => (settings.by === "sum" ? { ...settings, blank: "zero" } : settings)),
    ballot: (question) => someMarks(question, fc.nat(numberIn(question.settings, "most") ?? 5), "mostScored"),
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
        .map(([dots, perOption, seats]) => ({ dots, perOption: perOption && Math.min(perOption, dots), seats }))
        .chain((settings) => limitsOf(options, "most", settings.dots).map((limits) => ({ ...settings, ...limits }))),
    ballot: dots,
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
