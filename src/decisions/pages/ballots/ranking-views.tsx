import type { Json } from "../../../kernel/base/canonical-json.ts";
import { Select } from "../../../ui/components/choice.tsx";
import { textOf, type FormInput } from "../../../ui/form-input.ts";
import { limitWords } from "../../methods/limit-words.ts";
import type { AskedHere, MethodViews } from "../../methods/views.ts";
import { answerLimits, type Limits } from "../../model/counting/limits.ts";
import type { Ranking } from "../../model/counting/ranking.ts";
import { limitSettings, settingsForm, type Setting } from "./settings-form.tsx";

/** The views of methods whose ballot is a ranking: for each option its rank, chosen from a list. */
export function rankingViews<Settings extends Json & Limits>(
  settings: readonly Setting[],
): MethodViews<Settings, Ranking> {
  return {
    fields: (asked) => <RankFields asked={asked} />,
    fromForm: (sent, { options }) => ranksIn(sent, options.length),
    inWords: (ranking, names, t) =>
      ranking.length === 0
        ? t("decisions.ballot.none")
        : ranking.map((rank) => rank.map((place) => names[place] ?? "").join(" = ")).join(" > "),
    settings: settingsForm<Settings & Readonly<Record<string, Json | undefined>>>([
      ...limitSettings("fewest-ranked", "most-ranked"),
      ...settings,
    ]),
  };
}

function RankFields<Settings extends Json & Limits>({ asked }: { readonly asked: AskedHere<Settings, Ranking> }) {
  const { names, order, own, form, question } = asked;
  const limits = answerLimits(question.settings);
  const words = limitWords(limits, form.t);
  const ranks = names.slice(0, limits.most ?? names.length);
  return (
    <fieldset class="field">
      <legend class="field-label">{form.t("decisions.ballot.ranks")}</legend>
      <p class="field-hint">{form.t("decisions.ballot.ranks-hint")}</p>
      {words !== undefined && <p class="field-hint">{words}</p>}
      {order.map((place) => (
        <Select
          name={rankField(place)}
          label={names[place] ?? ""}
          form={form}
          options={[
            { value: "", label: form.t("decisions.ballot.no-rank") },
            ...ranks.map((_, rank) => ({
              value: String(rank + 1),
              label: form.t("decisions.ballot.rank", { rank: rank + 1 }),
            })),
          ]}
          optional="said-above"
          value={rankIn(own, place)}
        />
      ))}
    </fieldset>
  );
}

/** The options of each rank that was given, from the first down; ranks that nothing has are no gap. */
function ranksIn(sent: FormInput, options: number): Json {
  const places = Array.from({ length: options }, (_, place) => place);
  const given = places.flatMap((place) => {
    const rank = Number(textOf(sent, rankField(place)));
    return Number.isInteger(rank) && rank > 0 ? [{ place, rank }] : [];
  });
  const byRank = Map.groupBy(given, ({ rank }) => rank);
  return [...byRank.keys()]
    .toSorted((one, other) => one - other)
    .map((rank) => (byRank.get(rank) ?? []).map(({ place }) => place));
}

function rankIn(ranking: Ranking | undefined, place: number): string {
  const rank = ranking?.findIndex((places) => places.includes(place)) ?? -1;
  return rank < 0 ? "" : String(rank + 1);
}

function rankField(place: number): string {
  return `rank-${place}`;
}
