import type { CommandContext } from "../../../kernel/commands/command.ts";
import { amended } from "../../model/charter/charter.ts";
import { amendmentOf, charterOf, charterVersion, type AmendmentEnd } from "../../store/charter/charter.read.ts";
import { endAmendment, insertCharterVersion } from "../../store/charter/charter.write.ts";
import type { Consent } from "../../store/consent/consents.read.ts";
import type { Proposal } from "../../store/proposals/proposals.read.ts";
import { charterHash } from "./charter-hash.ts";

/**
 * What the end of a proposal or of a consent process makes of the charter: where it was to amend it and carries, the next version is in force at once, with
 * this decision as its ground, from when the proposal ended, however late that is carried out. A charter that changed meanwhile takes what this amendment changes, unless both changed the same part.
 */
export async function takeEffect(
  context: CommandContext,
  proposal: Pick<Proposal, "id" | "communityId" | "authorId"> | Pick<Consent, "id" | "communityId" | "authorId">,
  { verdict, endedAt }: { readonly verdict: string; readonly endedAt: Temporal.Instant },
): Promise<AmendmentEnd | undefined> {
  const { db } = context;
  const amendment = await amendmentOf(db, proposal.id);
  if (amendment === undefined || amendment.ended !== undefined) return undefined;
  if (verdict !== "carried") {
    await endAmendment(db, proposal.id, "not-carried");
    return "not-carried";
  }
  const { communityId } = proposal;
  const inForce = await charterOf(db, communityId);
  const base = await charterVersion(db, communityId, amendment.baseVersion);
  if (inForce === undefined || base === undefined) throw new Error(`amendment ${proposal.id} has no charter to amend`);
  const charter = amended(base, amendment, inForce);
  if (charter === undefined) {
    await endAmendment(db, proposal.id, "overtaken");
    context.emit({ name: "charter-amendment-overtaken", version: 1, payload: { proposal: proposal.id } });
    return "overtaken";
  }
  const version = inForce.version + 1;
  const hash = charterHash(communityId, version, charter);
  const origin = { proposalId: proposal.id, writtenBy: proposal.authorId, inForceAt: endedAt };
  await insertCharterVersion(db, { ...charter, communityId, version, hash, ...origin });
  await endAmendment(db, proposal.id, "in-force");
  context.emit({ name: "charter-amended", version: 1, payload: { version, proposal: proposal.id, hash } });
  return "in-force";
}
