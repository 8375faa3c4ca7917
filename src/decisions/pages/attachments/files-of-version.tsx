import type { Translator } from "../../../kernel/i18n/translator.ts";
import type { Attachment } from "../../store/attachments/attachments.read.ts";
import type { AttachmentEdit } from "../../store/attachments/edits.read.ts";

interface FilesOfVersionProps {
  readonly t: Translator;
  readonly version: number;
  /** All the files that the post ever carried, and what edits did to them. */
  readonly files: readonly Attachment[];
  readonly edits: readonly AttachmentEdit[];
}

/** Which files came to a post with one of its versions, and how many went. */
export function FilesOfVersion({ t, version, files, edits }: FilesOfVersionProps) {
  const added = edits.filter(({ addedVersion }) => addedVersion === version);
  const removed = edits.filter(({ removedVersion }) => removedVersion === version);
  if (added.length + removed.length === 0) return null;
  return (
    <ul class="version-files">
      {added.map(({ attachmentId }) => (
        <li>
          {addedWords(
            t,
            files.find(({ id }) => id === attachmentId),
          )}
        </li>
      ))}
      {removed.length > 0 && <li>{t("decisions.answers.attachments.version-removed", { count: removed.length })}</li>}
    </ul>
  );
}

/** What was taken away has no name any more. */
function addedWords(t: Translator, file: Attachment | undefined): string {
  if (file === undefined || file.removedAt !== undefined) return t("decisions.answers.attachments.version-added-gone");
  return t("decisions.answers.attachments.version-added", { name: file.name });
}
