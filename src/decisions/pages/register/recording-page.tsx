import { ActPanel } from "../../../ui/components/act-panel.tsx";
import { Select } from "../../../ui/components/choice.tsx";
import { Field } from "../../../ui/components/field.tsx";
import { Form } from "../../../ui/components/form.tsx";
import { Notice } from "../../../ui/components/notice.tsx";
import { PageHead } from "../../../ui/components/page-head.tsx";
import { RefusalSummary } from "../../../ui/components/refusal-summary.tsx";
import { Details } from "../../../ui/components/section.tsx";
import { Submit } from "../../../ui/components/submit.tsx";
import { TextArea } from "../../../ui/components/text-area.tsx";
import { VisibilityLine } from "../../../ui/components/visibility-line.tsx";
import { hasFaults, type FormState } from "../../../ui/form-state.ts";
import { Page } from "../../../ui/layout.tsx";
import { UserName } from "../../../ui/text.tsx";
import { outcomeWords } from "../../methods/outcome-words.ts";
import { mostTermMonths, usualTermMonths } from "../../model/consent/version.ts";
import { longestPost } from "../../model/thread.ts";
import type { AdoptedDecision } from "../../store/consent/adopted.read.ts";
import type { Outcome } from "../../store/proposals/outcomes.read.ts";
import { proposalPath } from "../addresses.ts";
import { communityOfPage, type ProposalVisit } from "../visit.ts";

/** The fields of the form, those first that are needed. */
export const recordFields = [
  "text",
  "termMonths",
  "responsible",
  "title",
  "need",
  "measures",
  "startsOn",
  "reviewOn",
  "endsOn",
  "replaces",
] as const;
const plainFields: readonly string[] = ["text", "termMonths", "responsible"];

interface RecordingPageProps {
  readonly visit: ProposalVisit;
  readonly outcome: Outcome;
  readonly form: FormState;
  /** What still holds in this community, and may be replaced. */
  readonly inForce: readonly AdoptedDecision[];
}

/** The form by which the decision of a closed proposal is written down: its words, until when, and who sees to it; the rest is folded away. */
export function RecordingPage({ visit, outcome, form, inForce }: RecordingPageProps) {
  const { c, proposal, thread, community } = visit;
  const { frame, t } = c.var;
  const labels = Object.fromEntries(recordFields.map((name) => [name, labelOf(visit, name)]));
  const title = t("decisions.register.recording.title");
  return (
    <Page
      frame={frame}
      title={title}
      community={communityOfPage(community)}
      notice={hasFaults(form) && <RefusalSummary form={form} fields={labels} />}
      head={
        <PageHead
          frame={frame}
          name={title}
          sentence={t("decisions.register.recording.sentence")}
          community={
            <a href={proposalPath(proposal)}>
              <UserName name={proposal.title} />
            </a>
          }
        />
      }
      act={{
        panel: (
          <ActPanel title={t("decisions.register.recording.after-title")}>
            <p>{t("decisions.register.recording.after")}</p>
            <p>{t("decisions.register.recording.after-review")}</p>
          </ActPanel>
        ),
      }}
      unlisted
    >
      <CountAbove visit={visit} outcome={outcome} />
      <RecordForm visit={visit} outcome={outcome} form={form} inForce={inForce} />
      {thread.audience === "members" && <VisibilityLine>{t("decisions.thread.among-members")}</VisibilityLine>}
    </Page>
  );
}

/** What the count said stands above the words of whoever concludes: where they differ, everybody sees it. */
function CountAbove({ visit, outcome }: Pick<RecordingPageProps, "visit" | "outcome">) {
  const { c, proposal } = visit;
  const { t } = c.var;
  const [verdict = ""] = outcomeWords(proposal, outcome.conclusion, t);
  const told = t("decisions.outcome.turnout", { answered: outcome.answered, eligible: outcome.eligible });
  const carries = outcome.conclusion.verdict === "carried" || outcome.conclusion.verdict === "chosen";
  return (
    <Notice t={t} meaning={carries ? "good" : "careful"} what={verdict} told={told}>
      {!carries && <p>{t("decisions.register.recording.not-carried")}</p>}
    </Notice>
  );
}

function RecordForm({ visit, outcome, form, inForce }: RecordingPageProps) {
  const { c, proposal } = visit;
  const { frame, t } = c.var;
  const field = (name: (typeof recordFields)[number]) => ({ name, label: labelOf(visit, name), form });
  const words = proposal.text === "" ? proposal.title : proposal.text;
  return (
    <Form frame={frame} action={`${proposalPath(proposal)}/decision`} draft={`decision-${proposal.id}`}>
      <TextArea
        {...field("text")}
        hint={t("decisions.register.recording.text-hint")}
        rows={7}
        maxlength={longestPost}
        value={words}
      />
      <Field
        {...field("termMonths")}
        hint={t("decisions.consent.hint.termMonths")}
        type="number"
        min={1}
        max={mostTermMonths}
        value={usualTermMonths}
      />
      <Field {...field("responsible")} optional maxlength={300} />
      <Details
        summary={t("decisions.register.recording.more")}
        open={Object.keys(form.faults).some((name) => !plainFields.includes(name))}
      >
        <Field {...field("title")} maxlength={160} autocomplete="off" value={proposal.title} />
        <TextArea
          {...field("need")}
          hint={t("decisions.register.recording.need-hint")}
          optional
          rows={3}
          value={outcome.statement}
        />
        <TextArea {...field("measures")} hint={t("decisions.consent.hint.measures")} optional rows={2} />
        <Field {...field("startsOn")} hint={t("decisions.register.recording.starts-hint")} type="date" optional />
        <Field {...field("reviewOn")} hint={t("decisions.register.recording.review-hint")} type="date" optional />
        <Field {...field("endsOn")} hint={t("decisions.consent.hint.endsOn")} type="date" optional />
        {inForce.length > 0 && (
          <Select
            {...field("replaces")}
            hint={t("decisions.register.recording.replaces-hint")}
            options={[
              { value: "", label: t("decisions.register.recording.replaces-none") },
              ...inForce.map(({ id, title }) => ({ value: id, label: title })),
            ]}
            value=""
            optional
          />
        )}
      </Details>
      <Submit>{t("decisions.register.recording.submit")}</Submit>
      <VisibilityLine>{t("decisions.register.recording.visible")}</VisibilityLine>
    </Form>
  );
}

function labelOf({ c }: ProposalVisit, name: (typeof recordFields)[number]): string {
  const { t } = c.var;
  switch (name) {
    case "text":
    case "need":
    case "reviewOn":
    case "replaces":
      return t(`decisions.register.field.${name}`);
    default:
      return t(`decisions.consent.field.${name}`);
  }
}
