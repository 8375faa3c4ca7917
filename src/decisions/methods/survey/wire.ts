import type { Marks } from "../../model/counting/marks.ts";
import type { MethodWire } from "../wire.ts";
import type { SurveySettings } from "./rules.ts";

/** Several questions at once fit into no native poll and no reply that people would write: a survey is answered on its page. */
export const surveyWire: MethodWire<SurveySettings, Marks> = {
  asPoll: () => null,
  fromPoll: () => ({ marks: null }),
  replyExample: () => null,
  fromReply: () => null,
  inReply: () => "",
};
