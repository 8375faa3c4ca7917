import { z } from "zod";
import type { Database } from "../database/database.ts";
import { entriesOf, verifyEntries, type ChainVerdict, type WholeEntry } from "./verify.ts";

const line = z.object({
  chain: z.string(),
  sequence: z.number(),
  at: z.number(),
  actor: z.string(),
  command: z.string(),
  event: z.string(),
  version: z.number(),
  digest: z.string(),
  previous_hash: z.string(),
  hash: z.string(),
  salt: z.string().nullable(),
  payload: z.string().nullable(),
});

/** The lines are no export of a chain. */
export class NotAnExport extends Error {
  constructor(sequence: number) {
    super(`Line ${sequence} is no entry of an exported chain.`);
    this.name = "NotAnExport";
  }
}

/** A chain as lines of JSON, one entry each, which anybody can check without this server; see {@link verifyExport}. */
export async function* exportChain(read: Database, chain: string): AsyncGenerator<string> {
  for await (const entry of entriesOf(read, chain)) yield JSON.stringify(entry);
}

/**
 * Checks an exported chain: that nothing in it was changed, left out or put in between. That its end was not cut off, only the
 * server can tell, or whoever kept the last hash.
 *
 * @throws NotAnExport
 */
export async function verifyExport(lines: AsyncIterable<string>): Promise<ChainVerdict> {
  return verifyEntries(readEntries(lines));
}

async function* readEntries(lines: AsyncIterable<string>): AsyncGenerator<WholeEntry> {
  let number = 0;
  for await (const text of lines) {
    number += 1;
    const parsed = line.safeParse(parseOrUndefined(text));
    if (!parsed.success) throw new NotAnExport(number);
    yield parsed.data;
  }
}

function parseOrUndefined(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
