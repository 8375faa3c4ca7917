import type { InvalidInput } from "../kernel/commands/command.ts";
import type { AnyRefusal } from "../kernel/base/result.ts";
import { problemWords, refusalWords } from "../kernel/i18n/refusal-words.ts";
import type { Translator } from "../kernel/i18n/translator.ts";
import type { FormInput } from "./form-input.ts";

/** A form as it is shown: what was typed, and what to mend where. */
export interface FormState {
  /** The words of whoever fills it in. */
  readonly t: Translator;
  readonly typed: FormInput;
  /** What to mend, in the reader's words, by the name of the field. */
  readonly faults: Readonly<Record<string, string>>;
  /** What to mend that is no single field's. */
  readonly fault?: string;
}

/** A form nobody has sent yet. */
export function untouchedForm(t: Translator): FormState {
  return { t, typed: {}, faults: {} };
}

/** A refusal of what a form asked for; one of the domain may name the field that is to be mended. */
export type FormRefusal = InvalidInput | (AnyRefusal & { readonly field?: string });

/**
 * The form again after a refusal, with everything that was typed. The fault stands beside the field that the refusal names: by the
 * problems of an invalid input, or by a `field` of its own; else above the form.
 */
export function refusedForm(t: Translator, typed: FormInput, refusal: FormRefusal): FormState {
  const faults = Object.create(null) as Record<string, string>;
  if ("problems" in refusal) {
    for (const problem of refusal.problems) faults[problem.field] ??= problemWords(t, problem);
    return { t, typed, faults };
  }
  const words = refusalWords(t, refusal);
  if (refusal.field === undefined) return { t, typed, faults, fault: words };
  faults[refusal.field] = words;
  return { t, typed, faults };
}

/** Whether there is anything to mend. */
export function hasFaults(form: FormState): boolean {
  return form.fault !== undefined || Object.keys(form.faults).length > 0;
}
