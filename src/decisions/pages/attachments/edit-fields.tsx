import { CheckGroup } from "../../../ui/components/choice.tsx";
import type { FormState } from "../../../ui/form-state.ts";
import type { Attachment } from "../../store/attachments/attachments.read.ts";
import { AttachFields } from "./attach-fields.tsx";
import { sizeWords } from "./size-words.ts";

/** What whoever edits a post can do about its files. */
export interface EditableFiles {
  /** Those it carries now. */
  readonly carried: readonly Attachment[];
  /** What its author brought and has not sent yet. */
  readonly unsent: readonly Attachment[];
}

/** The fields by which files of a post are taken away, and others added. */
export function EditFileFields({ form, files }: { readonly form: FormState; readonly files: EditableFiles }) {
  const { t } = form;
  const { carried, unsent } = files;
  return (
    <>
      {carried.length > 0 && (
        <CheckGroup
          name="removed"
          label={t("decisions.answers.attachments.carried")}
          hint={t("decisions.answers.attachments.carried-hint")}
          form={form}
          options={carried.map(({ id, name, alt, size }) => ({
            value: id,
            label: t("decisions.answers.attachments.take-away", { name }),
            hint: alt === "" ? sizeWords(t, size) : alt,
          }))}
          optional="said-above"
        />
      )}
      <AttachFields form={form} unsent={unsent} />
    </>
  );
}
