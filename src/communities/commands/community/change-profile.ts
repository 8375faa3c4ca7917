import { z } from "zod";
import { accepted, type Result } from "../../../kernel/base/result.ts";
import { defineCommand } from "../../../kernel/commands/command.ts";
import { changedParts } from "../../model/changes.ts";
import type { CommunityProfile } from "../../model/community.ts";
import { updateProfile } from "../../store/communities.write.ts";
import { communityIdField, profileFields } from "../fields.ts";
import { communityOf, requireSteward, type OnlyStewards, type SignInNeeded } from "../guards.ts";

type Refusal = OnlyStewards | SignInNeeded;

/** A steward changes what the community says of itself; saying the same again records nothing. */
export const changeProfile = defineCommand({
  name: "communities/change-profile",
  input: z.object({ communityId: communityIdField, ...profileFields }),
  chain: ({ communityId }) => communityId,
  authorise: (context, input): Promise<Refusal | undefined> => requireSteward(context, input),
  async run(context, { communityId, ...profile }): Promise<Result<{ readonly changed: readonly string[] }, Refusal>> {
    const { name, purpose, description, codeOfConduct, languages, zone, links, hue } = await communityOf(context, {
      communityId,
    });
    const before: CommunityProfile = { name, purpose, description, codeOfConduct, languages, zone, links, hue };
    const changed = changedParts(before, profile);
    if (changed.length === 0) return accepted({ changed });
    await updateProfile(context.db, communityId, profile);
    context.emit({ name: "community-profile-changed", version: 1, payload: { communityId, changed } });
    return accepted({ changed });
  },
});
