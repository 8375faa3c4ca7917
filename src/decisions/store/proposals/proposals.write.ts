import { microsecondsFromInstant } from "../../../kernel/base/time.ts";
import type { Database } from "../../../kernel/database/database.ts";
import type { Proposal } from "./proposals.read.ts";
import { proposalTables } from "./proposals.tables.ts";

/** A new proposal, open. */
export async function insertProposal(db: Database, proposal: Omit<Proposal, "state" | "closedAt">): Promise<void> {
  await proposalTables(db)
    .insertInto("proposals")
    .values({
      id: proposal.id,
      community_id: proposal.communityId,
      thread_id: proposal.threadId,
      author_id: proposal.authorId,
      title: proposal.title,
      text: proposal.text,
      method: proposal.method,
      method_version: proposal.methodVersion,
      options: JSON.stringify(proposal.options),
      settings: JSON.stringify(proposal.settings),
      secrecy: proposal.secrecy,
      shows_count: proposal.showsCount,
      reasons: proposal.reasons,
      quorum_percent: proposal.quorumPercent,
      zone: proposal.zone,
      eligible: proposal.eligible,
      state: "open",
      opened_at: microsecondsFromInstant(proposal.openedAt),
      closes_at: microsecondsFromInstant(proposal.closesAt),
      closed_at: null,
    })
    .execute();
}

/** Writes who may answer a proposal, and why; at most some thousand at a time. */
export async function insertElectors(
  db: Database,
  proposalId: string,
  electors: readonly { readonly personId: string; readonly why: string }[],
): Promise<void> {
  if (electors.length === 0) return;
  await proposalTables(db)
    .insertInto("proposal_electors")
    .values(electors.map(({ personId, why }) => ({ proposal_id: proposalId, person_id: personId, why })))
    .execute();
}

/** How a proposal ended, and when. */
export async function endProposal(
  db: Database,
  proposalId: string,
  state: "closed" | "withdrawn",
  at: Temporal.Instant,
): Promise<void> {
  await proposalTables(db)
    .updateTable("proposals")
    .set({ state, closed_at: microsecondsFromInstant(at) })
    .where("id", "=", proposalId)
    .execute();
}
