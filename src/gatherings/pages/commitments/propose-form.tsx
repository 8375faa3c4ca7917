import type { Translator } from "../../../kernel/i18n/translator.ts";
import { Select } from "../../../ui/components/choice.tsx";
import { Field } from "../../../ui/components/field.tsx";
import { Form } from "../../../ui/components/form.tsx";
import { Submit } from "../../../ui/components/submit.tsx";
import { TextArea } from "../../../ui/components/text-area.tsx";
import { VisibilityLine } from "../../../ui/components/visibility-line.tsx";
import type { FormState } from "../../../ui/form-state.ts";
import { mostCharactersPromised } from "../../model/commitments/read-answer.ts";
import { gatheringPath } from "../addresses.ts";
import { optionsOf } from "../people-to-choose.ts";
import type { CommitmentsView } from "./commitments-view.ts";

/** The labels of the fields, by name. */
export function proposeLabels(t: Translator): Readonly<Record<string, string>> {
  return Object.fromEntries(
    ["what", "ownerId", "due"].map((name) => [name, t(`gatherings.commitments.field.${name}`)]),
  );
}

/** Who does what by when. */
export function ProposeForm({ view, form }: { readonly view: CommitmentsView; readonly form: FormState }) {
  const { c, gathering } = view.visit;
  const { t, frame } = c.var;
  const labels = proposeLabels(t);
  const { people } = view.choices;
  const owners = [{ value: "", label: t("gatherings.commitments.oneself") }, ...optionsOf(people)];
  return (
    <Form frame={frame} action={`${gatheringPath(gathering)}/commitments`} draft={`commitment-${gathering.id}`}>
      <TextArea
        name="what"
        label={labels["what"] ?? ""}
        hint={t("gatherings.commitments.what-hint")}
        form={form}
        rows={2}
        maxlength={mostCharactersPromised}
      />
      {people.length > 0 && (
        <Select
          name="ownerId"
          label={labels["ownerId"] ?? ""}
          hint={t("gatherings.commitments.owner-hint")}
          form={form}
          options={owners}
          value=""
        />
      )}
      <Field name="due" label={labels["due"] ?? ""} form={form} type="date" />
      <VisibilityLine>{t("gatherings.commitments.visible")}</VisibilityLine>
      <Submit>{t("gatherings.commitments.propose")}</Submit>
    </Form>
  );
}
