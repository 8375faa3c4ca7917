import { accepted, type AnyRefusal, type Result } from "../../../kernel/base/result.ts";
import type { CommandContext, InvalidInput } from "../../../kernel/commands/command.ts";
import { charterMatter } from "../../model/charter/charter.ts";
import { draftConsent, type DraftRefusal } from "../consent/draft-consent.ts";
import { submitConsent, type SubmitRefusal } from "../consent/submit-consent.ts";
import { bindAmendment, type WrittenAmendment } from "./bind-amendment.ts";

export type ConsentOfAmendmentRefusal = DraftRefusal | SubmitRefusal | InvalidInput;

/** What is said of an amendment besides the charter: its title, why, and when it is looked at again. */
interface AmendmentSaid {
  readonly communityId: string;
  readonly threadId: string;
  readonly title: string;
  readonly text: string;
  readonly zone: string;
  readonly termMonths: number;
}

/**
 * Asks a circle for its consent to an amendment, under the rule that the charter has for itself: a process that is submitted at once.
 * Refuses what drafting and submitting do.
 */
export async function askForAmendment(
  context: CommandContext,
  said: AmendmentSaid,
  amendment: WrittenAmendment,
): Promise<Result<{ readonly consentId: string }, ConsentOfAmendmentRefusal & AnyRefusal>> {
  const { communityId } = said;
  const drafted = await context.execute(draftConsent, { ...said, matter: charterMatter });
  if (!drafted.ok) return drafted;
  const { consentId } = drafted.value;
  await bindAmendment(context, { id: consentId, communityId }, 1, amendment);
  const payload = { proposal: consentId, base: amendment.baseVersion };
  context.emit({ name: "charter-amendment-proposed", version: 1, payload });
  const submitted = await context.execute(submitConsent, { communityId, consentId });
  return submitted.ok ? accepted({ consentId }) : submitted;
}
