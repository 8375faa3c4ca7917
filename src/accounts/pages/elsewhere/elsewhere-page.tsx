import type { Child } from "hono/jsx";
import { ActPanel } from "../../../ui/components/act-panel.tsx";
import { Empty } from "../../../ui/components/empty.tsx";
import { Field } from "../../../ui/components/field.tsx";
import { Form } from "../../../ui/components/form.tsx";
import { Notice } from "../../../ui/components/notice.tsx";
import { PageHead } from "../../../ui/components/page-head.tsx";
import { RefusalSummary } from "../../../ui/components/refusal-summary.tsx";
import { Section } from "../../../ui/components/section.tsx";
import { Submit } from "../../../ui/components/submit.tsx";
import { TextArea } from "../../../ui/components/text-area.tsx";
import { VisibilityLine } from "../../../ui/components/visibility-line.tsx";
import { doneKey } from "../../../ui/after-act.ts";
import type { FormState } from "../../../ui/form-state.ts";
import { Page } from "../../../ui/layout.tsx";
import type { PageContext } from "../../../ui/request.ts";
import { Followed } from "./contacts.tsx";
import type { ElsewhereView } from "./elsewhere-view.ts";
import { ExchangeWith } from "./exchange.tsx";

const deeds = ["opened", "renamed", "followed", "unfollowed", "shut-out"] as const;

interface ElsewherePageProps {
  readonly view: ElsewhereView;
  readonly form: FormState;
}

/** What came from other servers, how to answer it, and whom the reader follows there. */
export function ElsewherePage({ view, form }: ElsewherePageProps) {
  const { frame, t } = view.c.var;
  const done = doneKey(view.c, deeds);
  return (
    <Page
      frame={frame}
      title={t("accounts.elsewhere.title")}
      notice={
        done === undefined ? (
          <Faults c={view.c} form={form} />
        ) : (
          <Notice t={t} what={t(`accounts.elsewhere.done.${done}`)} />
        )
      }
      head={
        <PageHead
          frame={frame}
          name={t("accounts.elsewhere.title")}
          sentence={t("accounts.elsewhere.known-as")}
          handle={view.handle}
        />
      }
      act={{ label: t("accounts.elsewhere.follow-act"), panel: <FollowPanel view={view} form={form} /> }}
      unlisted
    >
      <Section title={t("accounts.elsewhere.heard")} id="heard">
        {view.exchanges.length === 0 && <Empty what={t("accounts.elsewhere.nothing-heard")} />}
        {view.exchanges.map((exchange) => (
          <ExchangeWith view={view} exchange={exchange} form={form} />
        ))}
      </Section>
      <Followed view={view} />
      <Write view={view} form={form} />
      <Rename view={view} form={form} />
    </Page>
  );
}

/** What is to mend in any form of these pages; the names of their fields hold ids. */
export function Faults({ c, form }: { readonly c: PageContext; readonly form: FormState }): Child {
  const { t } = c.var;
  const labels: Record<string, string> = {
    who: t("accounts.elsewhere.who"),
    to: t("accounts.elsewhere.to"),
    text: t("accounts.elsewhere.text"),
    name: t("accounts.name"),
    handle: t("accounts.elsewhere.handle"),
  };
  for (const field of Object.keys(form.faults)) {
    if (field.startsWith("text-")) labels[field] = t("accounts.elsewhere.reply-text");
    if (field.startsWith("options-")) labels[field] = t("accounts.elsewhere.poll.answer");
  }
  return <RefusalSummary form={form} fields={labels} />;
}

function FollowPanel({ view, form }: ElsewherePageProps) {
  const { frame, t } = view.c.var;
  return (
    <ActPanel title={t("accounts.elsewhere.follow-act")}>
      <Form frame={frame} action="/me/elsewhere/follows">
        <Field
          name="who"
          label={t("accounts.elsewhere.who")}
          hint={t("accounts.elsewhere.who-hint")}
          form={form}
          autocomplete="off"
          inputmode="url"
        />
        <VisibilityLine>{t("accounts.elsewhere.follow-visible", { handle: view.handle })}</VisibilityLine>
        <Submit>{t("accounts.elsewhere.follow-it")}</Submit>
      </Form>
    </ActPanel>
  );
}

function Write({ view, form }: ElsewherePageProps) {
  const { frame, t } = view.c.var;
  return (
    <Section title={t("accounts.elsewhere.write")} id="write" explained={t("accounts.elsewhere.write-words")}>
      <Form frame={frame} action="/me/elsewhere/messages">
        <Field
          name="to"
          label={t("accounts.elsewhere.to")}
          hint={t("accounts.elsewhere.to-hint")}
          form={form}
          autocomplete="off"
          inputmode="url"
        />
        <TextArea name="text" label={t("accounts.elsewhere.text")} form={form} rows={3} maxlength={5_000} />
        <VisibilityLine>{t("accounts.elsewhere.message-visible")}</VisibilityLine>
        <Submit kind="quiet">{t("accounts.elsewhere.send")}</Submit>
      </Form>
    </Section>
  );
}

function Rename({ view, form }: ElsewherePageProps) {
  const { frame, t } = view.c.var;
  return (
    <Section title={t("accounts.elsewhere.own-name")} id="own-name">
      <Form frame={frame} action="/me/elsewhere/name">
        <Field
          name="name"
          label={t("accounts.name")}
          hint={t("accounts.elsewhere.name-hint")}
          form={form}
          value={view.actor.name}
          autocomplete="name"
          maxlength={80}
        />
        <Submit kind="quiet">{t("accounts.save")}</Submit>
      </Form>
    </Section>
  );
}
