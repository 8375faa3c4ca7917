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

const method = { id: "approval", version: 1 };
const defaults: ChoicesSettings = { seats: 1 };

/** Every option one could live with: those approved by most are chosen. See the README beside this file. */
export const approvalRules: MethodRules<ChoicesSettings, Choices> = {
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
