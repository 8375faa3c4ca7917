import { DataTable } from "../../../ui/components/data-table.tsx";
import { DefinitionList } from "../../../ui/components/definition-list.tsx";
import { Empty } from "../../../ui/components/empty.tsx";
import { ActPanel } from "../../../ui/components/act-panel.tsx";
import { Choice } from "../../../ui/components/choice.tsx";
import { Form } from "../../../ui/components/form.tsx";
import { Notice } from "../../../ui/components/notice.tsx";
import { PageHead } from "../../../ui/components/page-head.tsx";
import { RefusalSummary } from "../../../ui/components/refusal-summary.tsx";
import { Section } from "../../../ui/components/section.tsx";
import { Submit } from "../../../ui/components/submit.tsx";
import { TimeText } from "../../../ui/components/time-text.tsx";
import { VisibilityLine } from "../../../ui/components/visibility-line.tsx";
import { doneKey } from "../../../ui/after-act.ts";
import type { FormState } from "../../../ui/form-state.ts";
import { Page } from "../../../ui/layout.tsx";
import { UserName } from "../../../ui/text.tsx";
import { gatheringPath } from "../addresses.ts";
import { communityOfPage } from "../visit.ts";
import { LeavingOutForm, EndingForm } from "./organising-forms.tsx";
import { ruleInWords } from "./rule-words.ts";
import type { DateView, SeriesView } from "./series-view.ts";

const acts = ["made", "answered", "left-out", "ended"] as const;

interface SeriesPageProps {
  readonly view: SeriesView;
  readonly form: FormState;
}

/** A series: how often, its dates, and answering for all of them. */
export function SeriesPage({ view, form }: SeriesPageProps) {
  const { visit, series } = view;
  const { c, gathering, community } = visit;
  const { frame, t } = c.var;
  const done = doneKey(c, acts);
  return (
    <Page
      frame={frame}
      title={t("gatherings.series.page-title", { title: gathering.title })}
      community={communityOfPage(community)}
      notice={
        <>
          {done !== undefined && (
            <Notice t={t} what={t(`gatherings.series.done.${done}`)} told={t(`gatherings.series.done-told.${done}`)} />
          )}
          <RefusalSummary
            form={form}
            fields={{
              answer: t("gatherings.series.answer"),
              date: t("gatherings.series.date"),
              reason: t("gatherings.series.reason"),
            }}
          />
        </>
      }
      head={
        <PageHead
          frame={frame}
          kind={t("gatherings.series.kind")}
          name={<UserName name={gathering.title} />}
          sentence={sentenceOf(view)}
          community={<a href={gatheringPath(gathering)}>{t("gatherings.series.to-gathering")}</a>}
        />
      }
      act={series.endedAt === undefined ? { panel: <AnswerPanel view={view} form={form} /> } : undefined}
    >
      <Dates view={view} />
      {visit.standing.organises && series.endedAt === undefined && (
        <>
          <LeavingOutForm view={view} form={form} />
          <EndingForm view={view} />
        </>
      )}
    </Page>
  );
}

function sentenceOf({ visit, series }: SeriesView): string {
  const { t } = visit.c.var;
  const often = ruleInWords(t, series);
  if (series.endedAt !== undefined) return t("gatherings.series.sentence-ended", { often });
  return t("gatherings.series.sentence", {
    often,
    time: series.start.toPlainTime().toString().slice(0, 5),
    zone: series.zone,
  });
}

function AnswerPanel({ view, form }: SeriesPageProps) {
  const { visit, own } = view;
  const { frame, t } = visit.c.var;
  const options = ["going", "maybe", "audience", ""]
    .filter((value) => value !== "audience" || visit.gathering.audienceCapacity !== 0)
    .map((value) => ({
      value,
      label: t(value === "" ? "gatherings.series.each" : `gatherings.rsvp.${value}`),
    }));
  return (
    <ActPanel title={t("gatherings.series.act")} until={t("gatherings.series.until")}>
      <Form frame={frame} action={`${gatheringPath(visit.gathering)}/series/answer`}>
        <Choice name="answer" label={t("gatherings.series.answer")} form={form} options={options} value={own ?? ""} />
        <Submit>{t("gatherings.series.answer-submit")}</Submit>
        <VisibilityLine>{t("gatherings.series.visible")}</VisibilityLine>
      </Form>
    </ActPanel>
  );
}

function Dates({ view }: { readonly view: SeriesView }) {
  const { visit, series, ahead, behind } = view;
  const { t } = visit.c.var;
  return (
    <Section id="dates" title={t("gatherings.series.dates")} explained={t("gatherings.series.dates-explained")}>
      <DataTable
        t={t}
        caption={t("gatherings.series.ahead")}
        columns={[{ label: t("gatherings.series.date") }, { label: t("gatherings.series.standing") }]}
        rows={ahead.map((one) => dateRow(view, one))}
        empty={<Empty what={t("gatherings.series.none-ahead")} />}
      />
      {behind.length > 0 && (
        <DataTable
          t={t}
          caption={t("gatherings.series.behind")}
          columns={[{ label: t("gatherings.series.date") }, { label: t("gatherings.series.standing") }]}
          rows={behind.map((one) => dateRow(view, one))}
          empty={null}
        />
      )}
      {series.otherTimes.length > 0 && (
        <DefinitionList
          definitions={[
            {
              term: t("gatherings.series.times-in-question"),
              definition: t.list([series.start.toPlainTime().toString().slice(0, 5), ...series.otherTimes]),
            },
          ]}
        />
      )}
    </Section>
  );
}

function dateRow({ visit, series }: SeriesView, one: DateView) {
  const { t } = visit.c.var;
  return [
    <TimeText t={t} instant={one.startsAt} organiserZone={series.zone} />,
    one.gatheringId !== undefined && one.state !== undefined ? (
      <a href={`/gatherings/${one.gatheringId}`}>{t(`gatherings.state.${one.state}`)}</a>
    ) : one.reason === "" ? (
      t("gatherings.series.to-be-announced", { days: series.announceDays })
    ) : (
      <>
        {t("gatherings.series.left-out")} <bdi>{one.reason}</bdi>
      </>
    ),
  ];
}
