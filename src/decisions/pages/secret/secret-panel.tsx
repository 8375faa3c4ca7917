import { signInPath } from "../../../accounts/index.ts";
import { ActPanel } from "../../../ui/components/act-panel.tsx";
import { Check } from "../../../ui/components/choice.tsx";
import { Form } from "../../../ui/components/form.tsx";
import { LinkButton, Submit } from "../../../ui/components/submit.tsx";
import { TimeText } from "../../../ui/components/time-text.tsx";
import { VisibilityLine } from "../../../ui/components/visibility-line.tsx";
import { textOf } from "../../../ui/form-input.ts";
import type { FormState } from "../../../ui/form-state.ts";
import { questionOf } from "../../methods/registry.ts";
import { viewsOf } from "../../methods/shown.ts";
import { proposalPath, secretBallotPath } from "../addresses.ts";
import { NotAsked, OwnPlace } from "../electorate/own-place.tsx";
import type { ProposalView } from "../proposals/proposal-view.ts";
import { Promises } from "./promises.tsx";
import { newReceiptCode } from "./receipt-code.ts";

interface SecretPanelProps {
  readonly view: ProposalView;
  readonly form: FormState;
}

/** What the reader of a secret proposal can do while it is open: vote, on the web alone, or change a ballot by its code. */
export function SecretPanel({ view, form }: SecretPanelProps) {
  const { visit } = view;
  const { proposal, personId } = visit;
  const { t } = visit.c.var;
  const until = (
    <>
      {t("decisions.answer-panel.until")} <TimeText t={t} instant={proposal.closesAt} organiserZone={proposal.zone} />
    </>
  );
  const title = t("decisions.secret.panel.title");
  const change = (
    <p class="next-step">
      <a href={secretBallotPath(proposal)}>{t("decisions.secret.panel.change")}</a>
    </p>
  );
  if (view.hasVoted) {
    return (
      <ActPanel title={title} until={until} cannot={t("decisions.secret.panel.voted")}>
        {change}
      </ActPanel>
    );
  }
  if (view.electorate.not !== undefined) return <NotAsked view={view} title={title} until={until} />;
  return (
    <ActPanel title={title} until={until}>
      <Promises t={t} turnout={view.turnout} />
      {personId === undefined ? (
        <>
          <p>{t("decisions.secret.panel.web-only")}</p>
          <LinkButton href={signInPath(proposalPath(proposal))}>{t("ui.header.sign-in")}</LinkButton>
          {change}
        </>
      ) : (
        <BallotForm view={view} form={form} />
      )}
    </ActPanel>
  );
}

/** Nothing typed here is kept on the way: no draft, no form kept for whoever signs in first. */
function BallotForm({ view, form }: SecretPanelProps) {
  const { visit, names } = view;
  const { c, proposal } = visit;
  const { t, frame } = c.var;
  const code = textOf(form.typed, "code");
  return (
    <Form frame={frame} action={secretBallotPath(proposal)}>
      <OwnPlace view={view} />
      {viewsOf(proposal).fields({
        question: questionOf(proposal),
        names,
        order: view.life.order,
        own: undefined,
        form,
      })}
      <koinon-receipt-code>
        <input type="hidden" name="code" value={code === "" ? newReceiptCode() : code} />
      </koinon-receipt-code>
      <Check
        name="no-receipt"
        label={t("decisions.secret.field.no-receipt")}
        hint={t("decisions.secret.field-hint.no-receipt")}
        form={form}
      />
      <Submit>{t("decisions.secret.panel.submit")}</Submit>
      <VisibilityLine>{t("decisions.secret.panel.visible")}</VisibilityLine>
    </Form>
  );
}
