import { directoryPath } from "../directory-paths.ts";

/** Where everybody reads by way of whom the directory knows what it shows. */
export const originsPath = `${directoryPath}/origins`;

/** Where operators see whom this directory follows, and who follows it. */
export const sharingPath = `${directoryPath}/sharing`;

/** Where one that is followed is followed no more. */
export function endPath({ id }: { readonly id: string }): string {
  return `${sharingPath}/${id}/end`;
}
