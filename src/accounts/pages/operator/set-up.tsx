import { hashOfToken } from "../../../kernel/secrets/token.ts";
import { ActPanel } from "../../../ui/components/act-panel.tsx";
import { Field } from "../../../ui/components/field.tsx";
import { Form } from "../../../ui/components/form.tsx";
import { PageHead } from "../../../ui/components/page-head.tsx";
import { RefusalSummary } from "../../../ui/components/refusal-summary.tsx";
import { Submit } from "../../../ui/components/submit.tsx";
import { seeOther } from "../../../ui/after-act.ts";
import { textOf } from "../../../ui/form-input.ts";
import { refusedForm, untouchedForm, type FormState } from "../../../ui/form-state.ts";
import { Page } from "../../../ui/layout.tsx";
import { refusalPage } from "../../../ui/refusal-page.tsx";
import { byReader, sentForm, type PageContext } from "../../../ui/request.ts";
import { takeCharge } from "../../commands/server/take-charge.ts";
import { isOperatorLinkGood, serverSettings } from "../../store/server.read.ts";
import type { AccountPageServices } from "../account-page-services.ts";
import { setSessionCookie } from "../session/session-cookie.ts";
import { newSession } from "../session/signing-in-browser.ts";
import { SettingsFields, settingsFrom, settingsLabels } from "./settings-fields.tsx";

/** `GET /set-up?token=…`: by the one-time link, somebody takes charge of the server. */
export function showSetUp(c: PageContext, services: AccountPageServices): Promise<Response> {
  return setUpPage(c, services, c.req.query("token") ?? "", untouchedForm(c.var.t));
}

/** `POST /set-up` */
export async function setUp(c: PageContext, services: AccountPageServices): Promise<Response> {
  const form = sentForm(c);
  const by = byReader(c);
  const token = textOf(form, "token");
  const session = newSession(c, services.secret, by.origin.key);
  const input = {
    ...settingsFrom(form),
    tokenHash: hashOfToken(token),
    operator: textOf(form, "operator"),
    browser: session.browser,
  };
  const result = await services.application.execute(takeCharge, input, by);
  if (!result.ok) return setUpPage(c, services, token, refusedForm(c.var.t, form, result.refusal));
  if (result.value.isNew) setSessionCookie(c, session.token);
  return seeOther(c, "/operator", "taken-charge");
}

async function setUpPage(
  c: PageContext,
  services: AccountPageServices,
  token: string,
  form: FormState,
): Promise<Response> {
  const { frame, t, reader } = c.var;
  const { read, clock } = services.application;
  if (!(await isOperatorLinkGood(read, hashOfToken(token), clock()))) {
    return refusalPage(c, { kind: "operator-link-used-up" });
  }
  const known = await serverSettings(read);
  // The first proposal is what the operator's own browser says.
  const settings = known.isSetUp ? known : { ...known, languages: [reader.language], zone: reader.zone };
  const title = t(known.isSetUp ? "accounts.set-up.title-again" : "accounts.set-up.title");
  const isNew = reader.person === undefined;
  return c.html(
    <Page
      frame={frame}
      title={title}
      notice={<RefusalSummary form={form} fields={{ ...settingsLabels(t), operator: t("accounts.set-up.operator") }} />}
      head={<PageHead frame={frame} name={title} sentence={t("accounts.set-up.words")} />}
      unlisted
    >
      <ActPanel title={t("accounts.set-up.act")}>
        <Form frame={frame} action="/set-up">
          <input type="hidden" name="token" value={token} />
          {isNew && (
            <Field
              name="operator"
              label={t("accounts.set-up.operator")}
              hint={t("accounts.set-up.operator-hint")}
              form={form}
              autocomplete="name"
              maxlength={80}
            />
          )}
          <SettingsFields form={form} settings={settings} />
          <Submit>{t("accounts.set-up.take-charge")}</Submit>
        </Form>
      </ActPanel>
    </Page>,
    Object.keys(form.typed).length === 0 ? 200 : 422,
  );
}
