import type { Child } from "hono/jsx";
import type { Translator } from "../../../kernel/i18n/translator.ts";
import { CheckGroup, Choice } from "../../../ui/components/choice.tsx";
import { Field } from "../../../ui/components/field.tsx";
import { textOf, textsOf, type FormInput } from "../../../ui/form-input.ts";
import { surveyFromText } from "../../model/survey-text.ts";
import type { Marks } from "../../model/counting/marks.ts";
import type { Question } from "../method.ts";
import type { AskedHere, MethodViews } from "../views.ts";
import type { SurveyQuestion, SurveySettings } from "./rules.ts";

/** Several questions, each with its options, written in one field: see {@link surveyFromText}. */
export const surveyViews: MethodViews<SurveySettings, Marks> = {
  fields: (asked) =>
    questionsOf(asked.question).map((question) => <QuestionFields asked={asked} question={question} />),
  fromForm: (sent, question) => ({ marks: questionsOf(question).flatMap((each) => marksOf(sent, each)) }),
  inWords: ({ marks }, names, t) => {
    const given = marks.flatMap((mark, place) => {
      if (mark === null) return [];
      const option = names[place] ?? "";
      return [mark === 1 ? option : t("decisions.ballot.mark", { option, mark: t.number(mark) })];
    });
    return given.length === 0 ? t("decisions.ballot.none") : given.join(" · ");
  },
  options: (sent) => surveyFromText(textOf(sent, "options")).options,
  optionsHint: (t) => t("decisions.method.survey.field.options-hint"),
  settings: {
    fields: () => null,
    fromForm: (sent) => ({ questions: surveyFromText(textOf(sent, "options")).questions }),
    inWords: ({ questions }, t) => [t("decisions.method.survey.words.questions", { questions: questions.length })],
  },
};

/** A question with the place of its first option. */
interface Placed extends SurveyQuestion {
  readonly from: number;
}

function questionsOf({ options, settings }: Question<SurveySettings>): readonly Placed[] {
  if (settings.questions.length === 0)
    return [{ title: "", kind: "single", options: options.length, most: 1, from: 0 }];
  let from = 0;
  return settings.questions.map((question) => {
    const placed = { ...question, from };
    from += question.options;
    return placed;
  });
}

function QuestionFields({
  asked,
  question,
}: {
  readonly asked: AskedHere<SurveySettings, Marks>;
  readonly question: Placed;
}): Child {
  const { names, own, form } = asked;
  const { from, kind, most, title } = question;
  const shown = names.slice(from, from + question.options);
  const label = title === "" ? form.t("decisions.ballot.choose-one") : title;
  const name = `question-${from}`;
  if (kind === "score") {
    return (
      <fieldset class="field">
        <legend class="field-label">{label}</legend>
        <p class="field-hint">{form.t("decisions.ballot.scores-hint", { most })}</p>
        {shown.map((option, place) => (
          <Field
            name={`${name}-${place}`}
            label={option}
            form={form}
            type="number"
            min={0}
            max={most}
            optional="said-above"
            value={own?.marks[from + place] ?? undefined}
          />
        ))}
      </fieldset>
    );
  }
  const options = shown.map((option, place) => ({ value: String(place), label: option }));
  const picked = shown.flatMap((_, place) => (own?.marks[from + place] === 1 ? [String(place)] : []));
  return kind === "single" ? (
    <Choice name={name} label={label} form={form} options={options} value={picked[0]} optional />
  ) : (
    <CheckGroup
      name={name}
      label={label}
      form={form}
      options={options}
      values={picked}
      optional
      hint={atMost(form.t, most)}
    />
  );
}

function atMost(t: Translator, most: number): string {
  return t("decisions.ballot.at-most", { most });
}

function marksOf(sent: FormInput, { from, kind, options }: Placed): readonly (string | number | null)[] {
  const places = Array.from({ length: options }, (_, place) => place);
  if (kind === "score") return places.map((place) => textOf(sent, `question-${from}-${place}`));
  const picked = textsOf(sent, `question-${from}`);
  return places.map((place) => (picked.includes(String(place)) ? 1 : null));
}
