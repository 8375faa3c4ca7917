import { doneKey } from "../../../ui/after-act.ts";
import { Form } from "../../../ui/components/form.tsx";
import { Notice } from "../../../ui/components/notice.tsx";
import { RefusalSummary } from "../../../ui/components/refusal-summary.tsx";
import { Section } from "../../../ui/components/section.tsx";
import { Submit } from "../../../ui/components/submit.tsx";
import { VisibilityLine } from "../../../ui/components/visibility-line.tsx";
import { hasFaults, type FormState } from "../../../ui/form-state.ts";
import { gatheringPath } from "../addresses.ts";
import { FormPage } from "../form-page.tsx";
import { AddingForm, listLabels } from "./adding-form.tsx";
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
        <AddingForm visit={view.visit} form={form} />
      </Section>
      <TeamsOnBoard view={view} />
    </FormPage>
  );
}

function BoardNotice({ view, form }: BoardPageProps) {
  const { c } = view.visit;
  const { t } = c.var;
  const done = hasFaults(form) ? undefined : doneKey(c, ["added", "asking", "dropped", "revoked"]);
  if (done === undefined) return <RefusalSummary form={form} fields={listLabels(t)} />;
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
