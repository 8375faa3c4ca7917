import type { Database } from "../../../kernel/database/database.ts";
import {
  amendmentOf,
  bylawsOfProposal,
  charterVersion,
  type CharterAmendment,
  type CharterVersion,
  type ProposalBylaws,
} from "../../store/charter/charter.read.ts";

/** What a proposal or a consent process has to do with rules and with the charter. */
export interface CharterPart {
  readonly bylaws: ProposalBylaws | undefined;
  readonly amendment: CharterAmendment | undefined;
  /** The version against which the amendment was written. */
  readonly base: CharterVersion | undefined;
}

export async function readCharterPart(
  read: Database,
  proposal: { readonly id: string; readonly communityId: string },
): Promise<CharterPart> {
  const bylaws = await bylawsOfProposal(read, proposal.id);
  const amendment = bylaws === undefined ? undefined : await amendmentOf(read, proposal.id);
  const base =
    amendment === undefined ? undefined : await charterVersion(read, proposal.communityId, amendment.baseVersion);
  return { bylaws, amendment, base };
}
