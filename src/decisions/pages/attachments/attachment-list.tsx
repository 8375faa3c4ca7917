import type { Translator } from "../../../kernel/i18n/translator.ts";
import { UserName } from "../../../ui/text.tsx";
import { shownSize } from "../../model/attachments/attachments.ts";
import type { AttachedElsewhere } from "../../model/attachments/elsewhere.ts";
import type { Attachment } from "../../store/attachments/attachments.read.ts";
import { attachmentPath, previewPath } from "./attachment-paths.ts";
import { sizeWords } from "./size-words.ts";

interface AttachmentListProps {
  readonly t: Translator;
  readonly files: readonly Attachment[];
  /** What the post carries at the server that it came from. */
  readonly elsewhere: readonly AttachedElsewhere[];
  /** Whether the reader may take files away. */
  readonly mayRemove: boolean;
}

const longestShown = 320;

/** What a post carries: pictures, files to save, what was taken away, and what is at another server. */
export function AttachmentList({ t, files, elsewhere, mayRemove }: AttachmentListProps) {
  if (files.length + elsewhere.length === 0) return null;
  return (
    <ul class="attachment-list" aria-label={t("decisions.attachments.title")}>
      {files.map((file) => (
        <li>
          {file.removedAt === undefined ? (
            <>
              {file.picture === undefined ? <FileToSave t={t} file={file} /> : <Picture t={t} file={file} />}
              {mayRemove && <RemovalLink t={t} file={file} />}
            </>
          ) : (
            <span class="post-removed">
              {file.removalReason === ""
                ? t("decisions.attachments.taken-back")
                : t("decisions.attachments.removed", { reason: file.removalReason })}
            </span>
          )}
        </li>
      ))}
      {elsewhere.map((attached) => (
        <li>
          <Elsewhere t={t} attached={attached} />
        </li>
      ))}
    </ul>
  );
}

interface OneFileProps {
  readonly t: Translator;
  readonly file: Attachment;
}

function Picture({ t, file }: OneFileProps) {
  if (file.picture === undefined) return null;
  const alt = file.alt === "" ? t("decisions.attachments.no-alt", { name: file.name }) : file.alt;
  return (
    <a href={attachmentPath(file)} class="attached-picture">
      <img
        src={previewPath(file)}
        alt={alt}
        {...shownSize(file.picture, longestShown)}
        loading="lazy"
        decoding="async"
      />
    </a>
  );
}

function FileToSave({ t, file }: OneFileProps) {
  return (
    <>
      <a href={attachmentPath(file)} download={file.name}>
        <UserName name={file.name} />
      </a>{" "}
      <span class="attachment-size">{sizeWords(t, file.size)}</span>
    </>
  );
}

function RemovalLink({ t, file }: OneFileProps) {
  return (
    <>
      {" "}
      <a href={`${attachmentPath(file)}/removal`} class="attachment-removal" rel="nofollow">
        {t("decisions.attachments.remove")}
        <span class="visually-hidden"> {file.name}</span>
      </a>
    </>
  );
}

/** Nothing of it is fetched or shown from here: whoever wants to see it goes there. */
function Elsewhere({ t, attached }: { readonly t: Translator; readonly attached: AttachedElsewhere }) {
  return (
    <>
      <a href={attached.url} rel="nofollow noopener noreferrer">
        {t(`decisions.attachments.elsewhere.${attached.kind}`)}
      </a>
      {attached.alt !== "" && (
        <>
          : <bdi>{attached.alt}</bdi>
        </>
      )}
    </>
  );
}
