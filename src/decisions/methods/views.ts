import type { Child } from "hono/jsx";
import type { Json } from "../../kernel/base/canonical-json.ts";
import type { Translator } from "../../kernel/i18n/translator.ts";
import type { FormInput } from "../../ui/form-input.ts";
import type { FormState } from "../../ui/form-state.ts";
import type { Question } from "./method.ts";

/** How a method shows itself: the fields by which one answers, and a ballot in words. Every form works without scripts. */
export interface MethodViews<Settings extends Json, Ballot extends Json> {
  /** The fields of an answer; `own` is what this reader said before. */
  fields(asked: AskedHere<Settings, Ballot>): Child;
  /** The ballot that those fields sent, to be read by the rules. */
  fromForm(sent: FormInput, question: Question<Settings>): Json;
  /** A ballot as one line: "Agree", "Ana > Ben". */
  inWords(ballot: Ballot, names: readonly string[], t: Translator): string;
  /** The options that whoever proposes wrote, where a line is not simply an option; and what to write. */
  options?(sent: FormInput): readonly string[];
  optionsHint?(t: Translator): string;
  /** The fields by which whoever proposes chooses the settings, and what they sent; nothing where there is nothing to choose. */
  readonly settings?: SettingsViews<Settings>;
}

export interface AskedHere<Settings extends Json, Ballot extends Json> {
  readonly question: Question<Settings>;
  /** The names of the options for this reader, in order. */
  readonly names: readonly string[];
  /** The places of the options in the order in which this reader is shown them; empty where the method names its options. */
  readonly order: readonly number[];
  readonly own: Ballot | undefined;
  readonly form: FormState;
}

export interface SettingsViews<Settings extends Json> {
  fields(form: FormState, defaults: Settings): Child;
  /** What was chosen; what is left out takes its default. */
  fromForm(sent: FormInput): Readonly<Record<string, Json>>;
  /** What the settings mean, sentence by sentence, for whoever answers. */
  inWords(settings: Settings, t: Translator): readonly string[];
}
