import type { Application } from "../../../kernel/application.ts";
import { contentDisposition } from "../../../kernel/media/file-name.ts";
import { readKeptFile } from "../../../kernel/media/kept-files.ts";
import { showNotFound } from "../../../ui/refusal-page.tsx";
import type { PageContext } from "../../../ui/request.ts";
import { entryById } from "../../store/entries.read.ts";
import { documentVersion } from "../../store/ladder/evidence.read.ts";

/** How the copy of a document is called by its type; what is a page is saved, and never opened here. */
const endings: Readonly<Record<string, string>> = {
  "application/pdf": "pdf",
  "text/html": "html",
  "application/xhtml+xml": "html",
  "text/markdown": "md",
  "text/plain": "txt",
};

/** Serves the kept copy of a document as what can do no harm: to be saved, of no type of its own, in no frame and with no scripts. */
export async function serveCopy(c: PageContext, { read }: Application): Promise<Response> {
  const entry = await entryById(read, c.req.param("entry") ?? "");
  const version = entry && (await documentVersion(read, entry.id, c.req.param("version") ?? ""));
  if (version?.copy === undefined) return showNotFound(c);
  const bytes = await readKeptFile(read, version.copy);
  if (bytes === undefined) return showNotFound(c);
  const name = `${entry?.domain ?? "place"}-${version.kind}.${endings[version.mediaType] ?? "bin"}`;
  c.header("Content-Security-Policy", "default-src 'none'; sandbox; frame-ancestors 'none'");
  c.header("X-Content-Type-Options", "nosniff");
  c.header("X-Robots-Tag", "noindex");
  c.header("ETag", `"${version.copy}"`);
  return c.body(bytes, 200, {
    "Content-Type": "application/octet-stream",
    "Content-Disposition": contentDisposition("attachment", name),
    "Content-Length": String(bytes.length),
  });
}
