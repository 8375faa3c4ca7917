import type { Translator } from "../../../kernel/i18n/translator.ts";
import { Select } from "../../../ui/components/choice.tsx";
import { Field } from "../../../ui/components/field.tsx";
import { Submit } from "../../../ui/components/submit.tsx";
import { pollPath } from "../addresses.ts";
import { zoneOptions } from "../choices.ts";
import type { AskingView } from "./asking-view.ts";
import type { RangeField } from "./search-range.ts";

const fields: readonly RangeField[] = ["first", "last", "earliest", "latest", "step", "length", "zone", "zones"];

/** The labels of the fields of the search, by name. */
export function searchLabels(t: Translator): Readonly<Record<string, string>> {
  return Object.fromEntries(fields.map((name) => [name, t(`gatherings.search.${name}`)]));
}

/** Where to look for times. It changes nothing, so it asks by GET and can be kept as a bookmark. */
export function SearchForm({ view }: { readonly view: AskingView }) {
  const { c, gathering } = view.visit;
  const { t } = c.var;
  const field = (name: RangeField) => ({
    name,
    label: t(`gatherings.search.${name}`),
    form: view.search,
    value: view.proposed[name],
  });
  const hint = { hint: t("gatherings.search-hint.zones") };
  return (
    <form class="form search-form" method="get" action={`${pollPath(gathering)}/new`}>
      <div class="field-row">
        <Field {...field("first")} type="date" />
        <Field {...field("last")} type="date" />
      </div>
      <div class="field-row">
        <Field {...field("earliest")} type="time" />
        <Field {...field("latest")} type="time" />
      </div>
      <div class="field-row">
        <Field {...field("length")} type="number" inputmode="numeric" min={5} max={1440} />
        <Field {...field("step")} type="number" inputmode="numeric" min={15} max={1440} />
      </div>
      <Select {...field("zone")} options={zoneOptions(view.zone)} />
      <Field {...field("zones")} {...hint} optional autocomplete="off" />
      <Submit kind="quiet">{t("gatherings.search.submit")}</Submit>
    </form>
  );
}
