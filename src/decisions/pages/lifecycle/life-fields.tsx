import { Check, Choice } from "../../../ui/components/choice.tsx";
import { Field } from "../../../ui/components/field.tsx";
import { Details } from "../../../ui/components/section.tsx";
import type { FormState } from "../../../ui/form-state.ts";
import type { AnyMethod } from "../../methods/registry.ts";
import { addingRules, plainLife, remindHoursRange, reminderAudiences } from "../../model/lifecycle/life.ts";
import type { ProposalLife } from "../../model/lifecycle/life.ts";

interface LifeFieldsProps {
  readonly method: AnyMethod;
  readonly form: FormState;
  /** What is chosen before anybody chooses. */
  readonly life?: ProposalLife | undefined;
}

/** The names of these fields, for summaries of what to mend. */
export const lifeFieldNames = ["reminds", "remindHours", "adding", "ownOptions", "allOptions", "shuffles"] as const;

/** What whoever puts a proposal forward chooses of its life: who is reminded, and, where it names its options, who may add some. */
export function LifeFields({ method, form, life = plainLife }: LifeFieldsProps) {
  const { t } = form;
  const { options } = method.rules;
  const field = (name: string) => ({ name, label: t(`decisions.lifecycle.field.${name}`), form });
  return (
    <Details
      summary={t("decisions.lifecycle.while-open")}
      open={lifeFieldNames.some((name) => form.faults[name] !== undefined)}
    >
      <Choice
        {...field("reminds")}
        options={reminderAudiences.map((value) => ({ value, label: t(`decisions.lifecycle.reminds.${value}`) }))}
        value={life.reminds}
      />
      <Field
        {...field("remindHours")}
        type="number"
        inputmode="numeric"
        min={remindHoursRange.least}
        max={remindHoursRange.most}
        value={life.remindHours}
      />
      {options.kind === "own" && method.rules.id !== "survey" && (
        <>
          <Check {...field("shuffles")} checked={life.shuffles} />
          <Choice
            {...field("adding")}
            hint={t("decisions.lifecycle.field-hint.adding")}
            options={addingRules.map((value) => ({ value, label: t(`decisions.lifecycle.adding.${value}`) }))}
            value={life.adding}
          />
          <Field {...field("ownOptions")} type="number" inputmode="numeric" min={1} max={20} value={life.ownOptions} />
          <Field {...field("allOptions")} type="number" inputmode="numeric" min={1} max={100} value={life.allOptions} />
        </>
      )}
    </Details>
  );
}
