import { Choice } from "../../../ui/components/choice.tsx";
import { Form } from "../../../ui/components/form.tsx";
import { Section } from "../../../ui/components/section.tsx";
import { Submit } from "../../../ui/components/submit.tsx";
import { TextArea } from "../../../ui/components/text-area.tsx";
import { VisibilityLine } from "../../../ui/components/visibility-line.tsx";
import type { FormState } from "../../../ui/form-state.ts";
import { UserText } from "../../../ui/text.tsx";
import { consentStanding } from "../../model/agenda/agenda.ts";
import { ParticipantName } from "../participant-name.tsx";
import { agendaPath } from "./agenda-path.ts";
import type { AgendaView } from "./agenda-view.ts";

/** Whether the agenda is consented to, in which version, by how many, and what was objected. */
export function ConsentSection({ view }: { readonly view: AgendaView }) {
  const { t } = view.visit.c.var;
  const standing = consentStanding(view.agenda);
  if (standing === "not-asked" && view.objections.length === 0) return null;
  return (
    <Section
      id="consent"
      title={t("gatherings.agenda.consent.title")}
      explained={t("gatherings.agenda.consent.explained")}
    >
      <p>{standingInWords(view)}</p>
      <Objections view={view} />
    </Section>
  );
}

function standingInWords(view: AgendaView): string {
  const { t } = view.visit.c.var;
  const { version, consentedVersion, consents } = view.agenda;
  const standing = consentStanding(view.agenda);
  if (standing === "consented") return t("gatherings.agenda.consent.consented", { version, consents });
  if (standing === "asked") return t("gatherings.agenda.consent.asked", { version, ...view.counts });
  return consentedVersion === undefined
    ? t("gatherings.agenda.consent.changed", { version })
    : t("gatherings.agenda.consent.changed-since", { version, before: consentedVersion });
}

function Objections({ view }: { readonly view: AgendaView }) {
  const { c, gathering, standing } = view.visit;
  const { t } = c.var;
  if (view.objections.length === 0) return null;
  if (!standing.readsNames) {
    return <p>{t("gatherings.agenda.consent.objections", { objections: view.objections.length })}</p>;
  }
  return (
    <ul class="agenda-objections">
      {view.objections.map(({ version, personId, reason }) => (
        <li>
          <p>
            {t.rich(
              version === view.agenda.version
                ? "gatherings.agenda.consent.objects"
                : "gatherings.agenda.consent.objected-before",
              { person: () => <ParticipantName t={t} person={view.people.get(personId)} /> },
              { version },
            )}
          </p>
          {reason !== "" && <UserText text={reason} language={gathering.language} />}
        </li>
      ))}
    </ul>
  );
}

interface ConsentFormProps {
  readonly view: AgendaView;
  readonly form: FormState;
}

/** Consenting, or objecting with a reason. */
export function ConsentForm({ view, form }: ConsentFormProps) {
  const { c, gathering } = view.visit;
  const { t, frame } = c.var;
  const answers = ["consent", "objection"] as const;
  return (
    <Form frame={frame} action={`${agendaPath(gathering)}/consent`}>
      <input type="hidden" name="version" value={view.agenda.version} />
      <Choice
        name="answer"
        label={t("gatherings.agenda.consent.question")}
        form={form}
        value={view.own}
        options={answers.map((answer) => ({
          value: answer,
          label: t(`gatherings.agenda.consent.${answer}`),
          hint: t(`gatherings.agenda.consent.${answer}-hint`),
        }))}
      />
      <TextArea
        name="reason"
        label={t("gatherings.agenda.consent.reason")}
        hint={t("gatherings.agenda.consent.reason-hint")}
        form={form}
        rows={3}
        maxlength={2000}
        optional
      />
      <Submit>{t("gatherings.agenda.consent.send")}</Submit>
      <VisibilityLine>{t("gatherings.agenda.consent.visible")}</VisibilityLine>
    </Form>
  );
}
