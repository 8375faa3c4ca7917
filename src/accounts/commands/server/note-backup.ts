import { z } from "zod";
import { serverChain } from "../../../kernel/activity-log/event.ts";
import { accepted, type Result } from "../../../kernel/base/result.ts";
import { defineCommand } from "../../../kernel/commands/command.ts";
import { backupKinds } from "../../model/backup.ts";
import { keepBackup } from "../../store/server.write.ts";

/** Notes that a backup was made by the command line, or tried by the clock, and whether all records came through. */
export const noteBackup = defineCommand({
  name: "accounts/note-backup",
  input: z.object({ kind: z.enum(backupKinds), isGood: z.boolean() }),
  chain: () => serverChain,
  authorise: async ({ actor: { kind } }) =>
    kind === "server" || kind === "clock" ? undefined : { kind: "not-allowed" as const },
  async run(context, { kind, isGood }): Promise<Result<null, { readonly kind: "not-allowed" }>> {
    await keepBackup(context.db, kind, isGood, context.now);
    context.emit({ name: `backup-${kind}`, version: 1, payload: { isGood } });
    return accepted(null);
  },
});
