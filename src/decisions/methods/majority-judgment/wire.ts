import type { Json } from "../../../kernel/base/canonical-json.ts";
import type { Marks } from "../../model/counting/marks.ts";
import { gradeWords, phrasesOf, placeOfPhrase } from "../../model/replies/fixed-words.ts";
import { marksReplies, wholeMark } from "../../model/replies/marks-replies.ts";
import { readRepliedMarks } from "../../model/replies/read-marks.ts";
import type { MethodWire } from "../wire.ts";
import { grades, type MajorityJudgmentSettings } from "./rules.ts";

const phrases = phrasesOf(gradeWords);

/** Grades by a reply, as numbers from 0 to 5 (`1:5, 2:3`) or in words (`Bread: very good`); no native poll can carry them. */
export const majorityJudgmentWire: MethodWire<MajorityJudgmentSettings, Marks> = {
  ...marksReplies<MajorityJudgmentSettings>(() => [5, 3]),
  fromReply: (text, { options }) => {
    const read = readRepliedMarks(text, options, gradeOf);
    return read?.ok === true ? { ok: true, value: { marks: read.value } satisfies Json } : read;
  },
};

function gradeOf(text: string): number | null {
  const place = placeOfPhrase(text, phrases);
  return place === null ? wholeMark(text) : grades.length - 1 - place;
}
