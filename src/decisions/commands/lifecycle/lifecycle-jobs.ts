import { tellAddedOptionsJob } from "./add-option.ts";
import { sendTallies, sendTalliesJob } from "./send-tallies.ts";
import { tellAddedOptions } from "./tell-added-options.ts";

/** What the clock does in the life of a proposal, by the kind of the job. */
export const lifecycleJobs = [
  { kind: sendTalliesJob, command: sendTallies },
  { kind: tellAddedOptionsJob, command: tellAddedOptions },
] as const;
