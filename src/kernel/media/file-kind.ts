/** What a file is by its bytes: a picture that can be encoded anew, one that cannot, or anything else. */
export type FileKind = "picture" | "foreign-picture" | "pdf" | "other";

/**
 * Tells what a file is by how it begins, never by what its name or its sender says: `fileKind(Buffer.from("%PDF-1.7"))` is `"pdf"`.
 *
 * Pictures of the kinds that cameras write and that are not read here (HEIC, TIFF, JPEG XL) are told apart from other files, since they
 * carry where and when they were taken. SVG is no picture here: it is a document with scripts.
 *
 * Sources: PNG (ISO/IEC 15948, 5.2), JPEG (ITU-T T.81, B.1.1.3), GIF89a (17), WebP (RFC 9649, 2.4), ISO base media files
 * (ISO/IEC 14496-12, 4.3) with the brands of HEIF and AVIF, TIFF 6.0 (section 2), JPEG XL (ISO/IEC 18181-2), PDF (ISO 32000-1, 7.5.2).
 */
export function fileKind(bytes: Uint8Array): FileKind {
  const head = Buffer.from(bytes.subarray(0, 64)).toString("latin1");
  if (head.startsWith("\u00ff\u00d8\u00ff")) return "picture";
  if (head.startsWith("\u0089PNG\r\n\u001a\n")) return "picture";
  if (/^GIF8[79]a/.test(head)) return "picture";
  if (head.startsWith("RIFF") && head.slice(8, 12) === "WEBP") return "picture";
  if (head.slice(4, 8) === "ftyp") return kindOfBrands(head.slice(8));
  if (head.startsWith("II*\u0000") || head.startsWith("MM\u0000*")) return "foreign-picture";
  if (head.startsWith("\u00ff\u000a") || head.startsWith("\u0000\u0000\u0000\u000cJXL ")) return "foreign-picture";
  return head.startsWith("%PDF-") ? "pdf" : "other";
}

/** Films share the container with pictures; only the names of its brands tell them apart. */
function kindOfBrands(brands: string): FileKind {
  if (/avif|avis/.test(brands)) return "picture";
  return /heic|heix|hevc|heim|heis|mif1|msf1/.test(brands) ? "foreign-picture" : "other";
}
