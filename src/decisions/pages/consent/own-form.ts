import { untouchedForm, type FormState } from "../../../ui/form-state.ts";

/**
 * The state of the form that has this field, on a page with many: what was sent with another form is no matter of this one. What is to be
 * mended stays with the field whatever it is called.
 */
export function ownForm(form: FormState, field: string): FormState {
  return form.typed[field] === undefined && form.faults[field] === undefined ? untouchedForm(form.t) : form;
}
