import type { Json } from "../../../kernel/base/canonical-json.ts";
import { fraction } from "../../../kernel/base/fraction.ts";
import { accepted, type Result } from "../../../kernel/base/result.ts";
import { ballotsIn } from "../../model/counting/choices.ts";
import { addMarks, exactText, readMarks, type Marks } from "../../model/counting/marks.ts";
import { isLeftOut, listOf, memberOf, oneOf, strangeName, wholeWithin } from "../../model/counting/read-json.ts";
import { noAnswers } from "../../model/counting/standing.ts";
import { unfit } from "../../model/counting/unfit.ts";
import type { Counted, MethodRefusal, MethodRules, Place, Question, Row, Stage, Tally } from "../method.ts";

/** One question of a survey: how many of the options are its answers, and how many one may pick, or the highest score. */
export type SurveyQuestion = {
  readonly title: string;
  readonly kind: "single" | "multiple" | "score";
  readonly options: number;
  readonly most: number;
};

/** The questions in order: the first has the first options, and so on. None: all options are one question of which one picks one. */
export type SurveySettings = { readonly questions: readonly SurveyQuestion[] };

const method = { id: "survey", version: 1 };
const mostQuestions = 50;
const mostCharacters = 300;
const highestScore = 100;

/** Several closed questions at once, each counted by itself: shows what people say and decides nothing. See the README beside this file. */
export const surveyRules: MethodRules<SurveySettings, Marks> = {
  ...method,
  options: { kind: "own", fewest: 2, most: 200 },
  defaults: { questions: [] },
  readSettings,
  readBallot,
  count,
  conclude: ({ ballots }) =>
    ballots === 0
      ? noAnswers
      : { verdict: "informative", chosen: [], why: [{ key: "decisions.method.why.informative" }] },
};

function readSettings(raw: Json, options: readonly string[]): Result<SurveySettings, MethodRefusal> {
  if (strangeName(raw, surveyRules.defaults) !== undefined) return unfit("settings-unreadable");
  const given = memberOf(raw, "questions");
  const list = isLeftOut(given) ? [] : listOf(given);
  if (list === null) return unfit("settings-unreadable");
  if (list.length > mostQuestions) return unfit("too-many-questions", { most: mostQuestions });
  const questions: SurveyQuestion[] = [];
  for (const item of list) {
    const read = readQuestion(item);
    if (!read.ok) return read;
    questions.push(read.value);
  }
  const asked = questions.reduce((sum, question) => sum + question.options, 0);
  if (questions.length > 0 && asked !== options.length)
    return unfit("survey-options-unlike", { given: String(asked), most: options.length });
  return accepted({ questions });
}

function readQuestion(raw: Json): Result<SurveyQuestion, MethodRefusal> {
  const title = memberOf(raw, "title");
  const kind = oneOf(memberOf(raw, "kind"), ["single", "multiple", "score"]);
  if (typeof title !== "string" || title.trim() === "" || title.length > mostCharacters)
    return unfit("question-title-needed", { most: mostCharacters });
  const options = wholeWithin(memberOf(raw, "options"), kind === "score" ? 1 : 2, 200);
  if (kind === null || options === null) return unfit("question-unreadable", { given: title });
  if (kind === "single") return accepted({ title, kind, options, most: 1 });
  const limit = kind === "score" ? highestScore : options;
  const given = memberOf(raw, "most");
  const most = isLeftOut(given) ? Math.min(limit, kind === "score" ? 5 : options) : wholeWithin(given, 1, limit);
  return most === null ? unfit("question-unreadable", { given: title }) : accepted({ title, kind, options, most });
}

/** A question with the place of its first option. */
interface PlacedQuestion extends SurveyQuestion {
  readonly from: Place;
}

/** The questions with their options; where none is set, all options are those of one. */
function placedQuestions({ options, settings }: Question<SurveySettings>): readonly PlacedQuestion[] {
  if (settings.questions.length === 0)
    return [{ title: "", kind: "single", options: options.length, most: 1, from: 0 }];
  let from = 0;
  return settings.questions.map((question) => {
    const placed = { ...question, from };
    from += question.options;
    return placed;
  });
}

function readBallot(raw: Json, question: Question<SurveySettings>): Result<Marks, MethodRefusal> {
  const read = readMarks(raw, question.options, { least: 0, most: highestScore });
  if (!read.ok) return read;
  const marks = [...read.value.marks];
  for (const asked of placedQuestions(question)) {
    const places = marks.slice(asked.from, asked.from + asked.options);
    if (asked.kind === "score") {
      const over = places.findIndex((mark) => (mark ?? 0) > asked.most);
      if (over === -1) continue;
      return unfit("mark-out-of-range", {
        option: question.options[asked.from + over] ?? "",
        least: 0,
        most: asked.most,
      });
    }
    if (places.some((mark) => mark !== null && mark > 1)) return unfit("ballot-unreadable");
    if (places.filter((mark) => mark === 1).length > asked.most) return unfit("too-many-choices", { most: asked.most });
    places.forEach((mark, index) => (marks[asked.from + index] = mark === 1 ? 1 : null));
  }
  return readMarks({ marks }, question.options, { least: 0, most: highestScore });
}

function count(question: Question<SurveySettings>, ballots: readonly Counted<Marks>[]): Tally {
  const added = addMarks(ballots, question.options.length);
  const stages = placedQuestions(question).map((asked) => stageOf(asked, added));
  return {
    method: method.id,
    version: method.version,
    ballots: ballotsIn(ballots),
    elected: [],
    stages,
    ties: [],
  };
}

function stageOf(
  { title, kind, from, options }: PlacedQuestion,
  { sums, givers }: { readonly sums: readonly number[]; readonly givers: readonly number[] },
): Stage {
  const said = [
    title === ""
      ? { key: "decisions.method.survey.said.one" }
      : { key: `decisions.method.survey.said.${kind}`, values: { title } },
  ];
  const places = Array.from({ length: options }, (_, index) => from + index);
  if (kind !== "score") {
    const rows = places.map((place) => ({ of: { place }, cells: [String(sums[place] ?? 0)] }));
    return { said, columns: [{ key: "decisions.method.column.voices" }], rows };
  }
  const columns = ["sum", "givers", "mean"].map((name) => ({ key: `decisions.method.column.${name}` }));
  return { said, columns, rows: places.map((place) => scored(place, sums[place] ?? 0, givers[place] ?? 0)) };
}

function scored(place: Place, sum: number, givers: number): Row {
  const mean = givers === 0 ? "" : exactText(fraction(sum, givers));
  return { of: { place }, cells: [String(sum), String(givers), mean] };
}
