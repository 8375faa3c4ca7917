import { z } from "zod";
import { accepted, refused, type Result } from "../../../kernel/base/result.ts";
import { defineCommand, type CommandContext } from "../../../kernel/commands/command.ts";
import { keepFile } from "../../../kernel/media/kept-files.ts";
import {
  longestAlt,
  overQuota,
  unsentHours,
  type AttachmentId,
  type QuotaRefusal,
} from "../../model/attachments/attachments.ts";
import type { PersonId } from "../../model/thread.ts";
import { broughtSince, bytesOfCommunity } from "../../store/attachments/attachments.read.ts";
import { insertUnsentFile } from "../../store/attachments/attachments.write.ts";
import { communityInput } from "../inputs.ts";
import { actingPerson, mayWrite, mustBeMember, type StandingRefusal } from "../standing.ts";

/** The job by which a file goes that was brought and never sent; its key is the file's id. */
export const forgetUnsentJob = "decisions/forget-unsent-file";

/** Bytes, as base64: inputs are made of texts. */
const bytesInput = z.base64().transform((text) => Buffer.from(text, "base64"));
const sideInput = z.number().int().positive();

/**
 * Keeps a file that somebody wants to send with a post: a picture that was encoded anew, or other bytes as they are. It is nobody else's to
 * see until it is sent, and goes after a day if it is not.
 *
 * Whoever may write in the thread may, and, for a thread that is still to be opened, every member. Refuses `too-many-files-today`,
 * `too-much-today`, `community-files-full`, and what standing refuses.
 */
export const bringFile = defineCommand({
  name: "decisions/bring-file",
  input: z.object({
    communityId: communityInput,
    /** The thread of the post it is for; empty for one that is still to be opened. */
    threadId: z.string().max(64).default(""),
    name: z.string().min(1).max(200),
    mediaType: z.enum(["image/webp", "application/pdf", "application/octet-stream"]),
    alt: z.string().trim().max(longestAlt).default(""),
    bytes: bytesInput,
    picture: z.object({ width: sideInput, height: sideInput, preview: bytesInput }).optional(),
  }),
  chain: (input) => input.communityId,
  authorise: (context, { communityId, threadId }): Promise<StandingRefusal | undefined> =>
    threadId === "" ? mustBeMember(context, { communityId }) : mayWrite(context, { communityId, threadId }),
  async run(context, input): Promise<Result<{ readonly attachmentId: string }, StandingRefusal | QuotaRefusal>> {
    const { db, now } = context;
    const { communityId, name, mediaType, alt, bytes, picture } = input;
    const personId = actingPerson(context) as PersonId;
    const before = {
      ...(await broughtSince(db, personId, now.subtract({ hours: 24 }))),
      bytesOfCommunity: await bytesOfCommunity(db, communityId),
    };
    const refusal = overQuota(before, bytes.length);
    if (refusal !== undefined) return refused(refusal);
    const id = context.ids.next<"attachment">();
    await insertUnsentFile(db, {
      id,
      communityId,
      personId,
      name,
      mediaType,
      alt,
      size: bytes.length,
      digest: await keepFile(db, bytes),
      addedAt: now,
      picture: picture && {
        width: picture.width,
        height: picture.height,
        previewDigest: await keepFile(db, picture.preview),
      },
    });
    await forgetLater(context, communityId, id);
    return accepted({ attachmentId: id });
  },
});

async function forgetLater(context: CommandContext, communityId: string, id: AttachmentId): Promise<void> {
  await context.schedule({
    kind: forgetUnsentJob,
    key: id,
    due: context.now.add({ hours: unsentHours }),
    payload: { communityId, attachmentId: id },
  });
}
