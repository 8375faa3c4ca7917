import type { CommandContext } from "../../../kernel/commands/command.ts";
import type { DescribedEntry } from "../../model/entry.ts";
import type { Look } from "../../model/look-up/look.ts";
import {
  accountVerdict,
  afterCheck,
  domainVerdict,
  type ContactNow,
  type Proof,
} from "../../model/verification/proofs.ts";
import { keepProof } from "../../store/verification/proofs.write.ts";

/** Judges the proofs of an entry by what was just seen, and keeps what became of them. An account that was only asked has to answer. */
export async function checkProofs(
  context: CommandContext,
  entry: DescribedEntry,
  seen: { readonly look: Look; readonly contact: ContactNow },
): Promise<readonly Proof[]> {
  const checked: Proof[] = [];
  for (const proof of entry.proofs) {
    if (proof.kind === "account" && proof.state === "asked") {
      checked.push(proof);
      continue;
    }
    const verdict = proof.kind === "domain" ? domainVerdict(proof, seen.look) : accountVerdict(proof, seen.contact);
    const after = afterCheck(proof, verdict, context.now);
    await keepProof(context.db, entry.id, after, "as-it-was");
    tellChange(context, entry, proof, after);
    checked.push(after);
  }
  return checked;
}

/** What the log says of a proof that was shown, or is no longer. */
export function tellChange(context: CommandContext, entry: { readonly id: string }, before: Proof, after: Proof): void {
  if (before.state === after.state) return;
  const about = { entryId: entry.id, kind: after.kind };
  if (after.state === "proved") context.emit({ name: "directory-place-verified", version: 1, payload: about });
  if (after.state !== "stale") return;
  const because = after.staleBecause ?? "gone";
  context.emit({ name: "directory-verification-stale", version: 1, payload: { ...about, because } });
}
