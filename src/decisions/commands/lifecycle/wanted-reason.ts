import type { Json } from "../../../kernel/base/canonical-json.ts";
import { methodOf } from "../../methods/registry.ts";
import type { Proposal } from "../../store/proposals/proposals.read.ts";

/** A reason is wanted and was not given. */
export type ReasonRefusal =
  | { readonly kind: "reason-required"; readonly field: "reason" }
  | { readonly kind: "reason-required-when-disagreeing"; readonly field: "reason" };

/** What is to be mended of a ballot that was read, where its proposal wants a reason with it and none is there. */
export function wantedReason(proposal: Proposal, ballot: Json, reason: string): ReasonRefusal | undefined {
  if (reason !== "") return undefined;
  if (proposal.reasons === "required") return { kind: "reason-required", field: "reason" };
  if (proposal.reasons !== "required-when-disagreeing") return undefined;
  const disagrees = methodOf(proposal).rules.disagrees?.(ballot) === true;
  return disagrees ? { kind: "reason-required-when-disagreeing", field: "reason" } : undefined;
}
