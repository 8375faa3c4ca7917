import { z } from "zod";
import { serverChain } from "../../kernel/activity-log/event.ts";
import { accepted, refused, type Result } from "../../kernel/base/result.ts";
import { defineCommand } from "../../kernel/commands/command.ts";
import { entryById } from "../store/entries.read.ts";
import { mustBeSomebody, type DirectoryRefusal } from "./directory-guards.ts";
import { claimsSaid, saidFields } from "./said-fields.ts";
import { speaksFor } from "./verification/speaks-for.ts";
import { writeClaims } from "./write-claims.ts";

/**
 * Somebody says what they know of a place, field by field, and where that is written. It stands beside what others say; what the same person
 * said before of these fields has ended. The account that answered for the place speaks as the place itself, and needs no other source.
 *
 * Refuses `not-found`, `nothing-filled-in`, `source-needed`, and `sign-in-needed`.
 */
export const sayOfEntry = defineCommand({
  name: "directory/say-of-entry",
  input: z.object({ entryId: z.string().min(1).max(64), ...saidFields }),
  chain: () => serverChain,
  authorise: mustBeSomebody,
  async run(context, { entryId, ...said }): Promise<Result<{ readonly fields: number }, DirectoryRefusal>> {
    const entry = await entryById(context.db, entryId);
    if (entry === undefined) return refused({ kind: "not-found" });
    const basis = (await speaksFor(context, entry)) ? ("self-declared" as const) : ("attested" as const);
    const claims = claimsSaid(context, said, { besides: {}, basis });
    if (!claims.ok) return claims;
    if (claims.value.length === 0) return refused({ kind: "nothing-filled-in" });
    await writeClaims(context, entry.id, claims.value);
    const fields = claims.value.map(({ field }) => field);
    context.emit({ name: "directory-entry-described", version: 1, payload: { entryId: entry.id, fields } });
    return accepted({ fields: fields.length });
  },
});
