import { doneKey } from "../../../ui/after-act.ts";
import { Select } from "../../../ui/components/choice.tsx";
import { Field } from "../../../ui/components/field.tsx";
import { Form } from "../../../ui/components/form.tsx";
import { Notice } from "../../../ui/components/notice.tsx";
import { RefusalSummary } from "../../../ui/components/refusal-summary.tsx";
import { Details, Section } from "../../../ui/components/section.tsx";
import { Submit } from "../../../ui/components/submit.tsx";
import { TextArea } from "../../../ui/components/text-area.tsx";
import { VisibilityLine } from "../../../ui/components/visibility-line.tsx";
import { hasFaults, type FormState } from "../../../ui/form-state.ts";
import { languages } from "../../../kernel/i18n/language.ts";
import type { Translator } from "../../../kernel/i18n/translator.ts";
import { mostTargets } from "../../model/outreach/read-targets.ts";
import { gatheringPath } from "../addresses.ts";
import { FormPage } from "../form-page.tsx";
import { BalanceDrawn } from "./balance.tsx";
import { BoardTable } from "./board-table.tsx";
import type { BoardView } from "./board-view.ts";
import { TeamsOnBoard } from "./teams-on-board.tsx";

interface BoardPageProps {
  readonly view: BoardView;
  readonly form: FormState;
}

/** The page on which organisers reach out: whom, whether they were asked, and what they said. */
export function BoardPage({ view, form }: BoardPageProps) {
  const { t } = view.visit.c.var;
  const { counts } = view;
  return (
    <FormPage
      visit={view.visit}
      title={t("gatherings.outreach.title")}
      sentence={t("gatherings.outreach.sentence")}
      notice={<BoardNotice view={view} form={form} />}
      after={{ title: t("gatherings.outreach.after-title"), words: <p>{t("gatherings.outreach.after")}</p> }}
    >
      <VisibilityLine>{t("gatherings.outreach.visible")}</VisibilityLine>
      {counts.all > 0 && (
        <Section id="board" title={t("gatherings.outreach.board", { targets: counts.all })}>
          <p>
            {t("gatherings.outreach.counts", {
              listed: counts.listed,
              asked: counts.asked,
              yes: counts.yes,
              maybe: counts.maybe,
              no: counts.no,
            })}
          </p>
          <BoardTable view={view} />
        </Section>
      )}
      {counts.all > 0 && (
        <Section
          id="balance"
          title={t("gatherings.outreach.balance")}
          explained={t("gatherings.outreach.balance-explained")}
        >
          <BalanceDrawn view={view} />
        </Section>
      )}
      {counts.listed > 0 && <AskingForm view={view} />}
      <Section id="add" title={t("gatherings.outreach.add")}>
        <AddingForm view={view} form={form} />
      </Section>
      <TeamsOnBoard view={view} />
    </FormPage>
  );
}

/** The labels of the fields, by name. */
function boardLabels(t: Translator): Readonly<Record<string, string>> {
  const names = ["list", "country", "language", "software"] as const;
  return Object.fromEntries(names.map((name) => [name, t(`gatherings.outreach.field.${name}`)]));
}

function BoardNotice({ view, form }: BoardPageProps) {
  const { c } = view.visit;
  const { t } = c.var;
  const done = hasFaults(form) ? undefined : doneKey(c, ["added", "asking", "dropped", "revoked"]);
  if (done === undefined) return <RefusalSummary form={form} fields={boardLabels(t)} />;
  return (
    <Notice t={t} what={t(`gatherings.outreach.done.${done}`)} told={t(`gatherings.outreach.done-told.${done}`)} />
  );
}

function AskingForm({ view }: { readonly view: BoardView }) {
  const { c, gathering } = view.visit;
  const { t, frame } = c.var;
  return (
    <Section id="ask" title={t("gatherings.outreach.ask-title")}>
      <Form frame={frame} action={`${gatheringPath(gathering)}/outreach/asking`}>
        <p>{t("gatherings.outreach.ask-explained")}</p>
        <Submit>{t("gatherings.outreach.ask", { targets: view.counts.listed })}</Submit>
      </Form>
    </Section>
  );
}

function AddingForm({ view, form }: BoardPageProps) {
  const { c, gathering } = view.visit;
  const { t, frame } = c.var;
  const field = (name: "country" | "language" | "software") => ({
    name,
    label: t(`gatherings.outreach.field.${name}`),
    hint: t(`gatherings.outreach.hint.${name}`),
    form,
    optional: true,
  });
  const isFiltered = ["country", "language", "software"].some((name) => form.typed[name]?.[0] !== undefined);
  return (
    <Form frame={frame} action={`${gatheringPath(gathering)}/outreach`} draft={`outreach-${gathering.id}`}>
      <TextArea
        name="list"
        label={t("gatherings.outreach.field.list")}
        hint={t("gatherings.outreach.hint.list", { most: mostTargets })}
        form={form}
        rows={6}
        maxlength={100_000}
      />
      <Details summary={t("gatherings.outreach.filter")} open={isFiltered}>
        <Field {...field("country")} maxlength={2} autocomplete="off" />
        <Select
          {...field("language")}
          value=""
          options={[
            { value: "", label: t("gatherings.outreach.any-language") },
            ...languages.map((value) => ({ value, label: t.languageName(value) })),
          ]}
        />
        <Field {...field("software")} maxlength={60} autocomplete="off" />
      </Details>
      <Submit kind="quiet">{t("gatherings.outreach.add-save")}</Submit>
    </Form>
  );
}
