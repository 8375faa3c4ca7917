import { z } from "zod";
import { serverChain } from "../../../kernel/activity-log/event.ts";
import { accepted, type Result } from "../../../kernel/base/result.ts";
import { defineCommand, type CommandContext } from "../../../kernel/commands/command.ts";
import { jobOrigin, type JobDefinition } from "../../../kernel/jobs/job.ts";
import { bounds } from "../../model/elsewhere/bounds.ts";
import { dropPostsBefore } from "../../store/elsewhere/posts.write.ts";
import { dropSaidBefore } from "../../store/elsewhere/said.write.ts";

const tidyElsewhereJob = "accounts/tidy-elsewhere";
const MOST_AT_ONCE = 200;

/** Has everything that is heard and said today removed when it has been kept long enough; one job does it for all of a day. */
export async function removeInTime(context: CommandContext): Promise<void> {
  const today = context.now.toZonedDateTimeISO("UTC").startOfDay();
  await context.schedule({
    kind: tidyElsewhereJob,
    key: today.toPlainDate().toString(),
    due: today.add({ days: bounds.days }).toInstant(),
    payload: { before: today.add({ days: 1 }).toInstant().toString() },
  });
}

const input = z.object({ before: z.iso.datetime() });

/** Removes the oldest of what came from elsewhere and was said there before an instant; says whether that was all. */
const tidyElsewhere = defineCommand({
  name: "accounts/tidy-elsewhere",
  input,
  chain: () => serverChain,
  authorise: async (context) => (context.actor.kind === "clock" ? undefined : { kind: "not-allowed" as const }),
  async run(context, given): Promise<Result<{ readonly isDone: boolean }, { readonly kind: "not-allowed" }>> {
    const before = Temporal.Instant.from(given.before);
    const posts = await dropPostsBefore(context.db, before, MOST_AT_ONCE);
    const said = await dropSaidBefore(context.db, before, MOST_AT_ONCE);
    return accepted({ isDone: posts < MOST_AT_ONCE && said < MOST_AT_ONCE });
  },
});

/** The job that removes what was kept for half a year, a stretch at a time. */
export const tidyingElsewhere: JobDefinition = {
  kind: tidyElsewhereJob,
  async run(application, job) {
    const payload = input.parse(job.payload);
    const { from, key } = jobOrigin(job);
    for (let round = 0; ; round++) {
      const by = { actor: { kind: "clock" }, origin: { from, key: `${key}:${round}` } } as const;
      const result = await application.execute(tidyElsewhere, payload, by);
      if (!result.ok) throw new Error(`what came from elsewhere was not tidied: ${result.refusal.kind}`);
      if (result.value.isDone) return;
    }
  },
};
