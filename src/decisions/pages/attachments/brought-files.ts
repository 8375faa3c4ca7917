import type { HtmlEscapedString } from "hono/utils/html";
import { refuse } from "../../../accounts/index.ts";
import type { AnyRefusal, Result } from "../../../kernel/base/result.ts";
import type { InvalidInput } from "../../../kernel/commands/command.ts";
import { preparedFile } from "../../../kernel/media/prepared-file.ts";
import type { SentFile } from "../../../kernel/media/sent-parts.ts";
import { textOf, textsOf, type FormInput } from "../../../ui/form-input.ts";
import type { FormState } from "../../../ui/form-state.ts";
import { byReader, sentForm, type PageContext } from "../../../ui/request.ts";
import { bringFile } from "../../commands/attachments/bring-file.ts";
import { longestAlt } from "../../model/attachments/attachments.ts";
import type { CommunityVisit } from "../visit.ts";

/** A file that goes with a post, as the commands of posts take it. */
export interface AttachedFile {
  readonly id: string;
  readonly alt: string;
}

interface FormWithFiles {
  /** The thread of the post that they go with; empty for one that is still to be opened. */
  readonly threadId: string;
  /** The page again, with the form as it was sent. */
  readonly again: (form: FormState) => HtmlEscapedString | Promise<HtmlEscapedString>;
}

/** Refusals of posts that are about their files, by the field in which they are told. */
export const aboutFiles = {
  "too-many-attachments": "file",
  "too-many-attachments-ever": "file",
  "file-not-there": "file",
};

/** The field of a form that tells what the file with this id shows. */
export function altField(id: string): string {
  return `alt.${id}`;
}

/** The value of the button by which a file is brought and nothing is sent yet. */
export const bringOnly = "bring";

/**
 * Takes the files that a form brought, and says which go with its post: those ticked, and the new ones. The form stands then as if those had
 * been ticked before, so that nothing is lost if the rest of it is refused. Answers by itself where a file cannot be taken, and
 * where the reader asks only to bring it and goes on writing.
 */
export async function takeBrought(
  visit: CommunityVisit,
  { threadId, again }: FormWithFiles,
): Promise<readonly AttachedFile[] | Response> {
  const { c } = visit;
  if (visit.personId === undefined) return [];
  const { files = [], fault } = c.var.uploads ?? {};
  for (const [place, file] of files.entries()) {
    const brought = await bring(visit, threadId, file, place);
    if (!brought.ok) return refuse(c, { ...inFileField(brought.refusal) }, { again });
    c.set("form", withTicked(sentForm(c), brought.value.attachmentId));
  }
  if (fault !== undefined) return refuse(c, { ...fault, field: "file" }, { again });
  const form = sentForm(c);
  if (textOf(form, "act") === bringOnly) return c.html(await again({ t: c.var.t, typed: form, faults: {} }));
  return textsOf(form, "attached").map((id) => ({ id, alt: textOf(form, altField(id)).slice(0, longestAlt) }));
}

async function bring(
  { c, application, community }: CommunityVisit,
  threadId: string,
  file: SentFile,
  place: number,
): Promise<Result<{ readonly attachmentId: string }, AnyRefusal | InvalidInput>> {
  const prepared = await preparedFile(file.name, file.bytes);
  if (!prepared.ok) return prepared;
  const { name, mediaType, bytes, picture } = prepared.value;
  const input = {
    communityId: community.id,
    threadId,
    name,
    mediaType,
    alt: textOf(sentForm(c), "alt").slice(0, longestAlt),
    bytes: asText(bytes),
    ...(picture && { picture: { ...picture, preview: asText(picture.preview) } }),
  };
  return application.execute(bringFile, input, byReaderFor(c, place));
}

/** Each file of a form is an act of its own. */
function byReaderFor(c: PageContext, place: number) {
  const { actor, origin } = byReader(c);
  return { actor, origin: { ...origin, key: `${origin.key}:${place}` } };
}

function withTicked(form: FormInput, id: string): FormInput {
  const alt = textsOf(form, "alt");
  const ticked = { ...form, attached: [...textsOf(form, "attached"), id], [altField(id)]: alt, alt: [""] };
  return Object.assign(Object.create(null), ticked) as FormInput;
}

function inFileField(refusal: AnyRefusal | InvalidInput): AnyRefusal & { readonly field: string } {
  return { ...refusal, field: "file" };
}

function asText(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString("base64");
}
