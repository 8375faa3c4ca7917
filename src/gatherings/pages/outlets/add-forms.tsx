import type { Translator } from "../../../kernel/i18n/translator.ts";
import { Field } from "../../../ui/components/field.tsx";
import { Form } from "../../../ui/components/form.tsx";
import { Details } from "../../../ui/components/section.tsx";
import { Submit } from "../../../ui/components/submit.tsx";
import type { FormState } from "../../../ui/form-state.ts";
import { gatheringPath } from "../addresses.ts";
import type { GatheringVisit } from "../visit.ts";

interface AddFormsProps {
  readonly visit: GatheringVisit;
  readonly form: FormState;
}

/** The labels of the fields, by name. */
export function outletLabels(t: Translator): Readonly<Record<string, string>> {
  return Object.fromEntries(
    ["homeserver", "room", "token", "webhook"].map((name) => [name, t(`gatherings.outlets.field.${name}`)]),
  );
}

/** Adding a room of Matrix, and adding a webhook. */
export function AddForms({ visit, form }: AddFormsProps) {
  const { t } = visit.c.var;
  const isWebhook = form.typed["kind"]?.[0] === "webhook";
  const isMatrix = form.typed["kind"]?.[0] === "matrix";
  return (
    <>
      <Details summary={t("gatherings.outlets.add-matrix")} open={isMatrix}>
        <MatrixForm visit={visit} form={form} />
      </Details>
      <Details summary={t("gatherings.outlets.add-webhook")} open={isWebhook}>
        <WebhookForm visit={visit} form={form} />
      </Details>
    </>
  );
}

function MatrixForm({ visit, form }: AddFormsProps) {
  const { c, gathering } = visit;
  const { t, frame } = c.var;
  const labels = outletLabels(t);
  return (
    <Form frame={frame} action={`${gatheringPath(gathering)}/outlets`} label={t("gatherings.outlets.add-matrix")}>
      <input type="hidden" name="kind" value="matrix" />
      <Field
        name="homeserver"
        label={labels["homeserver"] ?? ""}
        hint={t("gatherings.outlets.field.homeserver-hint")}
        form={form}
        inputmode="url"
        autocomplete="off"
        maxlength={500}
      />
      <Field
        name="room"
        label={labels["room"] ?? ""}
        hint={t("gatherings.outlets.field.room-hint")}
        form={form}
        autocomplete="off"
        maxlength={255}
      />
      <Field
        name="token"
        label={labels["token"] ?? ""}
        hint={t("gatherings.outlets.field.token-hint")}
        // A secret that was typed does not come back, not even to be mended.
        form={{ ...form, typed: {} }}
        autocomplete="off"
        maxlength={1000}
      />
      <Submit>{t("gatherings.outlets.add-matrix-submit")}</Submit>
    </Form>
  );
}

function WebhookForm({ visit, form }: AddFormsProps) {
  const { c, gathering } = visit;
  const { t, frame } = c.var;
  return (
    <Form frame={frame} action={`${gatheringPath(gathering)}/outlets`} label={t("gatherings.outlets.add-webhook")}>
      <input type="hidden" name="kind" value="webhook" />
      <p class="quiet">{t("gatherings.outlets.webhook-explained")}</p>
      <Field
        name="webhook"
        type="url"
        label={outletLabels(t)["webhook"] ?? ""}
        hint={t("gatherings.outlets.field.webhook-hint")}
        form={form}
        autocomplete="off"
        maxlength={1000}
      />
      <Submit>{t("gatherings.outlets.add-webhook-submit")}</Submit>
    </Form>
  );
}
