import { ActPanel } from "../../../ui/components/act-panel.tsx";
import { Form } from "../../../ui/components/form.tsx";
import { Submit } from "../../../ui/components/submit.tsx";
import { TextArea } from "../../../ui/components/text-area.tsx";
import { TimeText } from "../../../ui/components/time-text.tsx";
import { MyServer, TwoDoors } from "../../../ui/components/two-doors.tsx";
import { VisibilityLine } from "../../../ui/components/visibility-line.tsx";
import type { FormState } from "../../../ui/form-state.ts";
import { methodOf, questionOf } from "../../methods/registry.ts";
import { viewsOf } from "../../methods/shown.ts";
import { proposalPath } from "../addresses.ts";
import { NotAsked, OwnPlace } from "../electorate/own-place.tsx";
import { SecretPanel } from "../secret/secret-panel.tsx";
import type { ProposalView } from "./proposal-view.ts";

interface AnswerPanelProps {
  readonly view: ProposalView;
  readonly form: FormState;
}

/** What the reader can do now: answer, here or from their own server; or why they cannot. */
export function AnswerPanel({ view, form }: AnswerPanelProps) {
  const { visit } = view;
  const { c, proposal, application, thread } = visit;
  const { t } = c.var;
  if (proposal.state !== "open") {
    return (
      <ActPanel title={t("decisions.answer-panel.over")} cannot={t(`decisions.answer-panel.over-${proposal.state}`)} />
    );
  }
  if (proposal.secrecy === "secret") return <SecretPanel view={view} form={form} />;
  const until = (
    <>
      {t("decisions.answer-panel.until")} <TimeText t={t} instant={proposal.closesAt} organiserZone={proposal.zone} />
    </>
  );
  const title = t(view.own === undefined ? "decisions.answer-panel.title" : "decisions.answer-panel.change");
  if (view.electorate.not !== undefined) return <NotAsked view={view} title={title} until={until} />;
  if (visit.personId !== undefined || thread.audience === "members") {
    return (
      <ActPanel title={title} until={until}>
        <AnswerForm view={view} form={form} />
      </ActPanel>
    );
  }
  const uri = new URL(`${proposalPath(proposal)}/ballot`, application.origin).href;
  const isPoll = methodOf(proposal).wire.asPoll(questionOf(proposal)) !== null;
  return (
    <ActPanel title={title} until={until}>
      <TwoDoors
        t={t}
        instruction={t(isPoll ? "decisions.answer-panel.from-poll" : "decisions.answer-panel.from-reply")}
        fediverse={<MyServer form={form} action="/take-part" carried={{ uri }} />}
        web={<AnswerForm view={view} form={form} />}
      />
    </ActPanel>
  );
}

function AnswerForm({ view, form }: AnswerPanelProps) {
  const { visit, own, names, life } = view;
  const { c, proposal } = visit;
  const { t, frame } = c.var;
  const question = questionOf(proposal);
  return (
    <Form frame={frame} action={`${proposalPath(proposal)}/stance`} draft={`stance-${proposal.id}`}>
      <OwnPlace view={view} />
      {viewsOf(proposal).fields({ question, names, order: life.order, own: own?.ballot, form })}
      {proposal.reasons !== "off" && (
        <TextArea
          name="reason"
          label={t("decisions.field.reason")}
          form={form}
          rows={3}
          maxlength={5_000}
          hint={
            proposal.reasons === "required-when-disagreeing"
              ? t("decisions.lifecycle.field-hint.reason-when-disagreeing")
              : undefined
          }
          optional={proposal.reasons !== "required"}
          value={own?.reason}
        />
      )}
      <Submit>{t("decisions.answer-panel.submit")}</Submit>
      <VisibilityLine>{t(`decisions.answer-panel.visible.${proposal.secrecy}`)}</VisibilityLine>
    </Form>
  );
}
