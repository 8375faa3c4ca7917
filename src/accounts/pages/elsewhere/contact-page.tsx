import { ActPanel } from "../../../ui/components/act-panel.tsx";
import { Empty } from "../../../ui/components/empty.tsx";
import { Form } from "../../../ui/components/form.tsx";
import { Handle } from "../../../ui/components/handle.tsx";
import { Notice } from "../../../ui/components/notice.tsx";
import { PageHead } from "../../../ui/components/page-head.tsx";
import { Section } from "../../../ui/components/section.tsx";
import { LinkButton, Submit } from "../../../ui/components/submit.tsx";
import { TextArea } from "../../../ui/components/text-area.tsx";
import { VisibilityLine } from "../../../ui/components/visibility-line.tsx";
import { doneKey } from "../../../ui/after-act.ts";
import type { FormState } from "../../../ui/form-state.ts";
import { Page } from "../../../ui/layout.tsx";
import { UserName } from "../../../ui/text.tsx";
import { shownHost } from "../../../kernel/text/handle.ts";
import type { Contact } from "../../store/elsewhere/contacts.read.ts";
import { Unfollow } from "./contacts.tsx";
import { Faults } from "./elsewhere-page.tsx";
import type { ElsewhereView } from "./elsewhere-view.ts";
import { contactPath, Utterances } from "./exchange.tsx";

const deeds = ["followed", "said", "voted"] as const;

interface ContactPageProps {
  readonly view: ElsewhereView;
  readonly contact: Contact;
  readonly form: FormState;
}

/** All that passed between the reader and one actor, and a way to write to it. */
export function ContactPage({ view, contact, form }: ContactPageProps) {
  const { frame, t } = view.c.var;
  const done = doneKey(view.c, deeds);
  const utterances = view.exchanges.find((exchange) => exchange.contact.id === contact.id)?.utterances ?? [];
  return (
    <Page
      frame={frame}
      title={t("accounts.elsewhere.with", { name: contact.name })}
      notice={
        done === undefined ? (
          <Faults c={view.c} form={form} />
        ) : (
          <Notice
            t={t}
            what={t(`accounts.elsewhere.done.${done}`)}
            told={t("accounts.elsewhere.told", { name: contact.name })}
          />
        )
      }
      head={
        <PageHead
          frame={frame}
          kind={t("accounts.elsewhere.title")}
          name={<UserName name={contact.name} />}
          sentence={<Handle t={t} handle={contact.handle} href={contact.url} />}
        >
          {contact.follow !== undefined && <p>{t(`accounts.elsewhere.follow.${contact.follow}`)}</p>}
        </PageHead>
      }
      act={{
        label: t("accounts.elsewhere.write-short"),
        panel: <WritePanel view={view} contact={contact} form={form} />,
      }}
      unlisted
    >
      <Section title={t("accounts.elsewhere.heard")} id="heard">
        {utterances.length === 0 ? (
          <Empty what={t("accounts.elsewhere.nothing-heard-of-it")} />
        ) : (
          <Utterances view={view} contact={contact} utterances={utterances} form={form} />
        )}
      </Section>
      <Section title={t("accounts.elsewhere.enough")} id="enough">
        {contact.follow === undefined ? (
          <ShutOut view={view} contact={contact} />
        ) : (
          <Unfollow view={view} contact={contact} />
        )}
        <p class="next-step">
          <LinkButton href="/me/elsewhere" kind="quiet">
            {t("accounts.elsewhere.back")}
          </LinkButton>
        </p>
      </Section>
    </Page>
  );
}

function WritePanel({ view, contact, form }: ContactPageProps) {
  const { frame, t } = view.c.var;
  return (
    <ActPanel title={t("accounts.elsewhere.write-to", { name: contact.name })}>
      <Form frame={frame} action={`${contactPath(contact)}/messages`}>
        <TextArea
          name="text"
          label={t("accounts.elsewhere.text")}
          hint={t("accounts.elsewhere.text-hint")}
          form={form}
          rows={3}
          maxlength={5_000}
        />
        <VisibilityLine>
          {t("accounts.elsewhere.words-visible", { name: contact.name, host: shownHost(contact.host) })}
        </VisibilityLine>
        <Submit>{t("accounts.elsewhere.send")}</Submit>
      </Form>
    </ActPanel>
  );
}

function ShutOut({ view, contact }: Omit<ContactPageProps, "form">) {
  const { frame, t } = view.c.var;
  return (
    <Form frame={frame} action={`${contactPath(contact)}/silence`}>
      <p>{t("accounts.elsewhere.shut-out-words")}</p>
      <Submit kind="stop">{t("accounts.elsewhere.shut-out", { name: contact.name })}</Submit>
    </Form>
  );
}
