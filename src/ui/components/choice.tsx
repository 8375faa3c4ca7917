import type { Child } from "hono/jsx";
import { textsOf } from "../form-input.ts";
import type { FormState } from "../form-state.ts";
import {
  describedBy,
  FieldFault,
  FieldHint,
  fieldId,
  isFaulty,
  isRequired,
  labelWords,
  type FieldBasics,
} from "./field.tsx";

/** One thing to choose. */
export interface Option {
  readonly value: string;
  readonly label: string;
  /** One line that says what choosing it means. */
  readonly hint?: string | undefined;
}

interface ChoiceProps extends FieldBasics {
  readonly options: readonly Option[];
  /** Chosen before anybody chooses; leave out where no answer is likelier than another. */
  readonly value?: string | undefined;
}

/** One of a few, all of them in view. */
export function Choice(props: ChoiceProps) {
  const chosen = chosenValues(props.form, props.name, props.value === undefined ? [] : [props.value]);
  return <OptionGroup {...props} type="radio" chosen={chosen} />;
}

interface CheckGroupProps extends FieldBasics {
  readonly options: readonly Option[];
  /** Ticked before anybody ticks. */
  readonly values?: readonly string[];
}

/** Any of a few; all ticked values are sent under the one name. */
export function CheckGroup(props: CheckGroupProps) {
  return <OptionGroup {...props} type="checkbox" chosen={chosenValues(props.form, props.name, props.values ?? [])} />;
}

interface CheckProps extends Omit<FieldBasics, "optional"> {
  readonly checked?: boolean;
}

/** One thing to say yes to; sends `yes` when ticked. */
export function Check({ name, label, form, hint, checked = false }: CheckProps) {
  const chosen = chosenValues(form, name, checked ? ["yes"] : []);
  return (
    <div class="field">
      <FieldFault name={name} form={form} />
      <Tick
        type="checkbox"
        name={name}
        id={fieldId(name)}
        option={{ value: "yes", label, hint }}
        checked={chosen.includes("yes")}
        described={describedBy(form, name, undefined)}
      />
    </div>
  );
}

interface SelectProps extends FieldBasics {
  readonly options: readonly Option[];
  readonly value?: string | undefined;
}

/** One of many, folded away: for languages and zones; prefer {@link Choice} for fewer than seven. */
export function Select({ name, label, form, hint, optional, options, value }: SelectProps) {
  const chosen = chosenValues(form, name, value === undefined ? [] : [value]);
  return (
    <div class="field">
      <label class="field-label" for={fieldId(name)}>
        {labelWords({ label, form, optional })}
      </label>
      <FieldHint name={name} hint={hint} />
      <FieldFault name={name} form={form} />
      <select id={fieldId(name)} name={name} required={isRequired(optional)} {...describedBy(form, name, hint)}>
        {options.map((option) => (
          <option value={option.value} selected={chosen.includes(option.value)}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
}

interface OptionGroupProps extends FieldBasics {
  readonly options: readonly Option[];
  readonly type: "radio" | "checkbox";
  readonly chosen: readonly string[];
}

function OptionGroup({ name, label, form, hint, optional, options, type, chosen }: OptionGroupProps) {
  return (
    <fieldset class="field option-group" {...describedBy(form, name, hint)}>
      <legend class="field-label">{labelWords({ label, form, optional })}</legend>
      <FieldHint name={name} hint={hint} />
      <FieldFault name={name} form={form} />
      {options.map((option, place) => (
        <Tick
          type={type}
          name={name}
          // The first one bears the field's own id, so that the error summary can lead to it.
          id={place === 0 ? fieldId(name) : `${fieldId(name)}-${place + 1}`}
          option={option}
          checked={chosen.includes(option.value)}
        />
      ))}
    </fieldset>
  );
}

interface TickProps {
  readonly type: "radio" | "checkbox";
  readonly name: string;
  readonly id: string;
  readonly option: Option;
  readonly checked: boolean;
  readonly described?: Readonly<Record<string, string>>;
}

function Tick({ type, name, id, option, checked, described }: TickProps): Child {
  return (
    <label class="option" for={id}>
      <input type={type} name={name} id={id} value={option.value} checked={checked} {...described} />
      <span class="option-label">
        {option.label}
        {option.hint !== undefined && <span class="option-hint">{option.hint}</span>}
      </span>
    </label>
  );
}

function chosenValues(form: FormState, name: string, proposed: readonly string[]): readonly string[] {
  // A sent form in which nothing was ticked lacks the field: then nothing is chosen, whatever was proposed.
  const sent = Object.keys(form.typed).length > 0 || isFaulty(form, name);
  return sent ? textsOf(form.typed, name) : proposed;
}
