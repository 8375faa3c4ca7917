import type { Translator } from "../../kernel/i18n/translator.ts";
import { Field } from "../../ui/components/field.tsx";
import { Form } from "../../ui/components/form.tsx";
import { Submit } from "../../ui/components/submit.tsx";
import { TextArea } from "../../ui/components/text-area.tsx";
import type { FormState } from "../../ui/form-state.ts";
import type { CircleVisit } from "./circle-visit.ts";

interface CircleFormProps {
  readonly visit: CircleVisit;
  readonly form: FormState;
  readonly action: string;
  readonly submit: string;
  /** What stands already. */
  readonly circle?: { readonly name: string; readonly aim: string; readonly people: string };
}

/** The names of its fields, for what is to be mended. */
export function circleLabels(t: Translator): Readonly<Record<string, string>> {
  return { name: t("circles.field.name"), aim: t("circles.field.aim"), people: t("circles.field.people") };
}

/** What a circle is called, what it is for, and who is in it. */
export function CircleForm({ visit, form, action, submit, circle }: CircleFormProps) {
  const { frame, t } = visit.c.var;
  const labels = circleLabels(t);
  return (
    <Form frame={frame} action={action}>
      <Field
        name="name"
        label={labels["name"] ?? ""}
        form={form}
        maxlength={80}
        autocomplete="off"
        value={circle?.name}
      />
      <TextArea
        name="aim"
        label={labels["aim"] ?? ""}
        hint={t("circles.field-hint.aim")}
        form={form}
        rows={2}
        maxlength={500}
        value={circle?.aim}
      />
      <TextArea
        name="people"
        label={labels["people"] ?? ""}
        hint={t("circles.field-hint.people")}
        form={form}
        optional
        rows={6}
        maxlength={100_000}
        value={circle?.people}
      />
      <Submit>{submit}</Submit>
    </Form>
  );
}
