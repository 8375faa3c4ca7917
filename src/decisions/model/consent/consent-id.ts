import type { Id } from "../../../kernel/base/ids.ts";

export type ConsentId = Id<"consent">;
export type QuestionId = Id<"question">;
export type ObjectionId = Id<"objection">;
export type DecisionId = Id<"decision">;
