import { z } from "zod";
import { eraseFromLog, startOfLog } from "../../../kernel/activity-log/erase.ts";
import { serverChain } from "../../../kernel/activity-log/event.ts";
import { accepted, type Result } from "../../../kernel/base/result.ts";
import { defineCommand } from "../../../kernel/commands/command.ts";
import { dropExpiredForms } from "../../store/sessions.write.ts";
import { dropExpiredAttempts } from "../../store/sign-in.write.ts";
import { eraseTracesJob } from "./leave.ts";

const input = z.object({
  personId: z.string(),
  traces: z.array(z.string().min(1)),
  after: z.object({ chain: z.string(), sequence: z.number() }).nullable(),
});

/** What the job carries: whose traces, which they are, and how far the log was gone through. */
export type ErasingPayload = z.output<typeof input>;

type Refusal = { readonly kind: "not-allowed" };

/**
 * Erases the next stretch of the log of somebody who left, and has the rest done after it.
 *
 * @param writtenIn the events that hold what people wrote or are called; see `PersonalData`
 */
export function eraseTraces(writtenIn: readonly string[]) {
  return defineCommand({
    name: "accounts/erase-traces",
    input,
    chain: () => serverChain,
    authorise: async (context) => (context.actor.kind === "clock" ? undefined : { kind: "not-allowed" }),
    async run(context, { personId, traces, after }): Promise<Result<{ readonly isDone: boolean }, Refusal>> {
      // What they began and did not finish holds traces too, and is over by now.
      await dropExpiredAttempts(context.db, context.now);
      await dropExpiredForms(context.db, context.now);
      const next = await eraseFromLog(context.db, { personId, writtenIn, traces }, after ?? startOfLog);
      if (next === undefined) return accepted({ isDone: true });
      const payload = { personId, traces, after: next };
      await context.schedule({ kind: eraseTracesJob, key: personId, due: context.now, payload });
      return accepted({ isDone: false });
    },
  });
}
