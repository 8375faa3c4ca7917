import type fc from "fast-check";
import type { Json } from "../../src/kernel/base/canonical-json.ts";
import type { Question } from "../../src/decisions/methods/method.ts";

/** What the contract of methods needs of each: settings and ballots as its readers take them, at random. */
export interface MethodGenerators {
  settings(options: readonly string[]): fc.Arbitrary<Json>;
  ballot(question: Question): fc.Arbitrary<Json>;
}
