import { Field } from "../../../ui/components/field.tsx";
import { Form } from "../../../ui/components/form.tsx";
import { Section } from "../../../ui/components/section.tsx";
import { Submit } from "../../../ui/components/submit.tsx";
import { VisibilityLine } from "../../../ui/components/visibility-line.tsx";
import type { FormState } from "../../../ui/form-state.ts";
import { UserName } from "../../../ui/text.tsx";
import { proposalPath } from "../addresses.ts";
import { PersonName } from "../person-name.tsx";
import type { ProposalView } from "../proposals/proposal-view.ts";

interface AddOptionProps {
  readonly view: ProposalView;
  readonly form: FormState;
}

/** The options that were added since it opened, and, for whoever may, the field for one more. */
export function AddOption({ view, form }: AddOptionProps) {
  const { visit, life } = view;
  const { c, proposal } = visit;
  const { t } = c.var;
  const isOpen = proposal.state === "open" && life.life.adding === "voters";
  if (!isOpen && life.added.length === 0) return null;
  return (
    <Section id="added-options" title={t("decisions.lifecycle.options.title")}>
      {life.added.length > 0 && (
        <ul class="rules">
          {life.added.map(({ place, personId }) => (
            <li>
              <UserName name={proposal.options[place] ?? ""} /> (
              <PersonName t={t} person={life.people.get(personId)} />)
            </li>
          ))}
        </ul>
      )}
      {isOpen && view.electorate.why !== undefined && <AddForm view={view} form={form} />}
    </Section>
  );
}

function AddForm({ view, form }: AddOptionProps) {
  const { c, proposal, personId } = view.visit;
  const { t, frame } = c.var;
  const { life, added } = view.life;
  const own = added.filter((option) => option.personId === personId).length;
  const left = Math.min(life.ownOptions - own, life.allOptions - added.length);
  if (left <= 0) return <p>{t("decisions.lifecycle.options.none-left")}</p>;
  return (
    <Form frame={frame} action={`${proposalPath(proposal)}/options`} label={t("decisions.lifecycle.options.add")}>
      <Field
        name="option"
        label={t("decisions.lifecycle.field.option")}
        hint={t("decisions.lifecycle.field-hint.option", { left })}
        form={form}
        maxlength={200}
        autocomplete="off"
      />
      <Submit kind="quiet">{t("decisions.lifecycle.options.add")}</Submit>
      <VisibilityLine>{t("decisions.lifecycle.options.visible")}</VisibilityLine>
    </Form>
  );
}
