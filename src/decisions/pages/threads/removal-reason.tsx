import type { Translator } from "../../../kernel/i18n/translator.ts";
import { TextArea } from "../../../ui/components/text-area.tsx";
import type { FormState } from "../../../ui/form-state.ts";

/** What the reason of a removal is called, beside its field and where it is to be mended. */
export function removalReasonLabel(t: Translator): string {
  return t("decisions.field.removal-reason");
}

/** Why a steward takes something away that somebody wrote or brought. */
export function RemovalReason({ t, form }: { readonly t: Translator; readonly form: FormState }) {
  return (
    <TextArea
      name="reason"
      label={removalReasonLabel(t)}
      hint={t("decisions.field-hint.removal-reason")}
      form={form}
      rows={3}
      maxlength={1_000}
    />
  );
}
