import type { Database } from "../../../kernel/database/database.ts";
import { changesOf } from "../../store/lifecycle/lives.read.ts";
import type { Proposal } from "../../store/proposals/proposals.read.ts";

/**
 * When what asks for answers was last changed in words: its closing time is one of them. Undefined while it stands as it was sent. A newer
 * count is no change, and must not look like one, since servers tell everybody of an edit.
 */
export async function changedAt(read: Database, proposal: Proposal): Promise<Temporal.Instant | undefined> {
  const changes = await changesOf(read, proposal.id);
  return changes.findLast(({ kind }) => kind !== "closed-early")?.at;
}
