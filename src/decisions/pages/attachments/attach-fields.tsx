import { Field, fieldId, FieldFault, FieldHint, FieldLabel } from "../../../ui/components/field.tsx";
import { Details } from "../../../ui/components/section.tsx";
import { Submit } from "../../../ui/components/submit.tsx";
import { textOf, textsOf } from "../../../ui/form-input.ts";
import type { FormState } from "../../../ui/form-state.ts";
import { UserName } from "../../../ui/text.tsx";
import { longestAlt, mostOfPost, shownSize } from "../../model/attachments/attachments.ts";
import type { Attachment } from "../../store/attachments/attachments.read.ts";
import { previewPath } from "./attachment-paths.ts";
import { altField, bringOnly } from "./brought-files.ts";
import { sizeWords } from "./size-words.ts";

interface AttachFieldsProps {
  readonly form: FormState;
  /** What the reader brought before and has not sent yet. */
  readonly unsent: readonly Attachment[];
}

const longestThumbnail = 96;

/**
 * The fields by which files go with a post. They stand at the end of their form: what is typed above them has arrived when a file turns
 * out to be too large, and is shown again.
 */
export function AttachFields({ form, unsent }: AttachFieldsProps) {
  const { t } = form;
  const isOpen = unsent.length > 0 || form.faults["file"] !== undefined || textOf(form.typed, "alt") !== "";
  return (
    <Details summary={t("decisions.attachments.add")} open={isOpen}>
      <p class="field-hint">{t("decisions.attachments.add-words", { most: mostOfPost })}</p>
      {unsent.length > 0 && (
        <ul class="unsent-list" aria-label={t("decisions.attachments.unsent")}>
          {unsent.map((file, index) => (
            <UnsentFile form={form} file={file} place={index + 1} />
          ))}
        </ul>
      )}
      <Field
        name="alt"
        label={t("decisions.field.alt")}
        hint={t("decisions.field-hint.alt")}
        form={form}
        maxlength={longestAlt}
        autocomplete="off"
        optional
      />
      <div class="field">
        <FieldLabel name="file" label={t("decisions.field.file")} form={form} optional={false} />
        <FieldHint name="file" hint={t("decisions.field-hint.file")} />
        <FieldFault name="file" form={form} />
        <input
          id={fieldId("file")}
          name="file"
          type="file"
          aria-describedby={`${fieldId("file")}-hint${form.faults["file"] === undefined ? "" : ` ${fieldId("file")}-fault`}`}
        />
      </div>
      <Submit kind="quiet" name="act" value={bringOnly}>
        {t("decisions.attachments.bring")}
      </Submit>
    </Details>
  );
}

interface UnsentFileProps {
  readonly form: FormState;
  readonly file: Attachment;
  /** From 1, so that several pictures of one name can be told apart. */
  readonly place: number;
}

function UnsentFile({ form, file, place }: UnsentFileProps) {
  const { t } = form;
  const id = `attached-${file.id}`;
  return (
    <li class="unsent-file">
      <label class="option" for={id}>
        <input
          type="checkbox"
          name="attached"
          id={id}
          value={file.id}
          checked={textsOf(form.typed, "attached").includes(file.id)}
        />
        <span class="option-label">
          {file.picture !== undefined && (
            <img src={previewPath(file)} alt="" {...shownSize(file.picture, longestThumbnail)} loading="lazy" />
          )}
          <UserName name={file.name} />
          <span class="option-hint">{sizeWords(t, file.size)}</span>
        </span>
      </label>
      {file.picture !== undefined && (
        <Field
          name={altField(file.id)}
          label={t("decisions.answers.attachments.shows", { place, name: file.name })}
          form={form}
          value={file.alt}
          maxlength={longestAlt}
          autocomplete="off"
          optional
        />
      )}
    </li>
  );
}
