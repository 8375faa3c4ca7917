import { entryHash, genesisHash, payloadDigest } from "./chain.ts";
import type { Chain } from "./event.ts";
import type { LogEntryRow } from "./log.tables.ts";

/** One entry with what lies beside it; salt and payload are null where they were erased. */
export type EntryWithPayload = LogEntryRow & { readonly salt: string | null; readonly payload: string | null };

/** Where a chain ends: how many entries it has, and the hash of the last one. */
export interface ChainEnd {
  readonly sequence: number;
  readonly hash: string;
}

/** The end of a chain that has no entries. */
export const emptyChain: ChainEnd = { sequence: 0, hash: genesisHash };

/**
 * What is wrong with the first entry that is: it is not there; it holds another hash of its predecessor; it is not what its own hash
 * says; what lies beside it is not what its digest says; it comes after the end that was written down; it cannot be read at all.
 */
export type ChainFault = "missing" | "unlinked" | "changed" | "payload-changed" | "beyond-end" | "unreadable";

/** What a check of one chain found. `head` is worth writing down elsewhere: a later check must come by it. */
export type ChainVerdict =
  | {
      readonly isWhole: true;
      readonly chain: Chain;
      readonly entries: number;
      /** How many entries had their payload erased. */
      readonly erased: number;
      readonly head: string;
    }
  | { readonly isWhole: false; readonly chain: Chain; readonly sequence: number; readonly fault: ChainFault };

/** Follows a chain entry by entry, as they come, keeping nothing but its end. */
export interface ChainCheck {
  /** The next entry; a fault if it does not follow, and then the check is over. */
  follow(entry: EntryWithPayload): ChainFault | undefined;
  /** The verdict once all entries were followed, given the end that was written down. */
  close(written: ChainEnd): ChainVerdict;
  /** The sequence that the next entry must have. */
  next(): number;
}

/** Begins a check at the beginning of a chain, or of a part of it that follows `before`. */
export function checkChain(chain: Chain, before: ChainEnd = emptyChain): ChainCheck {
  let end = before;
  let erased = 0;
  return {
    next: () => end.sequence + 1,
    follow(entry) {
      const fault = faultOf(entry, chain, end);
      if (fault !== undefined) return fault;
      end = { sequence: entry.sequence, hash: entry.hash };
      if (entry.payload === null) erased += 1;
      return undefined;
    },
    close(written) {
      const { sequence, hash } = end;
      if (sequence < written.sequence) return { isWhole: false, chain, sequence: sequence + 1, fault: "missing" };
      if (sequence > written.sequence)
        return { isWhole: false, chain, sequence: written.sequence + 1, fault: "beyond-end" };
      if (hash !== written.hash) return { isWhole: false, chain, sequence, fault: "changed" };
      return { isWhole: true, chain, entries: sequence, erased, head: hash };
    },
  };
}

function faultOf(entry: EntryWithPayload, chain: Chain, before: ChainEnd): ChainFault | undefined {
  if (entry.sequence !== before.sequence + 1) return "missing";
  if (entry.previous_hash !== before.hash) return "unlinked";
  if (entry.chain !== chain || !isInstant(entry.at) || entryHash(entry) !== entry.hash) return "changed";
  if (entry.salt === null && entry.payload === null) return undefined;
  if (entry.salt === null || entry.payload === null) return "payload-changed";
  return payloadDigest(entry.salt, entry.payload) === entry.digest ? undefined : "payload-changed";
}

/** Whether a number of microseconds is within the range of instants (ECMAScript, Temporal: 10^8 days around the epoch). */
function isInstant(microseconds: number): boolean {
  return Number.isInteger(microseconds) && Math.abs(microseconds) <= 8.64e15;
}
