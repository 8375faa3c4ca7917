import type { Json } from "../../../kernel/base/canonical-json.ts";
import type { Translator } from "../../../kernel/i18n/translator.ts";
import { Select } from "../../../ui/components/choice.tsx";
import { Field } from "../../../ui/components/field.tsx";
import { textOf } from "../../../ui/form-input.ts";
import type { FormState } from "../../../ui/form-state.ts";
import { limitWords } from "../../methods/limit-words.ts";
import type { AnswerLimits } from "../../methods/method.ts";
import type { AskedHere, MethodViews, SettingsViews } from "../../methods/views.ts";
import type { Marks } from "../../model/counting/marks.ts";

interface MarksShown<Settings extends Json> {
  /** The least and the greatest mark of one option. */
  readonly range: (settings: Settings) => { readonly least: number; readonly most: number };
  /** What to bear in mind, above the fields: "8 dots in all". */
  readonly hint: (settings: Settings, t: Translator) => string;
  /** How many options get a mark, where the settings limit it. */
  readonly limits?: (settings: Settings) => Pick<AnswerLimits, "fewest" | "most">;
  /** Names of the marks, where they have any; then one is chosen from a list. */
  readonly grade?: (mark: number, t: Translator) => string;
}

/** The views of methods whose ballot gives each option a mark: one field for each option. */
export function marksViews<Settings extends Json>(
  shown: MarksShown<Settings>,
  settings: SettingsViews<Settings>,
): MethodViews<Settings, Marks> {
  return {
    fields: (asked) => <MarkFields asked={asked} shown={shown} />,
    fromForm: (sent, { options }) => ({ marks: options.map((_, place) => textOf(sent, markField(place))) }),
    inWords: ({ marks }, names, t) => {
      const given = marks.flatMap((mark, place) =>
        mark === null
          ? []
          : [t("decisions.ballot.mark", { option: names[place] ?? "", mark: markWords(shown, mark, t) })],
      );
      return given.length === 0 ? t("decisions.ballot.none") : given.join(" · ");
    },
    settings,
  };
}

function MarkFields<Settings extends Json>({
  asked,
  shown,
}: {
  readonly asked: AskedHere<Settings, Marks>;
  readonly shown: MarksShown<Settings>;
}) {
  const { names, order, own, form, question } = asked;
  const limits = shown.limits === undefined ? undefined : limitWords(shown.limits(question.settings), form.t);
  return (
    <fieldset class="field">
      <legend class="field-label">{form.t("decisions.ballot.marks")}</legend>
      <p class="field-hint">{shown.hint(question.settings, form.t)}</p>
      {limits !== undefined && <p class="field-hint">{limits}</p>}
      {order.map((place) => (
        <MarkField
          form={form}
          shown={shown}
          settings={question.settings}
          name={names[place] ?? ""}
          place={place}
          own={own}
        />
      ))}
    </fieldset>
  );
}

interface MarkFieldProps<Settings extends Json> {
  readonly form: FormState;
  readonly shown: MarksShown<Settings>;
  readonly settings: Settings;
  readonly name: string;
  readonly place: number;
  readonly own: Marks | undefined;
}

function MarkField<Settings extends Json>({ form, shown, settings, name, place, own }: MarkFieldProps<Settings>) {
  const { least, most } = shown.range(settings);
  const mark = own?.marks[place] ?? undefined;
  const { grade } = shown;
  if (grade === undefined) {
    return (
      <Field
        name={markField(place)}
        label={name}
        form={form}
        type="number"
        inputmode="numeric"
        min={least}
        max={most}
        optional="said-above"
        value={mark}
      />
    );
  }
  const marks = Array.from({ length: most - least + 1 }, (_, step) => most - step);
  const options = marks.map((value) => ({ value: String(value), label: grade(value, form.t) }));
  const all = [{ value: "", label: form.t("decisions.ballot.no-mark") }, ...options];
  return (
    <Select
      name={markField(place)}
      label={name}
      form={form}
      options={all}
      optional="said-above"
      value={mark === undefined ? "" : String(mark)}
    />
  );
}

function markField(place: number): string {
  return `mark-${place}`;
}

function markWords<Settings extends Json>({ grade }: MarksShown<Settings>, mark: number, t: Translator): string {
  return grade === undefined ? t.number(mark) : grade(mark, t);
}
