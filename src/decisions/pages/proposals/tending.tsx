import { Form } from "../../../ui/components/form.tsx";
import { Details } from "../../../ui/components/section.tsx";
import { Submit } from "../../../ui/components/submit.tsx";
import { TextArea } from "../../../ui/components/text-area.tsx";
import type { FormState } from "../../../ui/form-state.ts";
import { longestPost } from "../../model/thread.ts";
import { proposalPath } from "../addresses.ts";
import { closingTimePath, templatePath } from "../lifecycle/lifecycle-addresses.ts";
import { VoiceTending } from "../voice/voice-tending.tsx";
import type { ProposalView } from "./proposal-view.ts";

/** What whoever put it forward, and stewards, can do besides: close early, take back, say what was concluded. */
export function Tending({ view, form }: { readonly view: ProposalView; readonly form: FormState }) {
  const { c, proposal } = view.visit;
  const { t, frame } = c.var;
  const path = proposalPath(proposal);
  if (proposal.state === "withdrawn") return null;
  const template = view.visit.isSteward && (
    <p class="next-step">
      <a href={templatePath(proposal)}>{t("decisions.templates.keep-title")}</a>
    </p>
  );
  if (proposal.state === "closed") {
    return (
      <>
        {view.electorate.holds && (
          <Details summary={t("decisions.tending.state")} open={form.faults["statement"] !== undefined}>
            <Form
              frame={frame}
              action={`${path}/outcome`}
              label={t("decisions.tending.state")}
              draft={`outcome-${proposal.id}`}
            >
              <TextArea
                name="statement"
                label={t("decisions.field.statement")}
                hint={t("decisions.field-hint.statement")}
                form={form}
                rows={5}
                maxlength={longestPost}
                value={view.outcome?.statement}
              />
              <Submit>{t("decisions.tending.state-submit")}</Submit>
            </Form>
          </Details>
        )}
        {view.life.mayReopen && (
          <p class="next-step">
            <a href={closingTimePath(proposal)}>{t("decisions.lifecycle.reopening.link")}</a>
          </p>
        )}
        {template}
      </>
    );
  }
  const boundUntil = boundAt(view, frame.now);
  return (
    <>
      <VoiceTending view={view} />
      <Details
        summary={t(boundUntil === undefined ? "decisions.tending.title" : "decisions.tending.title-bound")}
        open={form.faults["closingReason"] !== undefined}
      >
        <p class="next-step">
          <a href={closingTimePath(proposal)}>{t("decisions.lifecycle.extension.link")}</a>
        </p>
        {template}
        {boundUntil === undefined ? (
          <Form frame={frame} action={`${path}/closure`} label={t("decisions.tending.close")}>
            <p>{t("decisions.tending.close-words")}</p>
            <TextArea
              name="closingReason"
              label={t("decisions.lifecycle.field.closingReason")}
              form={form}
              rows={2}
              maxlength={1_000}
            />
            <Submit kind="quiet">{t("decisions.tending.close")}</Submit>
          </Form>
        ) : (
          <p>{t("refusal.bound-to-stay-open", { until: t.dateTime(boundUntil) })}</p>
        )}
        <Form frame={frame} action={`${path}/withdrawal`} label={t("decisions.tending.withdraw")}>
          <p>
            {t(
              proposal.secrecy === "secret"
                ? "decisions.tending.withdraw-words-secret"
                : "decisions.tending.withdraw-words",
            )}
          </p>
          <Submit kind="stop">{t("decisions.tending.withdraw")}</Submit>
        </Form>
      </Details>
    </>
  );
}

/** Until when the rules that it was put under keep it open; undefined where they do not, or no longer. */
function boundAt({ charter }: ProposalView, now: Temporal.Instant): Temporal.Instant | undefined {
  const until = charter.bylaws?.boundUntil;
  return until !== undefined && Temporal.Instant.compare(now, until) < 0 ? until : undefined;
}
