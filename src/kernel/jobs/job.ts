import type { Json } from "../base/canonical-json.ts";
import type { Application } from "../application.ts";
import type { Write } from "../database/database.ts";

/** A kind of job and what is done when one is due. Running twice must do no harm: a worker may die before it says it is done. */
export interface JobDefinition {
  /** `capability/what`: `gatherings/close-scheduling-poll`. */
  readonly kind: string;
  /**
   * Jobs of one lane are done one after the other, in the order in which they were due; lanes go side by side. For work that waits for
   * the network; jobs without a lane share one, since most of them only touch the database.
   */
  readonly lane?: (job: DueJob) => string;
  /**
   * Set when jobs of this kind read nothing that others of their lane write: the next one is begun while what this one gave back is
   * still being written, in the same order.
   */
  readonly overlaps?: true;
  /**
   * Set when what others sent before this is due changes what it does, as votes change a count: a worker begins it only when all that
   * arrived before is acted on. Such a job waits, and so has a lane of its own.
   */
  readonly afterArrivals?: true;
  /** A throw means: try again later. What is given back is written in one transaction with the end of the job. */
  run(application: Application, job: DueJob): Promise<Write | void>;
}

export interface DueJob {
  readonly kind: string;
  readonly key: string;
  readonly due: Temporal.Instant;
  readonly payload: Json;
  /** How often it was begun, this time included. */
  readonly attempt: number;
}

/** The idempotency key of a command that a job runs: the same job at the same due instant is the same act. */
export function jobOrigin(job: DueJob): { readonly from: "clock"; readonly key: string } {
  return { from: "clock", key: `${job.kind}:${job.key}:${job.due.toString()}` };
}
