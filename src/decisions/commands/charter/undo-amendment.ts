import type { CommandContext } from "../../../kernel/commands/command.ts";
import { amended } from "../../model/charter/charter.ts";
import { charterMadeBy, charterOf, charterVersion } from "../../store/charter/charter.read.ts";
import { endAmendment, insertCharterVersion } from "../../store/charter/charter.write.ts";
import type { Consent } from "../../store/consent/consents.read.ts";
import { charterHash } from "./charter-hash.ts";

/**
 * An amendment that its circle ends at the review is undone: each part that it changed reads again as before, in a version of its own.
 * What a later amendment has changed since stays as that left it. Nothing for a process that amended no charter.
 */
export async function undoAmendment(context: CommandContext, consent: Consent): Promise<void> {
  const { db, now } = context;
  const { communityId } = consent;
  const made = await charterMadeBy(db, communityId, consent.id);
  const before = made === undefined ? undefined : await charterVersion(db, communityId, made.version - 1);
  const inForce = await charterOf(db, communityId);
  if (made === undefined || before === undefined || inForce === undefined) return;
  const charter = amended(made, before, inForce);
  if (charter === undefined) {
    context.emit({ name: "charter-amendment-overtaken", version: 1, payload: { proposal: consent.id } });
    return;
  }
  const version = inForce.version + 1;
  const hash = charterHash(communityId, version, charter);
  const origin = { proposalId: consent.id, writtenBy: consent.authorId, inForceAt: now };
  await insertCharterVersion(db, { ...charter, communityId, version, hash, ...origin });
  await endAmendment(db, consent.id, "undone");
  context.emit({ name: "charter-amended", version: 1, payload: { version, proposal: consent.id, hash } });
}
