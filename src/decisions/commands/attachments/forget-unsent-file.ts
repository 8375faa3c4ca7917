import { z } from "zod";
import { accepted } from "../../../kernel/base/result.ts";
import { defineCommand } from "../../../kernel/commands/command.ts";
import { jobOrigin, type JobDefinition } from "../../../kernel/jobs/job.ts";
import { attachmentById } from "../../store/attachments/attachments.read.ts";
import { communityInput, idInput } from "../inputs.ts";
import { forgetUnsentJob } from "./bring-file.ts";
import { letGoOfAttachments } from "./let-go.ts";

const input = z.object({ communityId: communityInput, attachmentId: idInput });

/** Forgets a file that was brought and never sent with a post; the clock does. One that was sent stays. */
const forgetUnsentFile = defineCommand({
  name: "decisions/forget-unsent-file",
  input,
  chain: ({ communityId }) => communityId,
  authorise: async (context) => (context.actor.kind === "clock" ? undefined : { kind: "not-found" as const }),
  async run(context, { attachmentId }) {
    const file = await attachmentById(context.db, attachmentId);
    if (file !== undefined && file.postId === undefined) await letGoOfAttachments(context.db, [file]);
    return accepted({ attachmentId });
  },
});

/** Files that nobody sent go after a day. */
export const unsentFileJob: JobDefinition = {
  kind: forgetUnsentJob,
  async run(application, job) {
    const by = { actor: { kind: "clock" }, origin: jobOrigin(job) } as const;
    await application.execute(forgetUnsentFile, input.parse(job.payload), by);
  },
};
