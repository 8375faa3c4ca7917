import type { CommandContext } from "../../../kernel/commands/command.ts";
import type { Charter } from "../../model/charter/charter.ts";
import { amendmentOf } from "../../store/charter/charter.read.ts";
import { writeAmendment, writeConsentAmendment } from "../../store/charter/charter.write.ts";
import { versionOf } from "../../store/consent/consents.read.ts";
import { writeVersion } from "../../store/consent/consents.write.ts";
import { versionHash } from "../consent/version-hash.ts";

/** A process, and the community whose charter it amends. */
interface AmendingProcess {
  readonly id: string;
  readonly communityId: string;
}

/** An amendment, and the version of the charter against which it is written. */
export interface WrittenAmendment extends Charter {
  readonly baseVersion: number;
}

/** Binds an amendment to a version of a process that was just written: whoever consents to the version consents to it, and its hash covers both. */
export async function bindAmendment(
  context: CommandContext,
  process: AmendingProcess,
  version: number,
  amendment: WrittenAmendment,
): Promise<void> {
  const { db } = context;
  const written = await versionOf(db, process.id, version);
  if (written === undefined) throw new Error(`the consent process ${process.id} has no version ${version}`);
  const { opening, matters, baseVersion } = amendment;
  await writeConsentAmendment(db, process.id, version, amendment);
  await writeAmendment(db, {
    opening,
    matters,
    baseVersion,
    proposalId: process.id,
    communityId: process.communityId,
  });
  const hash = versionHash(process.id, version, written, { opening, matters });
  await writeVersion(db, process.id, { ...written, hash });
}

/** A version whose words alone were written anew amends the charter as the one before; nothing for a process that amends none. */
export async function keepAmendment(context: CommandContext, process: AmendingProcess, version: number): Promise<void> {
  const amendment = await amendmentOf(context.db, process.id);
  if (amendment !== undefined) await bindAmendment(context, process, version, amendment);
}
