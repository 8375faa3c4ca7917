import { accepted } from "../../../kernel/base/result.ts";
import { mostVoices, readChoices, type Choices } from "../../model/counting/choices.ts";
import { memberOf, strangeName } from "../../model/counting/read-json.ts";
import { concludeSeats, readSeatsOrOne } from "../../model/counting/standing.ts";
import { unfit } from "../../model/counting/unfit.ts";
import type { MethodRules } from "../method.ts";

/** How many options are chosen. */
export type ApprovalSettings = { readonly seats: number };

const method = { id: "approval", version: 1 };

/** Every option one could live with: those approved by most are chosen. See the README beside this file. */
export const approvalRules: MethodRules<ApprovalSettings, Choices> = {
  ...method,
  options: { kind: "own", fewest: 2, most: 200 },
  defaults: { seats: 1 },
  readSettings: (raw, options) => {
    if (strangeName(raw, approvalRules.defaults) !== undefined) return unfit("settings-unreadable");
    const seats = readSeatsOrOne(memberOf(raw, "seats"), options);
    return seats.ok ? accepted({ seats: seats.value }) : seats;
  },
  readBallot: (raw, { options }) => readChoices(raw, options),
  count: ({ options, settings }, ballots) => mostVoices(method, options, ballots, settings.seats),
  conclude: (tally, { settings }) => concludeSeats(tally, settings.seats),
};
