import { contentDisposition } from "../../../kernel/media/file-name.ts";
import type { PageContext } from "../../../ui/request.ts";

/** What is served of a kept file, and to whom it may be shown. */
export interface ServedFile {
  readonly name: string;
  readonly mediaType: string;
  readonly digest: string;
  /** Shown in the page, as only what was encoded here is; else to be saved. */
  readonly isShown: boolean;
  readonly isForEveryone: boolean;
}

const yearSeconds = 365 * 86_400;

/**
 * Serves bytes of a person's as what can do no harm: never by a type that somebody said, never as a page or as a document of ActivityPub,
 * in no frame and with no scripts. `read` is asked only when the reader does not have them yet.
 */
export async function serveFile(
  c: PageContext,
  file: ServedFile,
  read: () => Promise<Buffer<ArrayBuffer> | undefined>,
): Promise<Response | undefined> {
  const tag = `"${file.digest}"`;
  c.header("Content-Security-Policy", "default-src 'none'; sandbox; frame-ancestors 'none'");
  c.header("X-Content-Type-Options", "nosniff");
  c.header("ETag", tag);
  // What holds these bytes has this address for good; only whether it may be seen can change, for those who are not everyone.
  c.header("Cache-Control", file.isForEveryone ? `public, max-age=${yearSeconds}, immutable` : "private, no-cache");
  // Other servers show the pictures of posts that the world may read.
  if (file.isForEveryone && file.isShown) c.header("Cross-Origin-Resource-Policy", "cross-origin");
  if (hasTag(c.req.header("If-None-Match"), tag)) return c.body(null, 304);
  const bytes = await read();
  if (bytes === undefined) return undefined;
  return c.body(bytes, 200, {
    "Content-Type": file.mediaType,
    "Content-Disposition": contentDisposition(file.isShown ? "inline" : "attachment", file.name),
    "Content-Length": String(bytes.length),
  });
}

function hasTag(sent: string | undefined, tag: string): boolean {
  return (sent ?? "").split(",").some((each) => each.trim().replace(/^W\//, "") === tag);
}
