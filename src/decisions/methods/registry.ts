import type { Json } from "../../kernel/base/canonical-json.ts";
import type { Catalogues } from "../../kernel/i18n/catalogue.ts";
import { countMeIn } from "./count-me-in/count-me-in.ts";
import type { MethodRules, Question } from "./method.ts";
import { senseCheck } from "./sense-check/sense-check.ts";
import { stance } from "./stance/stance.ts";
import type { MethodWire } from "./wire.ts";

/** One way to decide, whole but for its pages. */
export interface AnyMethod {
  readonly rules: MethodRules<Json, Json>;
  readonly wire: MethodWire<Json, Json>;
  readonly catalogues: Catalogues;
}

/** Every method, in the order in which they are offered. To add one: its folder, and a line here. */
export const methods: readonly AnyMethod[] = [stance, senseCheck, countMeIn];

/** The method with this id; undefined where there is none. */
export function methodById(id: string): AnyMethod | undefined {
  return methods.find(({ rules }) => rules.id === id);
}

/** The method of something kept, which was one of these when it was kept. */
export function methodOf(kept: { readonly method: string }): AnyMethod {
  const method = methodById(kept.method);
  if (method === undefined) throw new Error(`no method is called ${kept.method}`);
  return method;
}

/** What something kept asks, as its method's rules want it. */
export function questionOf({ options, settings }: Question): Question {
  return { options, settings };
}
