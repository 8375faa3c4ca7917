import { ActPanel } from "../../../ui/components/act-panel.tsx";
import { Choice } from "../../../ui/components/choice.tsx";
import { Field } from "../../../ui/components/field.tsx";
import { Form } from "../../../ui/components/form.tsx";
import { Notice } from "../../../ui/components/notice.tsx";
import { PageHead } from "../../../ui/components/page-head.tsx";
import { RefusalSummary } from "../../../ui/components/refusal-summary.tsx";
import { Submit } from "../../../ui/components/submit.tsx";
import { seeOther } from "../../../ui/after-act.ts";
import { textOf } from "../../../ui/form-input.ts";
import { refusedForm, untouchedForm, type FormState } from "../../../ui/form-state.ts";
import { Page } from "../../../ui/layout.tsx";
import { refusalPage } from "../../../ui/refusal-page.tsx";
import { byReader, sentForm, type PageContext } from "../../../ui/request.ts";
import { chooseWays } from "../../commands/hearing/choose-ways.ts";
import type { Contact } from "../../model/contact.ts";
import { noticeKinds, type Way } from "../../model/notice-kinds.ts";
import { contactOf } from "../../store/contacts.read.ts";
import type { AccountPageServices } from "../account-page-services.ts";
import { signInFirst } from "../sign-in-path.ts";

/** `GET /me/notices`: by which way one hears of each kind of news, and when not. */
export async function showNotices(c: PageContext, services: AccountPageServices): Promise<Response> {
  return noticesPage(c, services, untouchedForm(c.var.t));
}

/** `POST /me/notices` */
export async function changeNotices(c: PageContext, services: AccountPageServices): Promise<Response> {
  const form = sentForm(c);
  const ways = Object.fromEntries(noticeKinds.map((kind) => [kind, textOf(form, kind)]));
  const input = { ways, "quiet-from": textOf(form, "quiet-from"), "quiet-until": textOf(form, "quiet-until") };
  const result = await services.application.execute(chooseWays, input, byReader(c));
  if (result.ok) return seeOther(c, "/me", "ways-chosen");
  return noticesPage(c, services, refusedForm(c.var.t, form, result.refusal));
}

async function noticesPage(c: PageContext, services: AccountPageServices, form: FormState): Promise<Response> {
  const { frame, t, reader } = c.var;
  if (reader.person === undefined) return signInFirst(c);
  const contact = await contactOf(services.application.read, reader.person.id);
  if (contact === undefined) return refusalPage(c, { kind: "not-found" });
  const title = t("accounts.me.hearing");
  const labels = Object.fromEntries(noticeKinds.map((kind) => [kind, t(`accounts.kind.${kind}`)]));
  const quiet = { "quiet-from": t("accounts.quiet-from"), "quiet-until": t("accounts.quiet-until") };
  const isEmailOff = services.sendMail === undefined;
  return c.html(
    <Page
      frame={frame}
      title={title}
      notice={<RefusalSummary form={form} fields={{ ...labels, ...quiet }} />}
      head={<PageHead frame={frame} name={title} sentence={t("accounts.notices.words")} />}
      unlisted
    >
      {isEmailOff && <Notice t={t} meaning="note" what={t("accounts.email-off")} />}
      <WaysPanel c={c} contact={contact} form={form} isEmailOff={isEmailOff} />
    </Page>,
    Object.keys(form.typed).length === 0 ? 200 : 422,
  );
}

interface WaysPanelProps {
  readonly c: PageContext;
  readonly contact: Contact;
  readonly form: FormState;
  readonly isEmailOff: boolean;
}

function WaysPanel({ c, contact, form, isEmailOff }: WaysPanelProps) {
  const { frame, t } = c.var;
  const quiet = contact.quietHours;
  return (
    <ActPanel title={t("accounts.notices.act")}>
      <Form frame={frame} action="/me/notices">
        {noticeKinds.map((kind) => (
          <Choice
            name={kind}
            label={t(`accounts.kind.${kind}`)}
            hint={t(`accounts.kind-hint.${kind}`)}
            form={form}
            value={contact.ways[kind]}
            options={waysOf(contact, isEmailOff).map((way) => ({ value: way, label: t(`accounts.way.${way}`) }))}
          />
        ))}
        <Field
          name="quiet-from"
          type="time"
          label={t("accounts.quiet-from")}
          hint={t("accounts.quiet-hint")}
          form={form}
          value={quiet?.from ?? ""}
          optional
        />
        <Field
          name="quiet-until"
          type="time"
          label={t("accounts.quiet-until")}
          form={form}
          value={quiet?.until ?? ""}
          optional
        />
        <Submit>{t("accounts.save")}</Submit>
      </Form>
    </ActPanel>
  );
}

/** The ways that lead somewhere for this person, and the one they chose before. */
function waysOf(contact: Contact, isEmailOff: boolean): readonly Way[] {
  const chosen = Object.values(contact.ways);
  const offered: Way[] = [];
  if (contact.actorUri !== undefined) offered.push("fediverse");
  if ((contact.email !== undefined && !isEmailOff) || chosen.includes("email")) offered.push("email");
  return [...offered, "none"];
}
