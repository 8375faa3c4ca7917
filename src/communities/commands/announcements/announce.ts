import { z } from "zod";
import { accepted, refused, type Result } from "../../../kernel/base/result.ts";
import { defineCommand } from "../../../kernel/commands/command.ts";
import { insertAnnouncement } from "../../store/announcements.write.ts";
import { communityIdField, languageField } from "../fields.ts";
import { actingPerson, requireSteward, type OnlyStewards, type SignInNeeded } from "../guards.ts";

type Refusal = OnlyStewards | SignInNeeded;

/** A steward says something in the community's name, in public, to all who listen. */
export const announce = defineCommand({
  name: "communities/announce",
  input: z.object({
    communityId: communityIdField,
    language: languageField,
    /** Markdown. */
    text: z.string().trim().min(1).max(5_000),
  }),
  chain: ({ communityId }) => communityId,
  authorise: (context, input): Promise<Refusal | undefined> => requireSteward(context, input),
  async run(context, { communityId, language, text }): Promise<Result<{ readonly announcementId: string }, Refusal>> {
    const writtenBy = actingPerson(context);
    if (writtenBy === undefined) return refused({ kind: "sign-in-needed" });
    const id = context.ids.next();
    await insertAnnouncement(context.db, { id, communityId, writtenBy, language, text, publishedAt: context.now });
    context.emit({ name: "announcement-made", version: 1, payload: { communityId, announcementId: id } });
    return accepted({ announcementId: id });
  },
});
