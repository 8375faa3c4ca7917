import type { Json } from "../../../kernel/base/canonical-json.ts";
import { accepted, type Result } from "../../../kernel/base/result.ts";
import { mostVoices, readChoices, type Choices } from "../../model/counting/choices.ts";
import { isLeftOut, memberOf, strangeName, wholeWithin } from "../../model/counting/read-json.ts";
import { concludeSeats, readSeatsOrOne } from "../../model/counting/standing.ts";
import { unfit } from "../../model/counting/unfit.ts";
import type { MethodRefusal, MethodRules } from "../method.ts";

/** How many options one may pick, at least and at most (null: as many as one likes), and how many are chosen. */
export type MultipleChoiceSettings = { readonly fewest: number; readonly most: number | null; readonly seats: number };

const method = { id: "multiple-choice", version: 1 };

/** Several options each, within limits: those with most voices are chosen. See the README beside this file. */
export const multipleChoiceRules: MethodRules<MultipleChoiceSettings, Choices> = {
  ...method,
  options: { kind: "own", fewest: 2, most: 200 },
  defaults: { fewest: 1, most: null, seats: 1 },
  readSettings,
  readBallot: (raw, { options, settings }) => {
    const read = readChoices(raw, options);
    if (!read.ok) return read;
    const picked = read.value.choices.length;
    if (picked < settings.fewest) return unfit("too-few-choices", { least: settings.fewest });
    if (picked > (settings.most ?? picked)) return unfit("too-many-choices", { most: settings.most ?? picked });
    return read;
  },
  count: ({ options, settings }, ballots) => mostVoices(method, options, ballots, settings.seats),
  conclude: (tally, { settings }) => concludeSeats(tally, settings.seats),
};

function readSettings(raw: Json, options: readonly string[]): Result<MultipleChoiceSettings, MethodRefusal> {
  const { defaults } = multipleChoiceRules;
  if (strangeName(raw, defaults) !== undefined) return unfit("settings-unreadable");
  const [givenFewest, givenMost] = [memberOf(raw, "fewest"), memberOf(raw, "most")];
  const fewest = isLeftOut(givenFewest) ? defaults.fewest : wholeWithin(givenFewest, 0, options.length);
  const most = isLeftOut(givenMost) ? options.length : wholeWithin(givenMost, 1, options.length);
  if (fewest === null || most === null) return unfit("choices-out-of-range", { most: options.length });
  if (fewest > most) return unfit("fewest-above-most", { least: fewest, most });
  const seats = readSeatsOrOne(memberOf(raw, "seats"), options);
  return seats.ok ? accepted({ fewest, most: isLeftOut(givenMost) ? null : most, seats: seats.value }) : seats;
}
