import { personByActor } from "../../../accounts/index.ts";
import type { CommandContext } from "../../../kernel/commands/command.ts";
import type { DescribedEntry } from "../../model/entry.ts";

/** Whether whoever acts is the account that answered for this place, and the answer still stands: what they say, the place says of itself. */
export async function speaksFor(
  { db, actor }: Pick<CommandContext, "db" | "actor">,
  entry: DescribedEntry,
): Promise<boolean> {
  const proof = entry.proofs.find(({ kind, state }) => kind === "account" && state === "proved");
  if (actor.kind !== "person" || proof?.account === undefined) return false;
  return (await personByActor(db, proof.account.uri)) === actor.personId;
}
