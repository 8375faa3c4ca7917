import { ActPanel } from "../../../ui/components/act-panel.tsx";
import { Form } from "../../../ui/components/form.tsx";
import { Notice } from "../../../ui/components/notice.tsx";
import { PageHead } from "../../../ui/components/page-head.tsx";
import { RefusalSummary } from "../../../ui/components/refusal-summary.tsx";
import { LinkButton, Submit } from "../../../ui/components/submit.tsx";
import { doneKey, seeOther } from "../../../ui/after-act.ts";
import { refusedForm, untouchedForm, type FormState } from "../../../ui/form-state.ts";
import { Page } from "../../../ui/layout.tsx";
import { byReader, sentForm, type PageContext } from "../../../ui/request.ts";
import { changeSettings } from "../../commands/server/change-settings.ts";
import { serverSettings } from "../../store/server.read.ts";
import type { AccountPageServices } from "../account-page-services.ts";
import { OperatorNav } from "./operating.tsx";
import { SettingsFields, settingsFrom, settingsLabels } from "./settings-fields.tsx";

/** `GET /operator` */
export function showSettings(c: PageContext, services: AccountPageServices): Promise<Response> {
  return settingsPage(c, services, untouchedForm(c.var.t));
}

/** `POST /operator` */
export async function saveSettings(c: PageContext, services: AccountPageServices): Promise<Response> {
  const form = sentForm(c);
  const result = await services.application.execute(changeSettings, settingsFrom(form), byReader(c));
  if (result.ok) return seeOther(c, "/operator", "settings-changed");
  return settingsPage(c, services, refusedForm(c.var.t, form, result.refusal));
}

async function settingsPage(c: PageContext, services: AccountPageServices, form: FormState): Promise<Response> {
  const { frame, t } = c.var;
  const settings = await serverSettings(services.application.read);
  const done = doneKey(c, ["taken-charge", "settings-changed"]);
  const title = t("accounts.operator.title");
  return c.html(
    <Page
      frame={frame}
      title={title}
      notice={
        done === undefined ? (
          <RefusalSummary form={form} fields={settingsLabels(t)} />
        ) : (
          <Notice t={t} what={t(`accounts.operator.done.${done}`)} />
        )
      }
      head={<PageHead frame={frame} name={title} sentence={t("accounts.operator.words")} />}
      unlisted
    >
      <OperatorNav c={c} here="/operator" />
      {done === "taken-charge" && (
        <p class="next-step">
          <LinkButton href="/communities/new">{t("accounts.operator.found-community")}</LinkButton>
          <LinkButton href="/me" kind="quiet">
            {t("accounts.operator.add-identity")}
          </LinkButton>
        </p>
      )}
      <ActPanel title={t("accounts.operator.settings")}>
        <Form frame={frame} action="/operator">
          <SettingsFields form={form} settings={settings} />
          <Submit>{t("accounts.save")}</Submit>
        </Form>
      </ActPanel>
    </Page>,
    Object.keys(form.typed).length === 0 ? 200 : 422,
  );
}
