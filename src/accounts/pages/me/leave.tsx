import { ActPanel } from "../../../ui/components/act-panel.tsx";
import { Check } from "../../../ui/components/choice.tsx";
import { Form } from "../../../ui/components/form.tsx";
import { PageHead } from "../../../ui/components/page-head.tsx";
import { RefusalSummary } from "../../../ui/components/refusal-summary.tsx";
import { LinkButton, Submit } from "../../../ui/components/submit.tsx";
import { textOf } from "../../../ui/form-input.ts";
import { refusedForm, untouchedForm, type FormState } from "../../../ui/form-state.ts";
import { Page } from "../../../ui/layout.tsx";
import { byReader, sentForm, type PageContext } from "../../../ui/request.ts";
import { leave } from "../../commands/people/leave.ts";
import type { AccountPageServices } from "../account-page-services.ts";
import { dropSessionCookie } from "../session/session-cookie.ts";
import { signInFirst } from "../sign-in-path.ts";

/** `GET /me/leave`: what leaving means, before it is done. */
export function showLeaving(c: PageContext): Response | Promise<Response> {
  return leavingPage(c, untouchedForm(c.var.t));
}

/** `POST /me/leave` */
export async function leaveForGood(c: PageContext, services: AccountPageServices): Promise<Response> {
  const form = sentForm(c);
  const input = { sure: textOf(form, "sure") };
  const result = await services.application.execute(leave(services.personalData), input, byReader(c));
  if (!result.ok) return leavingPage(c, refusedForm(c.var.t, form, result.refusal));
  dropSessionCookie(c);
  return c.redirect("/left", 303);
}

/** `GET /left` */
export function showLeft(c: PageContext): Response | Promise<Response> {
  const { frame, t } = c.var;
  const title = t("accounts.left.title");
  return c.html(
    <Page
      frame={frame}
      title={title}
      head={<PageHead frame={frame} name={title} sentence={t("accounts.left.words")} />}
      unlisted
    />,
  );
}

function leavingPage(c: PageContext, form: FormState): Response | Promise<Response> {
  const { frame, t, reader } = c.var;
  if (reader.person === undefined) return signInFirst(c);
  const title = t("accounts.leave.title");
  return c.html(
    <Page
      frame={frame}
      title={title}
      notice={<RefusalSummary form={form} fields={{ sure: t("accounts.leave.sure") }} />}
      head={<PageHead frame={frame} name={title} sentence={t("accounts.leave.words")} />}
      unlisted
    >
      <ActPanel title={t("accounts.leave.act")}>
        <p>{t("accounts.leave.what-goes")}</p>
        <p>{t("accounts.leave.elsewhere")}</p>
        <p>{t("accounts.leave.what-stays")}</p>
        <Form frame={frame} action="/me/leave">
          <Check name="sure" label={t("accounts.leave.sure")} form={form} />
          <Submit kind="stop">{t("accounts.leave.leave")}</Submit>
          <LinkButton href="/me" kind="quiet">
            {t("accounts.leave.stay")}
          </LinkButton>
        </Form>
      </ActPanel>
    </Page>,
    Object.keys(form.typed).length === 0 ? 200 : 422,
  );
}
