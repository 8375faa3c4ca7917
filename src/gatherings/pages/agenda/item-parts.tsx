import { Empty } from "../../../ui/components/empty.tsx";
import { Field } from "../../../ui/components/field.tsx";
import { Form } from "../../../ui/components/form.tsx";
import { Section } from "../../../ui/components/section.tsx";
import { Submit } from "../../../ui/components/submit.tsx";
import { TextArea } from "../../../ui/components/text-area.tsx";
import { VisibilityLine } from "../../../ui/components/visibility-line.tsx";
import type { FormState } from "../../../ui/form-state.ts";
import { UserName, UserText } from "../../../ui/text.tsx";
import { takesAgenda } from "../../model/agenda/agenda.ts";
import type { AgendaItem } from "../../model/agenda/item.ts";
import { ParticipantName } from "../participant-name.tsx";
import { agendaPath } from "./agenda-path.ts";
import type { AgendaView } from "./agenda-view.ts";

/** What people want to talk about: what waits here, and the community's backlog. */
export function ItemSections({ view }: { readonly view: AgendaView }) {
  const { t } = view.visit.c.var;
  if (!takesAgenda(view.visit.gathering.state)) return null;
  return (
    <>
      <Section
        id="proposed"
        title={t("gatherings.agenda.items.title")}
        explained={t("gatherings.agenda.items.explained")}
      >
        {view.proposed.length === 0 ? (
          <Empty what={t("gatherings.agenda.items.none")} />
        ) : (
          <ItemList view={view} items={view.proposed} />
        )}
      </Section>
      {view.backlog.length > 0 && (
        <Section
          id="backlog"
          title={t("gatherings.agenda.backlog.title")}
          explained={t("gatherings.agenda.backlog.explained")}
        >
          <ItemList view={view} items={view.backlog} />
        </Section>
      )}
    </>
  );
}

function ItemList({ view, items }: { readonly view: AgendaView; readonly items: readonly AgendaItem[] }) {
  const { c, gathering, standing } = view.visit;
  const { t } = c.var;
  return (
    <ul class="agenda-items">
      {items.map((item) => (
        <li>
          <p class="agenda-item">
            <UserName name={item.title} />
          </p>
          <p class="agenda-facts">
            {item.minutes !== undefined && <span>{t("gatherings.agenda.items.wants", { minutes: item.minutes })}</span>}
            {standing.readsNames && item.proposerId !== undefined && (
              <span>
                {t.rich("gatherings.agenda.items.by", {
                  person: () => <ParticipantName t={t} person={view.people.get(item.proposerId ?? "")} />,
                })}
              </span>
            )}
            {item.state === "backlog" && item.gatheringId !== gathering.id && (
              <span>{t("gatherings.agenda.backlog.carried")}</span>
            )}
            {standing.organises && (
              <a class="no-print" href={`${agendaPath(gathering)}/items/${item.id}`}>
                {t("gatherings.agenda.items.decide")}
              </a>
            )}
          </p>
          {item.proposerId !== undefined && item.proposerId === standing.personId && (
            <Form frame={c.var.frame} action={`${agendaPath(gathering)}/items/${item.id}/withdrawal`}>
              <Submit kind="quiet" label={t("gatherings.agenda.items.withdraw-named", { item: item.title })}>
                {t("gatherings.agenda.items.withdraw")}
              </Submit>
            </Form>
          )}
          {item.note !== "" && <UserText text={item.note} language={gathering.language} />}
        </li>
      ))}
    </ul>
  );
}

interface ProposalFormProps {
  readonly view: AgendaView;
  readonly form: FormState;
}

/** Proposing something, with the minutes wanted. */
export function ProposalForm({ view, form }: ProposalFormProps) {
  const { c, gathering } = view.visit;
  const { t, frame } = c.var;
  return (
    <Form frame={frame} action={`${agendaPath(gathering)}/items`}>
      <Field name="title" label={t("gatherings.agenda.items.item")} form={form} maxlength={200} autocomplete="off" />
      <Field
        name="minutes"
        label={t("gatherings.agenda.items.minutes")}
        form={form}
        type="number"
        inputmode="numeric"
        min={1}
        max={600}
        optional
      />
      <TextArea name="note" label={t("gatherings.agenda.items.note")} form={form} rows={2} maxlength={2000} optional />
      <Submit kind="quiet">{t("gatherings.agenda.items.send")}</Submit>
      <VisibilityLine>{t("gatherings.agenda.items.visible")}</VisibilityLine>
    </Form>
  );
}
