import type { FormState } from "../../../ui/form-state.ts";
import { processPresetById } from "../../model/presets.ts";

/** A form that nobody has touched, filled in with what a preset says of a process; anything typed stands over it. */
export function filledIn(form: FormState, presetId: string | undefined): FormState {
  const preset = processPresetById(presetId ?? "");
  if (preset === undefined || Object.keys(form.typed).length > 0) return form;
  const typed = Object.fromEntries(Object.entries(preset.fields).map(([name, value]) => [name, [value]]));
  return { ...form, typed };
}
