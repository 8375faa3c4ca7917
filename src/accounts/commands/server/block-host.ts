import { z } from "zod";
import { serverChain } from "../../../kernel/activity-log/event.ts";
import { accepted, refused, type Result } from "../../../kernel/base/result.ts";
import { defineCommand } from "../../../kernel/commands/command.ts";
import { hostFrom, severities } from "../../model/blocked-host.ts";
import { dropBlockedHost, keepBlockedHost } from "../../store/server.write.ts";
import { onlyOperators, type OperatorsOnly } from "./only-operators.ts";
import { reason } from "./suspend-person.ts";

/** A host by its name or its address, as it is known in the network: lower case and punycode. */
const host = z.string().transform((typed, issue) => {
  const read = hostFrom(typed);
  if (read === undefined) issue.addIssue({ code: "custom", message: "not-a-host" });
  return read ?? "";
});

const blocked = z.object({ host, severity: z.enum(severities), reason });

/** Blocks a host and all below it, or changes how and why, for a recorded reason. */
export const blockHost = defineCommand({
  name: "accounts/block-host",
  input: blocked,
  chain: () => serverChain,
  authorise: onlyOperators,
  async run(context, { host, severity, reason }): Promise<Result<null, OperatorsOnly>> {
    await keepBlockedHost(context.db, { host, severity, reason }, context.now);
    context.emit({ name: "host-blocked", version: 1, payload: { host, severity, reason } });
    return accepted(null);
  },
});

/** Blocks the hosts of a list, each for the reason that stands there; those that are blocked already take over what it says. */
export const blockHosts = defineCommand({
  name: "accounts/block-hosts",
  input: z.object({ hosts: z.array(blocked).min(1).max(500) }),
  chain: () => serverChain,
  authorise: onlyOperators,
  async run(context, { hosts }): Promise<Result<{ readonly blocked: number }, OperatorsOnly>> {
    for (const entry of hosts) {
      await keepBlockedHost(context.db, entry, context.now);
      context.emit({ name: "host-blocked", version: 1, payload: entry });
    }
    return accepted({ blocked: hosts.length });
  },
});

/** Lifts the block of a host, for a recorded reason. Refuses `not-found`. */
export const unblockHost = defineCommand({
  name: "accounts/unblock-host",
  input: z.object({ host, reason }),
  chain: () => serverChain,
  authorise: onlyOperators,
  async run(context, { host, reason }): Promise<Result<null, OperatorsOnly | { readonly kind: "not-found" }>> {
    if (!(await dropBlockedHost(context.db, host))) return refused({ kind: "not-found" });
    context.emit({ name: "host-unblocked", version: 1, payload: { host, reason } });
    return accepted(null);
  },
});
