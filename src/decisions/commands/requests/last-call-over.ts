import { z } from "zod";
import { accepted, refused, type Result } from "../../../kernel/base/result.ts";
import { defineCommand } from "../../../kernel/commands/command.ts";
import { jobOrigin, type JobDefinition } from "../../../kernel/jobs/job.ts";
import { lastCallJob } from "./last-call-job.ts";
import { aboutRequest, requestOf } from "./request-standing.ts";

type NotNow = { readonly kind: "not-found" };

/** Tells that a last call is over: it is now for its author to make it final or to go on. */
const lastCallOver = defineCommand({
  name: "decisions/last-call-over",
  input: z.object(aboutRequest),
  chain: (input) => input.communityId,
  authorise: async (context): Promise<NotNow | undefined> =>
    context.actor.kind === "clock" ? undefined : { kind: "not-found" },
  async run(context, input): Promise<Result<Record<string, never>, NotNow>> {
    const request = await requestOf(context, input);
    if (request?.state !== "last-call") return refused({ kind: "not-found" });
    context.emit({
      name: "request-last-call-over",
      version: 1,
      payload: { thread: request.threadId, request: request.id },
    });
    return accepted({});
  },
});

const about = z.object(aboutRequest);

/** What the clock does for requests for comments. */
export const requestJobs: readonly JobDefinition[] = [
  {
    kind: lastCallJob,
    run: async (application, job) => {
      const by = { actor: { kind: "clock" }, origin: jobOrigin(job) } as const;
      await application.execute(lastCallOver, about.parse(job.payload), by);
    },
  },
];
