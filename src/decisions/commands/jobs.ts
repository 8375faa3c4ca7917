import { z } from "zod";
import { jobOrigin, type JobDefinition } from "../../kernel/jobs/job.ts";
import { closeProposal } from "./proposals/close-proposal.ts";
import { closeProposalJob } from "./proposals/closing-job.ts";

const about = z.object({ communityId: z.string(), proposalId: z.string() });

/** What the clock does for decisions. A refusal means that things have moved on since the job was written down. */
export const decisionJobs: readonly JobDefinition[] = [
  {
    kind: closeProposalJob,
    run: async (application, job) => {
      const by = { actor: { kind: "clock" }, origin: jobOrigin(job) } as const;
      await application.execute(closeProposal, about.parse(job.payload), by);
    },
  },
];
