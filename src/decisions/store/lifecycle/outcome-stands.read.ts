import type { Database } from "../../../kernel/database/database.ts";
import { amendmentOf } from "../charter/charter.read.ts";
import type { Outcome } from "../proposals/outcomes.read.ts";
import { decisionOfProposal } from "../register/register.read.ts";

/** Whether something rests on the outcome of a proposal: somebody stated it, the register holds it, or it changed the charter. */
export async function outcomeStands(db: Database, proposalId: string, outcome: Outcome | undefined): Promise<boolean> {
  if (outcome === undefined) return false;
  if (outcome.statement !== "") return true;
  if ((await amendmentOf(db, proposalId))?.ended === "in-force") return true;
  return (await decisionOfProposal(db, proposalId)) !== undefined;
}
