import type { Child } from "hono/jsx";
import { Select } from "../../../ui/components/choice.tsx";
import { Field } from "../../../ui/components/field.tsx";
import { FileField } from "../../../ui/components/file-field.tsx";
import { Form } from "../../../ui/components/form.tsx";
import { Details } from "../../../ui/components/section.tsx";
import { Submit } from "../../../ui/components/submit.tsx";
import { TextArea } from "../../../ui/components/text-area.tsx";
import type { FormState } from "../../../ui/form-state.ts";
import { languages } from "../../../kernel/i18n/language.ts";
import type { Translator } from "../../../kernel/i18n/translator.ts";
import { mostTargets } from "../../model/outreach/read-targets.ts";
import { gatheringPath } from "../addresses.ts";
import type { GatheringVisit } from "../visit.ts";

/** The labels of the fields, by name. */
export function listLabels(t: Translator): Readonly<Record<string, string>> {
  const names = ["list", "country", "language", "software"] as const;
  return Object.fromEntries(names.map((name) => [name, t(`gatherings.outreach.field.${name}`)]));
}

interface AddingFormProps {
  readonly visit: GatheringVisit;
  readonly form: FormState;
  /** What stands between a list that was read and the button that takes it over. */
  readonly preview?: Child;
}

/** A list of whom to reach out to: typed or in a file, whole or in part. */
export function AddingForm({ visit: { c, gathering }, form, preview }: AddingFormProps) {
  const { t, frame } = c.var;
  const field = (name: "country" | "language" | "software") => ({
    name,
    label: t(`gatherings.outreach.field.${name}`),
    hint: t(`gatherings.outreach.hint.${name}`),
    form,
    optional: true,
  });
  const isFiltered = ["country", "language", "software"].some((name) => form.typed[name]?.[0] !== undefined);
  return (
    <Form frame={frame} action={`${gatheringPath(gathering)}/outreach`} draft={`outreach-${gathering.id}`} hasFile>
      {preview}
      <TextArea
        name="list"
        label={t("gatherings.outreach.field.list")}
        hint={t("gatherings.outreach.hint.list", { most: mostTargets })}
        form={form}
        rows={6}
        maxlength={100_000}
      />
      <FileField
        beside="list"
        label={t("gatherings.outreach.field.file")}
        hint={t("gatherings.outreach.hint.file")}
        form={form}
        accept=".csv,.tsv,.txt,text/csv,text/plain"
      />
      <Details summary={t("gatherings.outreach.filter")} open={isFiltered}>
        <Field {...field("country")} maxlength={2} autocomplete="off" />
        <Select
          {...field("language")}
          value=""
          options={[
            { value: "", label: t("gatherings.outreach.any-language") },
            ...languages.map((value) => ({ value, label: t.languageName(value) })),
          ]}
        />
        <Field {...field("software")} maxlength={60} autocomplete="off" />
      </Details>
      <p class="acts">
        <Submit kind="quiet" name="step" value="read">
          {t("gatherings.outreach.read-list")}
        </Submit>
        {preview === undefined && (
          <Submit kind="quiet" name="step" value="add">
            {t("gatherings.outreach.add-save")}
          </Submit>
        )}
      </p>
    </Form>
  );
}
