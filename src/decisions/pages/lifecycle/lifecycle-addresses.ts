import { communityPath, proposalPath } from "../addresses.ts";

/** Where a proposal gets more time, or is opened again. */
export function closingTimePath(proposal: { readonly id: string }): string {
  return `${proposalPath(proposal)}/closing-time`;
}

/** Where a proposal is kept as a template. */
export function templatePath(proposal: { readonly id: string }): string {
  return `${proposalPath(proposal)}/template`;
}

/** Where a community's templates are listed. */
export function templatesPath(community: { readonly handle: string }): string {
  return `${communityPath(community)}/templates`;
}
