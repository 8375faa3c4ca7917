import { proposalPath, threadsPath } from "../addresses.ts";

/** The forms in which decisions can be taken along. */
export const exportFormats = ["csv", "json", "md"] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** One proposal as a file. */
export function proposalExportPath(proposal: { readonly id: string }, format: ExportFormat): string {
  return `${proposalPath(proposal)}/export.${format}`;
}

/** Everything a community has decided and talked over, as a file. */
export function communityExportPath(community: { readonly handle: string }, format: ExportFormat): string {
  return `${threadsPath(community)}/export.${format}`;
}
