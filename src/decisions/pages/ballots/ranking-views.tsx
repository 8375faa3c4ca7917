import type { Json } from "../../../kernel/base/canonical-json.ts";
import { Select } from "../../../ui/components/choice.tsx";
import { textOf, type FormInput } from "../../../ui/form-input.ts";
import type { MethodViews, SettingsViews } from "../../methods/views.ts";
import type { Ranking } from "../../model/counting/ranking.ts";

/** The views of methods whose ballot is a ranking: for each option its rank, chosen from a list. */
export function rankingViews<Settings extends Json>(settings: SettingsViews<Settings>): MethodViews<Settings, Ranking> {
  return {
    fields: ({ names, own, form }) => (
      <fieldset class="field">
        <legend class="field-label">{form.t("decisions.ballot.ranks")}</legend>
        <p class="field-hint">{form.t("decisions.ballot.ranks-hint")}</p>
        {names.map((name, place) => (
          <Select
            name={rankField(place)}
            label={name}
            form={form}
            options={[
              { value: "", label: form.t("decisions.ballot.no-rank") },
              ...names.map((_, rank) => ({
                value: String(rank + 1),
                label: form.t("decisions.ballot.rank", { rank: rank + 1 }),
              })),
            ]}
            optional="said-above"
            value={rankIn(own, place)}
          />
        ))}
      </fieldset>
    ),
    fromForm: (sent, { options }) => ranksIn(sent, options.length),
    inWords: (ranking, names, t) =>
      ranking.length === 0
        ? t("decisions.ballot.none")
        : ranking.map((rank) => rank.map((place) => names[place] ?? "").join(" = ")).join(" > "),
    settings,
  };
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
