import { Choice } from "../../../ui/components/choice.tsx";
import { Field } from "../../../ui/components/field.tsx";
import { Form } from "../../../ui/components/form.tsx";
import { RefusalSummary } from "../../../ui/components/refusal-summary.tsx";
import { Submit } from "../../../ui/components/submit.tsx";
import { TextArea } from "../../../ui/components/text-area.tsx";
import type { FormState } from "../../../ui/form-state.ts";
import { UserName, UserText } from "../../../ui/text.tsx";
import { usualItemMinutes, type AgendaItem } from "../../model/agenda/item.ts";
import { FormPage } from "../form-page.tsx";
import type { GatheringVisit } from "../visit.ts";
import { agendaPath } from "./agenda-path.ts";

interface ItemPageProps {
  readonly visit: GatheringVisit;
  readonly item: AgendaItem;
  readonly form: FormState;
}

const decisions = ["take", "put-off", "decline"] as const;

/** Where organisers decide about one item. */
export function ItemPage({ visit, item, form }: ItemPageProps) {
  const { c, gathering } = visit;
  const { t, frame } = c.var;
  const labels = {
    decision: t("gatherings.agenda.decide.decision"),
    minutes: t("gatherings.agenda.decide.minutes"),
    reason: t("gatherings.agenda.decide.reason"),
  };
  return (
    <FormPage
      visit={visit}
      title={t("gatherings.agenda.decide.title")}
      notice={<RefusalSummary form={form} fields={labels} />}
    >
      <div class="agenda-block">
        <h2>
          <UserName name={item.title} />
        </h2>
        {item.minutes !== undefined && (
          <p class="agenda-facts">
            <span>{t("gatherings.agenda.items.wants", { minutes: item.minutes })}</span>
          </p>
        )}
        {item.note !== "" && <UserText text={item.note} language={gathering.language} />}
      </div>
      <Form frame={frame} action={`${agendaPath(gathering)}/items/${item.id}`}>
        <Choice
          name="decision"
          label={labels.decision}
          form={form}
          options={decisions.map((decision) => ({
            value: decision,
            label: t(`gatherings.agenda.decide.${decision}`),
            hint: t(`gatherings.agenda.decide.${decision}-hint`),
          }))}
        />
        <Field
          name="minutes"
          label={labels.minutes}
          hint={t("gatherings.agenda.decide.minutes-hint")}
          form={form}
          type="number"
          inputmode="numeric"
          min={1}
          max={600}
          value={item.minutes ?? usualItemMinutes}
          optional
        />
        <TextArea
          name="reason"
          label={labels.reason}
          hint={t("gatherings.agenda.decide.reason-hint")}
          form={form}
          rows={3}
          maxlength={2000}
          optional
        />
        <Submit>{t("gatherings.agenda.decide.send")}</Submit>
      </Form>
    </FormPage>
  );
}
