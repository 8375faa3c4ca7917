import type { AnyRefusal, Result } from "../kernel/base/result.ts";
import { accepted, refused } from "../kernel/base/result.ts";

/** What a form sent: each field's values in the order sent. Without a prototype, so that a field may have any name. */
export type FormInput = Readonly<Record<string, readonly string[]>>;

/** The form sent more than a page of ours could have. */
export interface FormTooLarge extends AnyRefusal {
  readonly kind: "form-too-large";
}

const longestName = 200;
const mostFields = 2_000;

/**
 * Names and values as a form sent them, made safe to use: line ends are `\n`, characters are composed (NFC), NUL is dropped, and
 * names such as `__proto__` are names like any other.
 */
export function formInput(fields: Iterable<readonly [string, string]>): Result<FormInput, FormTooLarge> {
  const input = Object.create(null) as Record<string, string[]>;
  let count = 0;
  for (const [name, value] of fields) {
    count += 1;
    if (count > mostFields || name.length > longestName) return refused({ kind: "form-too-large" });
    const values = input[name] ?? [];
    values.push(readable(value));
    input[name] = values;
  }
  return accepted(input);
}

/** The one value of a field, without white space around it; empty when the field was not sent. */
export function textOf(input: FormInput, name: string): string {
  return (input[name]?.[0] ?? "").trim();
}

/** All values of a field that may be sent many times, such as ticked boxes. */
export function textsOf(input: FormInput, name: string): readonly string[] {
  return input[name] ?? [];
}

function readable(value: string): string {
  return value.replaceAll("\r\n", "\n").replaceAll("\r", "\n").replaceAll("\u0000", "").normalize("NFC");
}
