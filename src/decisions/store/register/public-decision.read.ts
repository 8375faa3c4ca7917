import type { Database } from "../../../kernel/database/database.ts";
import type { DecisionState } from "../../model/consent/review.ts";
import { decisionById } from "../consent/adopted.read.ts";

/** What everybody may know of a decision in a register: what it is called, whose it is, and whether it holds. */
export interface PublicDecision {
  readonly title: string;
  readonly communityId: string;
  readonly isInForce: boolean;
}

/** States in which a decision holds; one that is due for review does until the review ends it. */
const holding: readonly DecisionState[] = ["in-force", "review-due", "overdue", "amended"];

/** The decision with this id, if everybody may read it. */
export async function publicDecision(db: Database, id: string): Promise<PublicDecision | undefined> {
  const decision = await decisionById(db, id);
  if (decision?.audience !== "everyone") return undefined;
  const { title, communityId, state } = decision;
  return { title, communityId, isInForce: holding.includes(state) };
}
