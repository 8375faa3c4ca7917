import { z } from "zod";
import type { Application } from "../../../kernel/application.ts";
import { accepted, refused, type Result } from "../../../kernel/base/result.ts";
import { defineCommand } from "../../../kernel/commands/command.ts";
import type { DueJob, JobDefinition } from "../../../kernel/jobs/job.ts";
import { drawOpinions, type OpinionDrawing } from "../../model/opinions/drawing.ts";
import { answersOf, statementsOf } from "../../store/opinions/opinions.read.ts";
import { writeDrawing } from "../../store/opinions/opinions.write.ts";
import { threadOf, type StandingRefusal } from "../standing.ts";
import { drawOpinionsJob } from "./drawing-job.ts";

const about = z.object({ communityId: z.string(), threadId: z.string() });

/** Draws the map of a thread and keeps it. It is drawn outside the command that keeps it, which would hold all others up meanwhile. */
export const opinionJob: JobDefinition = { kind: drawOpinionsJob, run: drawAndKeep };

async function drawAndKeep(application: Application, job: DueJob): Promise<void> {
  const { communityId, threadId } = about.parse(job.payload);
  const statements = await statementsOf(application.read, threadId);
  const worded = statements.filter(({ text }) => text !== "");
  const drawing = drawOpinions(worded, await answersOf(application.read, threadId));
  // Each drawing is an act of its own: an answer that came in while one was drawn may ask for the next at the same instant.
  const origin = { from: "clock", key: `${job.kind}:${application.ids.next()}` } as const;
  const actor = { kind: "clock" } as const;
  await application.execute(keepDrawing, { communityId, threadId, drawing }, { actor, origin });
}

/** Keeps the map of a thread as the clock drew it. Refuses `not-found`, to everybody else as well. */
const keepDrawing = defineCommand({
  name: "decisions/keep-drawing",
  input: about.extend({ drawing: z.custom<OpinionDrawing>((value) => typeof value === "object" && value !== null) }),
  chain: (input) => input.communityId,
  authorise: async (context): Promise<StandingRefusal | undefined> =>
    context.actor.kind === "clock" ? undefined : { kind: "not-found" },
  async run(context, input): Promise<Result<Record<string, never>, StandingRefusal>> {
    const thread = await threadOf(context, input);
    if (thread === undefined) return refused({ kind: "not-found" });
    await writeDrawing(context.db, thread.id, input.drawing, context.now);
    return accepted({});
  },
});
