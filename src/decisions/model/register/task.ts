/** Where a task stands; it lives as the commitments of gatherings do. */
export type TaskState = "proposed" | "accepted" | "declined" | "done" | "dropped";

/** Who does what by when, to carry a decision out. */
export interface Task {
  readonly id: string;
  readonly communityId: string;
  readonly decisionId: string;
  /** As written; empty once its words went with whoever wrote them. */
  readonly what: string;
  readonly ownerId: string;
  readonly proposerId: string;
  readonly state: TaskState;
  /** By the end of this day, in the decision's zone. */
  readonly due: Temporal.PlainDate;
  /** How often its owner gave it another day. */
  readonly moves: number;
  readonly askedOn: Temporal.PlainDate | undefined;
  readonly proposedAt: Temporal.Instant;
  readonly changedAt: Temporal.Instant;
}

/** More than these are a plan of its own. */
export const mostTasks = 50;
