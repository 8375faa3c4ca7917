import { Choice } from "../../../ui/components/choice.tsx";
import { Field } from "../../../ui/components/field.tsx";
import { Form } from "../../../ui/components/form.tsx";
import { Submit } from "../../../ui/components/submit.tsx";
import { TextArea } from "../../../ui/components/text-area.tsx";
import type { FormState } from "../../../ui/form-state.ts";
import { integrationOptions } from "../../model/consent/objections.ts";
import { mostTermMonths } from "../../model/consent/version.ts";
import { longestPost } from "../../model/thread.ts";
import type { ConsentView } from "./consent-view.ts";
import { AmendmentLink } from "./amendment-link.tsx";
import { consentPath } from "./consent-visit.ts";

/** A new version; while objections are integrated, with the way it answers them. After reactions the author may also leave it as it is. */
export function VersionForm({ view, form }: { readonly view: ConsentView; readonly form: FormState }) {
  const { visit, version, isAuthor } = view;
  const { c, consent } = visit;
  const { t, frame } = c.var;
  const path = consentPath(consent);
  const integrates = consent.state === "integrate";
  return (
    <>
      {!integrates && isAuthor && (
        <Form frame={frame} action={`${path}/consent-round`} label={t("decisions.consent.panel.to-consent")}>
          <p>{t("decisions.consent.panel.to-consent-words")}</p>
          <Submit>{t("decisions.consent.panel.to-consent")}</Submit>
        </Form>
      )}
      {view.charter.amendment !== undefined && <AmendmentLink view={view} />}
      <Form frame={frame} action={`${path}/versions`} draft={`version-${consent.id}-${version.version}`}>
        {integrates && (
          <Choice
            name="integration"
            label={t("decisions.consent.field.integration")}
            form={form}
            options={integrationOptions.map((option) => ({
              value: option,
              label: t(`decisions.consent.integration.${option}`),
            }))}
            value="amend"
          />
        )}
        <input type="hidden" name="title" value={version.title} />
        <TextArea
          name="text"
          label={t("decisions.consent.field.text")}
          form={form}
          rows={7}
          maxlength={longestPost}
          value={version.text}
        />
        <Field
          name="termMonths"
          label={t("decisions.consent.field.termMonths")}
          form={form}
          type="number"
          min={1}
          max={mostTermMonths}
          value={version.termMonths}
        />
        <TextArea
          name="measures"
          label={t("decisions.consent.field.measures")}
          form={form}
          rows={2}
          maxlength={5_000}
          optional
          value={version.measures}
        />
        <Field
          name="responsible"
          label={t("decisions.consent.field.responsible")}
          form={form}
          maxlength={300}
          optional
          value={version.responsible}
        />
        <TextArea
          name="note"
          label={t("decisions.consent.field.note")}
          form={form}
          rows={2}
          maxlength={5_000}
          optional
        />
        <Submit kind="quiet">{t("decisions.consent.panel.write-version")}</Submit>
      </Form>
    </>
  );
}
