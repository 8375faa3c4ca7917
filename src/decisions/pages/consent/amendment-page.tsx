import type { Circle } from "../../../circles/index.ts";
import { ActPanel } from "../../../ui/components/act-panel.tsx";
import { Choice } from "../../../ui/components/choice.tsx";
import { Form } from "../../../ui/components/form.tsx";
import { RefusalSummary } from "../../../ui/components/refusal-summary.tsx";
import { Submit } from "../../../ui/components/submit.tsx";
import { TextArea } from "../../../ui/components/text-area.tsx";
import type { FormState } from "../../../ui/form-state.ts";
import type { Charter } from "../../model/charter/charter.ts";
import { integrationOptions } from "../../model/consent/objections.ts";
import { CharterFields, charterLabels } from "../charter/charter-form.tsx";
import { UnderPage } from "../under-page.tsx";
import { consentPath, type ConsentVisit } from "./consent-visit.ts";

interface AmendmentPageProps {
  readonly visit: ConsentVisit;
  readonly form: FormState;
  /** What the present version would make of the charter. */
  readonly amendment: Charter;
  readonly circles: readonly Circle[];
}

/** The form by which a new version of an amendment is written. */
export function AmendmentPage({ visit, form, amendment, circles }: AmendmentPageProps) {
  const { c, consent } = visit;
  const { t, frame } = c.var;
  const note = t("decisions.consent.field.note");
  return (
    <UnderPage
      visit={visit}
      title={t("decisions.charter.amend-version")}
      sentence={t("decisions.charter.amend-sentence")}
      about={{ path: consentPath(consent), name: consent.title, language: visit.thread.language }}
      notice={<RefusalSummary form={form} fields={{ ...charterLabels(t), note }} />}
      panel={
        <ActPanel title={t("decisions.charter.after-title")}>
          <p>{t("decisions.charter.after-version")}</p>
        </ActPanel>
      }
    >
      <Form frame={frame} action={amendmentPath(consent)} draft={`amendment-of-${consent.id}-${consent.version}`}>
        {consent.state === "integrate" && (
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
        <CharterFields t={t} form={form} charter={amendment} circles={circles} />
        <TextArea name="note" label={note} form={form} rows={2} maxlength={5_000} optional />
        <Submit>{t("decisions.consent.panel.write-version")}</Submit>
      </Form>
    </UnderPage>
  );
}

/** Where what a process would make of the charter is written anew. */
export function amendmentPath(consent: { readonly id: string }): string {
  return `${consentPath(consent)}/amendment`;
}
