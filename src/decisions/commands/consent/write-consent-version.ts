import { z } from "zod";
import type { Result } from "../../../kernel/base/result.ts";
import { defineCommand } from "../../../kernel/commands/command.ts";
import { integrationOptions } from "../../model/consent/objections.ts";
import { aboutConsent, contentInput, wordsInput } from "./consent-inputs.ts";
import { actingIn } from "./consent-standing.ts";
import { mayWriteVersion, writeNextVersion, type VersionRefusal } from "./next-version.ts";

/**
 * Writes a new version: after the reactions, or to integrate what was objected. The author and those who facilitate may; while objections
 * are integrated, so may whoever objected.
 *
 * Refuses as {@link writeNextVersion} and {@link actingIn} do.
 */
export const writeConsentVersion = defineCommand({
  name: "decisions/write-consent-version",
  input: z.object({
    ...aboutConsent,
    ...contentInput,
    integration: z.enum(integrationOptions).default("amend"),
    note: wordsInput,
  }),
  chain: (input) => input.communityId,
  authorise: mayWriteVersion,
  async run(context, input): Promise<Result<{ readonly version: number }, VersionRefusal>> {
    const acting = await actingIn(context, input, ["amend", "integrate"]);
    return acting.ok ? writeNextVersion(context, acting.value, input) : acting;
  },
});
