import type { Translator } from "../../../kernel/i18n/translator.ts";
import { ActPanel } from "../../../ui/components/act-panel.tsx";
import { Field } from "../../../ui/components/field.tsx";
import { Form } from "../../../ui/components/form.tsx";
import { Notice } from "../../../ui/components/notice.tsx";
import { PageHead } from "../../../ui/components/page-head.tsx";
import { RefusalSummary } from "../../../ui/components/refusal-summary.tsx";
import { Section } from "../../../ui/components/section.tsx";
import { Submit } from "../../../ui/components/submit.tsx";
import { ownPath } from "../../../ui/address.ts";
import { untouchedForm, type FormState } from "../../../ui/form-state.ts";
import { Page } from "../../../ui/layout.tsx";
import type { Frame, PageContext } from "../../../ui/request.ts";
import type { AccountPageServices } from "../account-page-services.ts";

/** `GET /sign-in?next=…` */
export function showSignIn(c: PageContext, services: AccountPageServices): Response | Promise<Response> {
  return c.html(<SignInPage c={c} services={services} form={untouchedForm(c.var.t)} />);
}

/** The three ways to sign in, as far as this server has them, or to add an identity for whoever is signed in already. */
export function SignInPage({ c, services, form }: SignInPageProps) {
  const { frame, t, reader } = c.var;
  const next = nextPath(c);
  const person = reader.person;
  const title = t(person === undefined ? "accounts.sign-in.title" : "accounts.sign-in.title-add");
  const fields = { account: t("accounts.sign-in.account"), email: t("accounts.sign-in.email") };
  const parts = { frame, form, next };
  const hasOtherWays = services.serverSignIn !== undefined || services.serverHandle !== undefined;
  return (
    <Page
      frame={frame}
      title={title}
      notice={<RefusalSummary form={form} fields={fields} />}
      head={<PageHead frame={frame} name={title} sentence={t("accounts.sign-in.words")} />}
      unlisted
    >
      {person !== undefined && <Notice t={t} meaning="note" what={t("accounts.sign-in.adds", { name: person.name })} />}
      {services.serverSignIn !== undefined && <ByServer {...parts} />}
      {services.serverHandle !== undefined && <ByCode {...parts} />}
      {services.sendMail === undefined ? <WithoutEmail t={t} hasOtherWays={hasOtherWays} /> : <ByEmail {...parts} />}
    </Page>
  );
}

interface SignInPageProps {
  readonly c: PageContext;
  readonly services: AccountPageServices;
  readonly form: FormState;
}

/** Where the reader goes on to: the path that the page or its form was given, if it is one of this server. */
export function nextPath(c: PageContext): string {
  return ownPath(c.var.form?.["next"]?.[0] ?? c.req.query("next"), "/me");
}

interface WayProps {
  readonly frame: Frame;
  readonly form: FormState;
  readonly next: string;
}

function ByServer({ frame, form, next }: WayProps) {
  const { t } = frame;
  return (
    <ActPanel title={t("accounts.sign-in.by-server")}>
      <p>{t("accounts.sign-in.by-server-words")}</p>
      <Form frame={frame} action="/sign-in/server">
        <NextField next={next} />
        <Field
          name="account"
          label={t("accounts.sign-in.account")}
          hint={t("accounts.sign-in.account-hint")}
          form={form}
          autocomplete="username"
          inputmode="email"
          maxlength={400}
        />
        <Submit>{t("accounts.sign-in.to-server")}</Submit>
      </Form>
    </ActPanel>
  );
}

function ByCode({ frame, next }: WayProps) {
  const { t } = frame;
  return (
    <Section title={t("accounts.sign-in.by-code")} id="by-code">
      <p>{t("accounts.sign-in.by-code-words")}</p>
      <Form frame={frame} action="/sign-in/code">
        <NextField next={next} />
        <Submit kind="quiet">{t("accounts.sign-in.show-code")}</Submit>
      </Form>
    </Section>
  );
}

function ByEmail({ frame, form, next }: WayProps) {
  const { t } = frame;
  return (
    <Section title={t("accounts.sign-in.by-email")} id="by-email">
      <p>{t("accounts.sign-in.by-email-words")}</p>
      <Form frame={frame} action="/sign-in/link">
        <NextField next={next} />
        <Field
          name="email"
          type="email"
          label={t("accounts.sign-in.email")}
          form={form}
          autocomplete="email"
          maxlength={254}
        />
        <Submit kind="quiet">{t("accounts.sign-in.send-link")}</Submit>
      </Form>
    </Section>
  );
}

/** Says which ways are left; where there are none, as on a server that tries things out by itself, who can open one. */
function WithoutEmail({ t, hasOtherWays }: { readonly t: Translator; readonly hasOtherWays: boolean }) {
  if (hasOtherWays) return <p class="quiet">{t("accounts.sign-in.no-email")}</p>;
  return (
    <ActPanel title={t("accounts.sign-in.by-operator")}>
      <p>{t("accounts.sign-in.by-operator-words")}</p>
    </ActPanel>
  );
}

function NextField({ next }: { readonly next: string }) {
  return <input type="hidden" name="next" value={next} />;
}
