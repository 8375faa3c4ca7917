import { proposalPath } from "../addresses.ts";

/** Where a proposal gets more time, or is opened again. */
export function closingTimePath(proposal: { readonly id: string }): string {
  return `${proposalPath(proposal)}/closing-time`;
}
