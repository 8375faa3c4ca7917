import { accepted, refused, type Result } from "../base/result.ts";
import { byteWindow, type ByteWindow } from "./byte-window.ts";

/** A file as somebody sent it; what its name and its bytes are worth is still to be seen. */
export interface SentFile {
  /** The field of the form. */
  readonly field: string;
  readonly name: string;
  readonly bytes: Buffer;
}

/** Bounds of a form with files, each held while it arrives. */
export interface PartLimits {
  readonly mostFiles: number;
  readonly mostFileBytes: number;
  /** Of all texts together. */
  readonly mostTextBytes: number;
  readonly mostParts: number;
}

/** A file could not be taken: the rest of the form, as far as it stood before the file, was read. */
export type FileFault =
  | { readonly kind: "file-too-large"; readonly mebibytes: number }
  | { readonly kind: "too-many-files"; readonly most: number };

export interface SentParts {
  readonly fields: readonly (readonly [string, string])[];
  readonly files: readonly SentFile[];
  /** Set when nothing after it was read. */
  readonly fault: FileFault | undefined;
}

export type PartsUnread = { readonly kind: "form-too-large" } | { readonly kind: "form-unreadable" };

type Fields = readonly (readonly [string, string])[];

const mebibyte = 1024 * 1024;
const longestHead = 4_096;
const endOfHead = Buffer.from("\r\n\r\n");

/**
 * Reads a form that comes in parts (`multipart/form-data`, RFC 7578), part by part as it arrives, and keeps no more of it than the limits
 * say. `takesFiles` is asked once, at the first file, with the fields before it: without its yes not a byte of a file is kept.
 *
 * Refuses `form-too-large` for texts beyond bounds, and `form-unreadable` for what is no such form, or ends too early.
 */
export async function readSentParts(
  body: AsyncIterable<Uint8Array>,
  contentType: string,
  limits: PartLimits,
  takesFiles: (fields: Fields) => boolean,
): Promise<Result<SentParts, PartsUnread>> {
  const boundary = boundaryIn(contentType);
  if (boundary === undefined) return refused({ kind: "form-unreadable" });
  const delimiter = Buffer.from(`\r\n--${boundary}`);
  // The first delimiter may stand at the very beginning, without a line end before it.
  const window = byteWindow(body, Buffer.from("\r\n"));
  const fields: (readonly [string, string])[] = [];
  const files: SentFile[] = [];
  const stopped = (fault: FileFault | undefined) => accepted({ fields, files, fault });
  if (typeof (await window.until(delimiter, longestHead)) === "string") return refused({ kind: "form-unreadable" });
  for (let parts = 0, texts = 0; ; parts += 1) {
    if (parts > limits.mostParts) return refused({ kind: "form-too-large" });
    const head = await headOf(window);
    if (head === "end") return stopped(undefined);
    if (head === undefined) return refused({ kind: "form-unreadable" });
    if (head.file !== undefined && files.length === 0 && !takesFiles(fields)) return stopped(undefined);
    if (head.file !== undefined && files.length >= limits.mostFiles) {
      return stopped({ kind: "too-many-files", most: limits.mostFiles });
    }
    const most = head.file === undefined ? limits.mostTextBytes - texts : limits.mostFileBytes;
    const bytes = await window.until(delimiter, most);
    if (bytes === "ended") return refused({ kind: "form-unreadable" });
    if (bytes === "too-long") {
      if (head.file === undefined) return refused({ kind: "form-too-large" });
      return stopped({ kind: "file-too-large", mebibytes: limits.mostFileBytes / mebibyte });
    }
    if (head.file === undefined) {
      texts += bytes.length + head.field.length;
      fields.push([head.field, bytes.toString("utf8")]);
    } else if (head.file !== "" || bytes.length > 0) {
      // A field in which no file was chosen comes without a name and without bytes.
      files.push({ field: head.field, name: head.file, bytes });
    }
  }
}

/** RFC 2046, section 5.1.1: up to 70 characters, quoted or not. */
function boundaryIn(contentType: string): string | undefined {
  const found = /^multipart\/form-data\s*;(?:.*;)?\s*boundary=(?:"([^"\r\n]{1,70})"|([^\s;"]{1,70}))/i.exec(
    contentType,
  );
  return found?.[1] ?? found?.[2];
}

/** The head of the next part, `end` after the last one, undefined for what is none. */
async function headOf(
  window: ByteWindow,
): Promise<{ readonly field: string; readonly file: string | undefined } | "end" | undefined> {
  const next = await window.take(2);
  if (next?.toString("latin1") === "--") return "end";
  if (next?.toString("latin1") !== "\r\n") return undefined;
  const head = await window.until(endOfHead, longestHead);
  if (typeof head === "string") return undefined;
  const line = head
    .toString("utf8")
    .split("\r\n")
    .find((each) => /^content-disposition\s*:\s*form-data\s*;/i.test(each));
  const field = parameter(line, "name");
  return field === undefined ? undefined : { field, file: parameter(line, "filename") };
}

/** Browsers write a quote in a name as `%22` and line ends as `%0D%0A` (HTML, "multipart/form-data encoding algorithm"). */
function parameter(line: string | undefined, name: "name" | "filename"): string | undefined {
  const value = new RegExp(`[;\\s]${name}="([^"]*)"`, "i").exec(line ?? "")?.[1];
  return value?.replaceAll("%22", '"').replaceAll(/%0[da]/gi, " ");
}
