import { z } from "zod";
import { circlesOf } from "../../../circles/index.ts";
import { accepted, refused, type Result } from "../../../kernel/base/result.ts";
import { defineCommand } from "../../../kernel/commands/command.ts";
import { isSameCharter } from "../../model/charter/charter.ts";
import { integrationOptions } from "../../model/consent/objections.ts";
import { amendmentOf, charterOf } from "../../store/charter/charter.read.ts";
import { versionOf } from "../../store/consent/consents.read.ts";
import { aboutConsent, wordsInput } from "../consent/consent-inputs.ts";
import { actingIn, consentOf, mayEditDraft } from "../consent/consent-standing.ts";
import { mayWriteVersion, writeNextVersion, type VersionRefusal } from "../consent/next-version.ts";
import { bindAmendment } from "./bind-amendment.ts";
import { charterInput, readCharter, type CharterRefusal } from "./read-charter.ts";

/** This process amends no charter, or nothing in it would be changed. */
type WrittenRefusal =
  | VersionRefusal
  | CharterRefusal
  | { readonly kind: "no-charter" }
  | { readonly kind: "charter-unchanged" };

/**
 * Writes anew what a process would make of the charter: in a draft, after the reactions, or to integrate what was objected. It is a version
 * as any other, against the charter as it is now, with the words of the one before.
 *
 * Refuses `not-found` for a process that amends no charter, `charter-unchanged`, and what reading a charter and writing a version refuse.
 */
export const writeAmendmentVersion = defineCommand({
  name: "decisions/write-amendment-version",
  input: z.object({
    ...aboutConsent,
    integration: z.enum(integrationOptions).default("amend"),
    note: wordsInput,
    ...charterInput,
  }),
  chain: (input) => input.communityId,
  async authorise(context, input) {
    const isDraft = (await consentOf(context, input))?.state === "draft";
    return isDraft ? mayEditDraft(context, input) : mayWriteVersion(context, input);
  },
  async run(context, input): Promise<Result<{ readonly version: number }, WrittenRefusal>> {
    const acting = await actingIn(context, input, ["draft", "amend", "integrate"]);
    if (!acting.ok) return acting;
    const { consent } = acting.value;
    const inForce = await charterOf(context.db, consent.communityId);
    const present = await versionOf(context.db, consent.id, consent.version);
    if ((await amendmentOf(context.db, consent.id)) === undefined || present === undefined) {
      return refused({ kind: "not-found" });
    }
    if (inForce === undefined) return refused({ kind: "no-charter" });
    const read = readCharter(context, input, inForce, await circlesOf(context.db, consent.communityId));
    if (!read.ok) return read;
    if (isSameCharter(inForce, read.value)) return refused({ kind: "charter-unchanged" });
    const amendment = { ...read.value, baseVersion: inForce.version };
    if (consent.state === "draft") {
      await bindAmendment(context, consent, consent.version, amendment);
      return accepted({ version: consent.version });
    }
    return writeNextVersion(
      context,
      acting.value,
      { ...present, integration: input.integration, note: input.note },
      amendment,
    );
  },
});
