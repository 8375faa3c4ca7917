import type { AnyRefusal } from "../../../kernel/base/result.ts";
import type { CommandContext } from "../../../kernel/commands/command.ts";
import type { DescribedEntry } from "../../model/entry.ts";
import { footingOf, type Footing } from "../../model/ladder/evidence.ts";
import { entryById } from "../../store/entries.read.ts";
import { speaksFor } from "../verification/speaks-for.ts";

/** What cannot be shown, and whose it is not to show. */
export interface LadderRefusal extends AnyRefusal {
  readonly kind:
    | "sign-in-needed"
    | "not-found"
    | "only-who-speaks"
    | "term-past"
    | "term-too-long"
    | "decision-not-public"
    | "shown-enough"
    | "shown-already"
    | "vouch-for-itself"
    | "not-a-verified-place"
    | "vouched-enough";
}

/** A place with the account that speaks for it, and who has that account. */
export interface Spoken {
  readonly entry: DescribedEntry;
  readonly footing: Footing;
  readonly personId: string;
}

/** The place for which whoever acts speaks, at its second level. */
export async function spokenPlace(
  context: Pick<CommandContext, "db" | "actor">,
  entryId: string,
): Promise<Spoken | "not-found" | "only-who-speaks"> {
  const entry = await entryById(context.db, entryId);
  if (entry === undefined) return "not-found";
  const footing = footingOf(entry.proofs);
  const { actor } = context;
  if (footing === undefined || actor.kind !== "person" || !(await speaksFor(context, entry))) return "only-who-speaks";
  return { entry, footing, personId: actor.personId };
}
