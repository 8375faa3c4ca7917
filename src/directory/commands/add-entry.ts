import { z } from "zod";
import { accepted, refused, type Result } from "../../kernel/base/result.ts";
import { defineCommand } from "../../kernel/commands/command.ts";
import { serverChain } from "../../kernel/activity-log/event.ts";
import type { EntryId } from "../model/entry.ts";
import { hostFrom } from "../model/host.ts";
import { entryByDomain } from "../store/entries.read.ts";
import { insertEntry } from "../store/directory.write.ts";
import { keepLookAsked } from "../store/look-up/looks.write.ts";
import { mustBeSomebody, type DirectoryRefusal } from "./directory-guards.ts";
import { scheduleLook } from "./look-up/schedule-look.ts";
import { isOptedOut } from "./opt-outs.ts";
import { claimsSaid, saidFields } from "./said-fields.ts";
import { writeClaims } from "./write-claims.ts";

/**
 * Somebody adds a place by its host, with what they know of it and where that is written. An entry is not verified by being added: it is
 * listed, and says so. What its server says of itself is looked up in the next minutes.
 *
 * Refuses `not-a-host`, `opted-out` for a place that does not want to be listed, `entry-exists` with where it is, `source-needed`, and `sign-in-needed`.
 */
export const addEntry = defineCommand({
  name: "directory/add-entry",
  input: z.object({ domain: z.string().trim().min(1).max(260), ...saidFields }),
  chain: () => serverChain,
  authorise: mustBeSomebody,
  async run(context, { domain, ...said }): Promise<Result<{ readonly entryId: EntryId }, DirectoryRefusal>> {
    const host = hostFrom(domain);
    if (host === undefined) return refused({ kind: "not-a-host", field: "domain" });
    if (await isOptedOut(context, host)) return refused({ kind: "opted-out", field: "domain" });
    const known = await entryByDomain(context.db, host);
    if (known !== undefined)
      return refused({ kind: "entry-exists", field: "domain", name: known.name, entryId: known.id });
    const claims = claimsSaid(context, said, { besides: { name: host, kind: "instance" }, basis: "attested" });
    if (!claims.ok) return claims;
    const id = context.ids.next<"entry">();
    await insertEntry(context.db, { id, domain: host, name: host, at: context.now });
    await writeClaims(context, id, claims.value);
    await keepLookAsked(context.db, id, context.now);
    await scheduleLook(context, id, context.now);
    context.emit({ name: "directory-entry-added", version: 1, payload: { entryId: id } });
    return accepted({ entryId: id });
  },
});
