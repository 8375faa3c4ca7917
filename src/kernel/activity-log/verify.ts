import type { Database } from "../database/database.ts";
import { chainEnd, chainsOf, entriesOf, lastSequence, strayPayload } from "./chain.read.ts";
import { checkChain, type ChainVerdict } from "./chain-check.ts";
import type { Chain } from "./event.ts";

/**
 * Checks one chain from its beginning to its end: that every entry follows from the one before, is what its hash says, and that what
 * lies beside it is what its digest says; payloads that were erased are counted. Says which entry is the first that is not right.
 *
 * Whoever can write to the database could rewrite a chain from some entry to its end; so heads are to be published, and compared.
 */
export async function verifyChain(read: Database, chain: Chain): Promise<ChainVerdict> {
  // In this order: while the chain grows, its end is never before an entry that was already there.
  const last = await lastSequence(read, chain);
  const end = await chainEnd(read, chain);
  const check = checkChain(chain);
  for await (const entry of entriesOf(read, chain, end.sequence)) {
    const fault = check.follow(entry);
    if (fault !== undefined) return { isWhole: false, chain, sequence: check.next(), fault };
  }
  const verdict = check.close(end);
  if (!verdict.isWhole) return verdict;
  if (last > end.sequence) return { isWhole: false, chain, sequence: end.sequence + 1, fault: "beyond-end" };
  const stray = await strayPayload(read, chain);
  return stray === undefined ? verdict : { isWhole: false, chain, sequence: stray, fault: "payload-changed" };
}

/** Checks every chain, one after the other. */
export async function* verifyLog(read: Database): AsyncGenerator<ChainVerdict> {
  for await (const chain of chainsOf(read)) yield await verifyChain(read, chain);
}
