import { ActPanel } from "../../../ui/components/act-panel.tsx";
import { Field } from "../../../ui/components/field.tsx";
import { Form } from "../../../ui/components/form.tsx";
import { PageHead } from "../../../ui/components/page-head.tsx";
import { RefusalSummary } from "../../../ui/components/refusal-summary.tsx";
import { Submit } from "../../../ui/components/submit.tsx";
import { TextArea } from "../../../ui/components/text-area.tsx";
import { TimeText } from "../../../ui/components/time-text.tsx";
import type { FormState } from "../../../ui/form-state.ts";
import { Page } from "../../../ui/layout.tsx";
import { UserName } from "../../../ui/text.tsx";
import { placeOfZone } from "../../../ui/zones.ts";
import { reopeningDays } from "../../model/lifecycle/life.ts";
import { proposalPath } from "../addresses.ts";
import type { ProposalView } from "../proposals/proposal-view.ts";
import { communityOfPage } from "../visit.ts";
import { ChangesView } from "./changes-view.tsx";

interface ClosingTimePageProps {
  readonly view: ProposalView;
  readonly form: FormState;
}

/** Where a proposal gets more time, or is opened again: until when, and why. */
export function ClosingTimePage({ view, form }: ClosingTimePageProps) {
  const { c, proposal, community } = view.visit;
  const { frame, t } = c.var;
  const what = proposal.state === "open" ? "extension" : "reopening";
  const title = t(`decisions.lifecycle.${what}.title`);
  return (
    <Page
      frame={frame}
      title={title}
      community={communityOfPage(community)}
      notice={<RefusalSummary form={form} fields={labels(t)} />}
      head={
        <PageHead
          frame={frame}
          name={title}
          sentence={t(`decisions.lifecycle.${what}.sentence`, { days: reopeningDays })}
          community={
            <a href={proposalPath(proposal)}>
              <UserName name={proposal.title} />
            </a>
          }
        />
      }
      act={{
        panel: (
          <ActPanel
            title={title}
            until={
              <>
                {t(`decisions.lifecycle.${what}.until`)}{" "}
                <TimeText t={t} instant={proposal.closedAt ?? proposal.closesAt} organiserZone={proposal.zone} />
              </>
            }
            cannot={mayAct(view) ? undefined : t(`decisions.lifecycle.${what}.cannot`)}
          >
            {mayAct(view) && <ClosingTimeForm view={view} form={form} what={what} />}
          </ActPanel>
        ),
      }}
      unlisted
    >
      <ChangesView view={view} />
    </Page>
  );
}

function ClosingTimeForm({ view, form, what }: ClosingTimePageProps & { readonly what: "extension" | "reopening" }) {
  const { c, proposal } = view.visit;
  const { frame, t } = c.var;
  return (
    <Form frame={frame} action={`${proposalPath(proposal)}/${what}`}>
      <Field
        name="closesAt"
        label={t("decisions.field.closesAt")}
        hint={t("decisions.lifecycle.field-hint.closesAt", { zone: placeOfZone(proposal.zone) })}
        form={form}
        type="datetime-local"
        value={proposedTime(view)}
      />
      <TextArea
        name="reason"
        label={t("decisions.lifecycle.field.reason")}
        hint={t("decisions.lifecycle.field-hint.reason")}
        form={form}
        rows={3}
        maxlength={1_000}
      />
      <Submit>{t(`decisions.lifecycle.${what}.submit`)}</Submit>
    </Form>
  );
}

function labels(t: FormState["t"]) {
  return { closesAt: t("decisions.field.closesAt"), reason: t("decisions.lifecycle.field.reason") };
}

function mayAct({ visit, tends, life }: ProposalView): boolean {
  if (visit.proposal.state === "open") return tends;
  return life.mayReopen;
}

/** A week after what it is now, in the zone in which it was agreed. */
function proposedTime({ visit }: ProposalView): string {
  const { proposal, c } = visit;
  const from = proposal.state === "open" ? proposal.closesAt : c.var.frame.now;
  return from.toZonedDateTimeISO(proposal.zone).add({ days: 7 }).toPlainDateTime().toString({ smallestUnit: "minute" });
}
