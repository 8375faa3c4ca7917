import type { Application } from "../../../kernel/application.ts";
import type { ActivityDocument } from "../../../kernel/federation/outgoing.ts";
import { attachmentsOf, type Attachment } from "../../store/attachments/attachments.read.ts";
import { attachmentUrl } from "../addresses.ts";

/** What a post carries, as its Note names it, and when the last of it was taken away; without anything, nothing. */
export interface ComposedAttachments {
  readonly attachment: readonly ActivityDocument[] | undefined;
  readonly removedAt: Temporal.Instant | undefined;
}

/** Pictures with what they show and their size, other files with their name; what was taken away is not there. */
export async function composedAttachments({ read, origin }: Application, postId: string): Promise<ComposedAttachments> {
  const files = (await attachmentsOf(read, [postId])).get(postId) ?? [];
  const standing = files.filter(({ removedAt }) => removedAt === undefined);
  const removals = files.flatMap(({ removedAt }) => (removedAt === undefined ? [] : [removedAt]));
  return {
    attachment: standing.length === 0 ? undefined : standing.map((file) => documentOf(origin, file)),
    removedAt: removals.toSorted(Temporal.Instant.compare).at(-1),
  };
}

function documentOf(origin: URL, { id, name, mediaType, alt, picture }: Attachment): ActivityDocument {
  const url = attachmentUrl(origin, id);
  if (picture === undefined) return { type: "Document", mediaType, url, name };
  const { width, height } = picture;
  return { type: "Image", mediaType, url, name: alt === "" ? undefined : alt, width, height };
}
