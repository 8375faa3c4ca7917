import { Choice, Select } from "../../../ui/components/choice.tsx";
import { Field } from "../../../ui/components/field.tsx";
import { Form } from "../../../ui/components/form.tsx";
import { Submit } from "../../../ui/components/submit.tsx";
import { VisibilityLine } from "../../../ui/components/visibility-line.tsx";
import type { FormState } from "../../../ui/form-state.ts";
import { UserName } from "../../../ui/text.tsx";
import { mostMonths, monthsAtFirst } from "../../model/voice/handed-voices.ts";
import { proposalPath, voicesPath } from "../addresses.ts";
import { PersonField } from "./person-field.tsx";
import type { VoicesView } from "./voices-view.ts";

/** The form by which a member offers another member their voice. */
export function HandingForm({ view, form }: { readonly view: VoicesView; readonly form: FormState }) {
  const { c, community } = view.visit;
  const { t, frame } = c.var;
  const { about } = view;
  return (
    <Form frame={frame} action={voicesPath(community)}>
      {about !== undefined && (
        <>
          <p>
            {t("decisions.voice.for.proposal")}:{" "}
            <a href={proposalPath(about)}>
              <UserName name={about.title} />
            </a>
          </p>
          <input type="hidden" name="scope" value="proposal" />
          <input type="hidden" name="proposal" value={about.id} />
        </>
      )}
      <PersonField
        name="holder"
        label={t("decisions.voice.field.holder")}
        hint={t("decisions.voice.field-hint.holder")}
        form={form}
        people={view.others}
      />
      {about === undefined && (
        <>
          <Choice
            name="scope"
            label={t("decisions.voice.field.scope")}
            form={form}
            value="community"
            options={(["community", "topic"] as const).map((value) => ({
              value,
              label: t(`decisions.voice.scope.${value}`),
            }))}
          />
          <Field
            name="topic"
            label={t("decisions.voice.field.topic")}
            hint={t("decisions.voice.field-hint.topic")}
            form={form}
            maxlength={60}
            autocomplete="off"
            optional
          />
          <Select
            name="months"
            label={t("decisions.voice.field.months")}
            form={form}
            value={String(monthsAtFirst)}
            options={Array.from({ length: mostMonths }, (_, month) => ({
              value: String(month + 1),
              label: t("decisions.voice.months", { months: month + 1 }),
            }))}
          />
        </>
      )}
      <Submit>{t("decisions.voice.offer")}</Submit>
      <VisibilityLine>{t("decisions.voice.visible")}</VisibilityLine>
    </Form>
  );
}
