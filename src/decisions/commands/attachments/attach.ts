import { z } from "zod";
import type { CommandContext } from "../../../kernel/commands/command.ts";
import { longestAlt, mostOfPost } from "../../model/attachments/attachments.ts";
import { mostElsewhere } from "../../model/attachments/elsewhere.ts";
import { attachmentById } from "../../store/attachments/attachments.read.ts";
import { giveToPost, writeAttachedElsewhere } from "../../store/attachments/attachments.write.ts";
import { idInput } from "../inputs.ts";
import { actingPerson } from "../standing.ts";
import { forgetUnsentJob } from "./bring-file.ts";

/** Files that were brought before and go with a post, in its order; what each shows may have been mended since. */
export const attachedInput = z
  .array(z.object({ id: idInput, alt: z.string().trim().max(longestAlt).default("") }))
  // Beyond what a post carries, so that it can be said how many it does.
  .max(8 * mostOfPost)
  .default([]);

/** What a post from another server carries there. */
export const elsewhereInput = z
  .array(
    z.object({
      kind: z.enum(["picture", "sound", "film", "file"]),
      url: z.string().max(2_000).startsWith("https://"),
      alt: z.string(),
    }),
  )
  .max(mostElsewhere)
  .default([]);

export type AttachRefusal =
  | { readonly kind: "too-many-attachments"; readonly most: number }
  | { readonly kind: "file-not-there" };

/** Why these files cannot go with a post of this person in this community; undefined when they can. */
export async function whyNotAttached(
  context: CommandContext,
  communityId: string,
  attached: z.output<typeof attachedInput>,
): Promise<AttachRefusal | undefined> {
  if (attached.length > mostOfPost) return { kind: "too-many-attachments", most: mostOfPost };
  if (new Set(attached.map(({ id }) => id)).size < attached.length) return { kind: "file-not-there" };
  for (const { id } of attached) {
    const file = await attachmentById(context.db, id);
    const isOwn = file?.personId === actingPerson(context) && file?.communityId === communityId;
    if (!isOwn || file?.postId !== undefined) return { kind: "file-not-there" };
  }
  return undefined;
}

/** Gives files to a post, after those it has, once it is sure that they can go with it; what they are the log does not say, only how many. */
export async function attach(
  context: CommandContext,
  about: { readonly threadId: string; readonly postId: string },
  attached: z.output<typeof attachedInput>,
  before = 0,
): Promise<void> {
  if (attached.length === 0) return;
  for (const [place, { id, alt }] of attached.entries()) {
    await giveToPost(context.db, id, { postId: about.postId, place: before + place, alt });
    await context.unschedule(forgetUnsentJob, id);
  }
  context.emit({
    name: "files-attached",
    version: 1,
    payload: { thread: about.threadId, post: about.postId, files: attached.length },
  });
}

/** Writes down what a post carries at its own server, in the place of what was known before. */
export async function noteAttachedElsewhere(
  context: CommandContext,
  postId: string,
  attached: z.output<typeof elsewhereInput>,
): Promise<void> {
  const cut = attached.map((each) => ({ ...each, alt: each.alt.slice(0, longestAlt) }));
  await writeAttachedElsewhere(context.db, postId, cut);
}
