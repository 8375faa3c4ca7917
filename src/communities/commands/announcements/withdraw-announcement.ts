import { z } from "zod";
import { accepted, refused, type Result } from "../../../kernel/base/result.ts";
import { defineCommand } from "../../../kernel/commands/command.ts";
import { announcementById } from "../../store/announcements.read.ts";
import { withdrawAnnouncementRow } from "../../store/announcements.write.ts";
import { communityIdField, reasonField } from "../fields.ts";
import { requireSteward, type NotFound, type OnlyStewards, type SignInNeeded } from "../guards.ts";

type Refusal = NotFound | OnlyStewards | SignInNeeded;

/** A steward takes an announcement back, here and wherever it was sent, with the reason on record. Refuses with `not-found`. */
export const withdrawAnnouncement = defineCommand({
  name: "communities/withdraw-announcement",
  input: z.object({ communityId: communityIdField, announcementId: z.uuid(), reason: reasonField }),
  chain: ({ communityId }) => communityId,
  authorise: (context, input): Promise<Refusal | undefined> => requireSteward(context, input),
  async run(context, { communityId, announcementId, reason }): Promise<Result<null, Refusal>> {
    const announcement = await announcementById(context.db, announcementId);
    if (announcement?.communityId !== communityId || announcement.isWithdrawn) return refused({ kind: "not-found" });
    await withdrawAnnouncementRow(context.db, announcementId, context.now);
    context.emit({ name: "announcement-withdrawn", version: 1, payload: { communityId, announcementId, reason } });
    return accepted(null);
  },
});
