import { publicDecision } from "../../../decisions/index.ts";
import { isMember } from "../../../communities/index.ts";
import type { Database } from "../../../kernel/database/database.ts";

/** A decision of a community here, by its address: `https://gather.example/decisions/0190…` is `0190…` on gather.example. */
export function decisionIdIn(address: string, origin: URL): string | undefined {
  const url = URL.parse(address);
  if (url?.origin !== origin.origin) return undefined;
  return /^\/decisions\/([0-9a-f-]{36})$/.exec(url.pathname)?.[1];
}

/** Whether a decision of our own register is in force and can be read by everybody. */
export async function isInForce(db: Database, decisionId: string): Promise<boolean> {
  return (await publicDecision(db, decisionId))?.isInForce ?? false;
}

/** Whether somebody may name a decision of our own register as their place's: it is public, in force, and of a community they belong to. */
export async function mayName(db: Database, decisionId: string, personId: string): Promise<boolean> {
  const decision = await publicDecision(db, decisionId);
  return decision?.isInForce === true && (await isMember(db, decision.communityId, personId));
}
