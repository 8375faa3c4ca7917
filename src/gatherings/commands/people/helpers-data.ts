import type { CommandContext } from "../../../kernel/commands/command.ts";
import type { Database } from "../../../kernel/database/database.ts";
import type { PersonalRecord } from "../../../kernel/personal-data.ts";
import { commitmentsNaming } from "../../store/commitments/commitments.read.ts";
import {
  carryCommitments,
  deleteCommitment,
  eraseWords,
  updateCommitment,
} from "../../store/commitments/commitments.write.ts";
import { rolePartOf, rolePartsOfPerson } from "../../store/roles/roles.read.ts";
import { carryRolePart, deleteRolePart } from "../../store/roles/roles.write.ts";
import { gatheringById } from "../../store/gatherings.read.ts";
import { askAfterJob, forgetUnmadeJob } from "../commitments/commitment-jobs.ts";
import { areOpen } from "../roles/role-parts.ts";

/** What a person promised, asked of others and took on, for them to take along. */
export async function keptOfHelper(
  read: Database,
  personId: string,
): Promise<Readonly<Record<string, readonly PersonalRecord[]>>> {
  const parts = await rolePartsOfPerson(read, personId);
  const commitments = await commitmentsNaming(read, personId);
  return {
    roles: parts.map(({ gatheringId, role, state, changedAt }) => ({
      gathering: gatheringId,
      role,
      state,
      since: changedAt.toString(),
    })),
    commitments: commitments.map(({ gatheringId, what, state, due, ownerId, proposerId, proposedAt }) => ({
      gathering: gatheringId,
      what,
      state,
      due: due.toString(),
      isOwn: ownerId === personId,
      proposedByMe: proposerId === personId,
      proposed: proposedAt.toString(),
    })),
  };
}

/**
 * Somebody left for good: their roles at gatherings to come are free, what they promised is dropped, what nobody took on is gone, and so are
 * the words they wrote themselves. That a role was held at a past gathering stays counted.
 */
export async function forgetHelper(context: CommandContext, personId: string): Promise<void> {
  for (const part of await rolePartsOfPerson(context.db, personId)) {
    const gathering = await gatheringById(context.db, part.gatheringId);
    const isPast = gathering !== undefined && !areOpen(gathering);
    if (part.state !== "held" || !isPast) await deleteRolePart(context.db, part.id);
  }
  for (const commitment of await commitmentsNaming(context.db, personId)) {
    const { id, ownerId, proposerId, state } = commitment;
    if (state === "proposed" || state === "declined") {
      await deleteCommitment(context.db, id);
      await context.unschedule(forgetUnmadeJob, id);
    } else if (ownerId === personId) {
      if (state === "accepted")
        await updateCommitment(context.db, id, { ...commitment, state: "dropped" }, context.now);
      if (proposerId === personId) await eraseWords(context.db, id);
      await context.unschedule(askAfterJob, id);
    }
  }
}

/** Two turned out to be one: each role stands once, held if either held it. */
export async function carryHelper(context: CommandContext, kept: string, joined: string): Promise<void> {
  for (const part of await rolePartsOfPerson(context.db, joined)) {
    const other = await rolePartOf(context.db, part.gatheringId, part.role, kept);
    if (other !== undefined && (other.state === "held" || part.state !== "held")) {
      await deleteRolePart(context.db, part.id);
      continue;
    }
    if (other !== undefined) await deleteRolePart(context.db, other.id);
    await carryRolePart(context.db, part.id, kept);
  }
  await carryCommitments(context.db, joined, kept);
}
