import { textOf, type FormInput } from "./form-input.ts";

const ending = ".file";

/** What stands in the place of a file once what it holds stands in the field beside it. */
export const chosen = "chosen";

/** The name of the field for a file beside a field of text: `fileFieldName("text")` is `text.file`. */
export function fileFieldName(beside: string): string {
  return `${beside}${ending}`;
}

/** The field of text beside which a file stands; undefined for a name that is no file's. */
export function fieldBeside(name: string): string | undefined {
  return name.endsWith(ending) && name !== ending ? name.slice(0, -ending.length) : undefined;
}

/** Whether the text of a field came in a file, rather than by typing. */
export function broughtFile(form: FormInput, beside: string): boolean {
  return textOf(form, fileFieldName(beside)) !== "";
}
