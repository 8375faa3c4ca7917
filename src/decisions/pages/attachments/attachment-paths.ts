/** Where a file is served, as a path on this server. */
export function attachmentPath(file: { readonly id: string }): string {
  return `/attachments/${file.id}`;
}

/** Where the small one of a picture is. */
export function previewPath(file: { readonly id: string }): string {
  return `${attachmentPath(file)}/preview`;
}

/** The routes of forms that may bring files. */
export const formsWithUploads: readonly string[] = [
  "/threads/:thread/posts",
  "/communities/:handle/threads",
  "/posts/:post/versions",
];
