import { hashOfToken, newToken } from "../../../kernel/secrets/token.ts";
import { ActPanel } from "../../../ui/components/act-panel.tsx";
import { Field } from "../../../ui/components/field.tsx";
import { Form } from "../../../ui/components/form.tsx";
import { PageHead } from "../../../ui/components/page-head.tsx";
import { RefusalSummary } from "../../../ui/components/refusal-summary.tsx";
import { LinkButton, Submit } from "../../../ui/components/submit.tsx";
import { seeOther } from "../../../ui/after-act.ts";
import { textOf } from "../../../ui/form-input.ts";
import { refusedForm, untouchedForm, type FormState } from "../../../ui/form-state.ts";
import { Page } from "../../../ui/layout.tsx";
import { refusalPage } from "../../../ui/refusal-page.tsx";
import { byReader, sentForm, type PageContext } from "../../../ui/request.ts";
import { requestLink } from "../../commands/sign-in/request-link.ts";
import { signInByLink } from "../../commands/sign-in/sign-in-by-link.ts";
import { personByEmail } from "../../store/people.read.ts";
import { openedLink, type OpenedLink } from "../../store/sign-in.read.ts";
import type { AccountPageServices } from "../account-page-services.ts";
import { newSession } from "../session/signing-in-browser.ts";
import { signInPath } from "../sign-in-path.ts";
import { letIn } from "./let-in.ts";
import { nextPath, SignInPage } from "./sign-in-page.tsx";

/**
 * `POST /sign-in/link`: sends a link to a mailbox. The answer is the same whether anybody has this address, and whether it was asked
 * for too often; the letter goes out after the answer, so that the time is the same too (docs/threats.md, row 43).
 */
export async function sendLink(c: PageContext, services: AccountPageServices): Promise<Response> {
  const { application, sendMail } = services;
  if (sendMail === undefined) return refusalPage(c, { kind: "not-found" });
  const token = newToken();
  // In the one spelling by which it will be known: a letter to any other might reach another mailbox.
  const email = textOf(sentForm(c), "email").toLowerCase();
  const thenPath = nextPath(c);
  const input = { tokenHash: hashOfToken(token), email, thenPath, address: c.var.clientAddress ?? "" };
  const requested = await application.execute(requestLink, input, byReader(c));
  if (!requested.ok) {
    return c.html(
      <SignInPage c={c} services={services} form={refusedForm(c.var.t, sentForm(c), requested.refusal)} />,
      422,
    );
  }
  if (requested.value.isSent) services.inBackground(sendMail(letter(c, services, email, token)));
  return seeOther(c, "/sign-in/link/sent");
}

/** `GET /sign-in/link/sent` */
export function showLinkSent(c: PageContext): Response | Promise<Response> {
  const { frame, t } = c.var;
  const title = t("accounts.link.sent-title");
  return c.html(
    <Page
      frame={frame}
      title={title}
      head={<PageHead frame={frame} name={title} sentence={t("accounts.link.sent-words")} />}
      unlisted
    >
      <p class="next-step">
        <LinkButton href={signInPath("/me")} kind="quiet">
          {t("accounts.sign-in.again")}
        </LinkButton>
      </p>
    </Page>,
  );
}

/** `GET /sign-in/link?token=…`: asks whether to go on. Opening alone does nothing, since programs open links in mail before people do. */
export async function showLink(c: PageContext, services: AccountPageServices): Promise<Response> {
  return linkPage(c, services, c.req.query("token") ?? "", untouchedForm(c.var.t));
}

/** `POST /sign-in/link/opened` */
export async function goOnByLink(c: PageContext, services: AccountPageServices): Promise<Response> {
  const by = byReader(c);
  const form = sentForm(c);
  const token = textOf(form, "token");
  const session = newSession(c, services.secret, by.origin.key);
  const input = { tokenHash: hashOfToken(token), name: textOf(form, "name"), browser: session.browser };
  const result = await services.application.execute(signInByLink, input, by);
  if (result.ok) return letIn(c, session, result.value);
  return linkPage(c, services, token, refusedForm(c.var.t, form, result.refusal));
}

async function linkPage(
  c: PageContext,
  services: AccountPageServices,
  token: string,
  form: FormState,
): Promise<Response> {
  const { frame, t } = c.var;
  const { read, clock } = services.application;
  const link = await openedLink(read, hashOfToken(token), clock());
  if (link === undefined) {
    const again = <LinkButton href={signInPath("/me")}>{t("accounts.sign-in.again")}</LinkButton>;
    return refusalPage(c, { kind: "link-used-up" }, <p class="next-step">{again}</p>);
  }
  const isNew = link.addsTo === undefined && (await personByEmail(read, link.address)) === undefined;
  const title = t(link.addsTo === undefined ? "accounts.link.title" : "accounts.link.title-add");
  return c.html(
    <Page
      frame={frame}
      title={title}
      notice={<RefusalSummary form={form} fields={{ name: t("accounts.name") }} />}
      head={<PageHead frame={frame} name={title} sentence={t("accounts.link.words", { email: link.address })} />}
      unlisted
    >
      <OpenedLinkPanel c={c} link={link} token={token} form={form} isNew={isNew} />
    </Page>,
    form.fault === undefined && Object.keys(form.faults).length === 0 ? 200 : 422,
  );
}

interface OpenedLinkProps {
  readonly c: PageContext;
  readonly link: OpenedLink;
  readonly token: string;
  readonly form: FormState;
  readonly isNew: boolean;
}

function OpenedLinkPanel({ c, link, token, form, isNew }: OpenedLinkProps) {
  const { frame, t, reader } = c.var;
  if (link.addsTo !== undefined && reader.person?.id !== link.addsTo) {
    return <ActPanel title={t("accounts.link.elsewhere")} cannot={t("accounts.link.elsewhere-words")} />;
  }
  return (
    <ActPanel title={t(isNew ? "accounts.link.new" : "accounts.link.known")}>
      <Form frame={frame} action="/sign-in/link/opened">
        <input type="hidden" name="token" value={token} />
        {isNew && (
          <Field
            name="name"
            label={t("accounts.name")}
            hint={t("accounts.name-hint")}
            form={form}
            autocomplete="name"
            maxlength={80}
          />
        )}
        <Submit>{t(link.addsTo === undefined ? "accounts.link.go-on" : "accounts.link.add")}</Submit>
      </Form>
    </ActPanel>
  );
}

function letter(c: PageContext, { application }: AccountPageServices, email: string, token: string) {
  const { t, frame } = c.var;
  const link = `${application.origin.origin}/sign-in/link?token=${token}`;
  return {
    to: email,
    subject: t("accounts.letter.subject", { server: frame.site.name }),
    text: t("accounts.letter.text", { server: frame.site.name, link }),
  };
}
