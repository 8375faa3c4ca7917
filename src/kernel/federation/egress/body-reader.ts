import { pipeline, type Readable, type Transform } from "node:stream";
import { createBrotliDecompress, createGunzip, createInflate } from "node:zlib";

/** More came than was allowed, before or after unpacking. */
export class TooLarge extends Error {
  constructor(mostBytes: number) {
    super(`more than ${mostBytes} bytes`);
    this.name = "TooLarge";
  }
}

/** The body came packed in a way nobody asked for. */
export class UnknownEncoding extends Error {
  constructor(encoding: string) {
    super(`packed as ${encoding}`);
    this.name = "UnknownEncoding";
  }
}

/** What to offer in Accept-Encoding. */
export const acceptedEncodings = "gzip, deflate, br";

/**
 * Reads a body to its end, unpacked, and stops at once when it grows beyond `mostBytes`: a gzip bomb costs no more memory than
 * its first megabyte.
 */
export async function readBody(body: Readable, encoding: string | undefined, mostBytes: number): Promise<Uint8Array> {
  const unpacked = unpack(body, (encoding ?? "identity").toLowerCase().trim());
  const pieces: Uint8Array[] = [];
  let bytes = 0;
  try {
    for await (const piece of unpacked) {
      if (!(piece instanceof Uint8Array)) throw new Error("a body of something else than bytes");
      bytes += piece.byteLength;
      if (bytes > mostBytes) throw new TooLarge(mostBytes);
      pieces.push(piece);
    }
  } finally {
    unpacked.destroy();
  }
  return Buffer.concat(pieces);
}

function unpack(body: Readable, encoding: string): Readable {
  if (encoding === "identity" || encoding === "") return body;
  // Whatever breaks on the way reaches the reader of the last stream; nothing else is to be done about it here.
  return pipeline(body, unpackerFor(encoding), () => {});
}

function unpackerFor(encoding: string): Transform {
  switch (encoding) {
    case "gzip":
    case "x-gzip":
      return createGunzip();
    case "deflate":
      return createInflate();
    case "br":
      return createBrotliDecompress();
    default:
      throw new UnknownEncoding(encoding);
  }
}
