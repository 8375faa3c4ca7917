import {
  concludeChoices,
  mostVoices,
  readChoices,
  readChoicesSettings,
  type Choices,
  type ChoicesSettings,
} from "../../model/counting/choices.ts";
import { answerLimits } from "../../model/counting/limits.ts";
import type { MethodRules } from "../method.ts";

const method = { id: "multiple-choice", version: 1 };
const defaults: ChoicesSettings = { fewest: 1, seats: 1 };

/** Several options each, within limits: those with most voices are chosen. See the README beside this file. */
export const multipleChoiceRules: MethodRules<ChoicesSettings, Choices> = {
  ...method,
  options: { kind: "own", fewest: 2, most: 200 },
  defaults,
  limitsOf: answerLimits,
  readSettings: (raw, options) => readChoicesSettings(raw, options, defaults),
  readBallot: readChoices,
  disagrees: ({ choices }) => choices === "none",
  count: (question, ballots) => mostVoices(method, question, ballots),
  conclude: (tally, { settings }) => concludeChoices(tally, settings.seats),
};
