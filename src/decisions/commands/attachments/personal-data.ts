import type { Database } from "../../../kernel/database/database.ts";
import type { PersonalRecord } from "../../../kernel/personal-data.ts";
import { attachmentsOfPerson } from "../../store/attachments/attachments.read.ts";
import { forgetAttachedElsewhere } from "../../store/attachments/attachments.write.ts";
import { letGoOfAttachments } from "./let-go.ts";

/** The files somebody brought, for them to take along: what each is, and where it lies as long as they can see it. */
export async function filesOfPerson(
  db: Database,
  personId: string,
): Promise<{ readonly files: readonly PersonalRecord[] }> {
  const files = await attachmentsOfPerson(db, personId);
  return {
    files: files
      .filter(({ removedAt }) => removedAt === undefined)
      .map(({ id, postId, name, mediaType, size, digest, alt, addedAt }) => ({
        post: postId ?? null,
        name,
        type: mediaType,
        size,
        sha256: digest,
        shows: alt,
        brought: addedAt.toString(),
        path: `/attachments/${id}`,
      })),
  };
}

/** Everything somebody brought goes with them. */
export async function forgetFilesOf(db: Database, personId: string): Promise<void> {
  await letGoOfAttachments(db, await attachmentsOfPerson(db, personId));
  await forgetAttachedElsewhere(db, personId);
}
