import type { PersonDescription } from "../../../accounts/index.ts";
import { ActPanel } from "../../../ui/components/act-panel.tsx";
import { Form } from "../../../ui/components/form.tsx";
import { RefusalSummary } from "../../../ui/components/refusal-summary.tsx";
import { Submit } from "../../../ui/components/submit.tsx";
import { TextArea } from "../../../ui/components/text-area.tsx";
import { VisibilityLine } from "../../../ui/components/visibility-line.tsx";
import type { FormState } from "../../../ui/form-state.ts";
import { optionNames } from "../../methods/option-names.ts";
import { questionOf } from "../../methods/registry.ts";
import { viewsOf } from "../../methods/shown.ts";
import { longestNote } from "../../model/voice/recorded.ts";
import { givenOrder } from "../lifecycle/life-view.ts";
import { phonePath } from "../addresses.ts";
import type { ProposalVisit } from "../visit.ts";
import { PersonField } from "./person-field.tsx";
import { WithinProposal } from "./within-proposal.tsx";

interface PhonePageProps {
  readonly visit: ProposalVisit;
  /** Those on the list who have not answered; undefined where they are too many to pick from. */
  readonly silent: readonly PersonDescription[] | undefined;
  readonly form: FormState;
}

/** Where a steward writes down what somebody answered by phone. */
export function PhonePage({ visit, silent, form }: PhonePageProps) {
  const { c, proposal } = visit;
  const { t, frame } = c.var;
  const title = t("decisions.voice.phone.title");
  const labels = {
    person: t("decisions.voice.field.person"),
    choice: t("decisions.field.choice"),
    note: t("decisions.voice.field.note"),
  };
  const isOver = proposal.state !== "open";
  const cannot = isOver
    ? t(`decisions.answer-panel.over-${proposal.state}`)
    : silent?.length === 0
      ? t("decisions.voice.phone.nobody")
      : undefined;
  return (
    <WithinProposal
      visit={visit}
      title={title}
      sentence={t("decisions.voice.phone.sentence")}
      notice={<RefusalSummary form={form} fields={labels} />}
    >
      <ActPanel title={t("decisions.voice.phone.panel")} cannot={cannot}>
        {cannot === undefined && (
          <Form frame={frame} action={phonePath(proposal)}>
            <PersonField name="person" label={labels.person} form={form} people={silent} />
            <p>{t("decisions.voice.phone.as-they")}</p>
            {viewsOf(proposal).fields({
              question: questionOf(proposal),
              names: optionNames(proposal, t),
              order: givenOrder(proposal),
              own: undefined,
              form,
            })}
            <TextArea
              name="note"
              label={labels.note}
              hint={t("decisions.voice.field-hint.note")}
              form={form}
              rows={2}
              maxlength={longestNote}
            />
            <Submit>{t("decisions.voice.phone.submit")}</Submit>
            <VisibilityLine>{t("decisions.voice.phone.visible")}</VisibilityLine>
          </Form>
        )}
      </ActPanel>
    </WithinProposal>
  );
}
