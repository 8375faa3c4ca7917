import { accepted, refused, type Result } from "../../base/result.ts";

const MOST_BYTES = 1024 * 1024;
const DEADLINE_MS = 10_000;

/** Why the body of a request was not read to its end. */
export interface BodyProblem {
  readonly kind: "too-large" | "too-slow" | "packed" | "broken-off";
}

/** How much is taken, and for how long one waits. */
export interface BodyLimits {
  /** Default 1 MiB. */
  readonly mostBytes?: number;
  /** From the first look to the last byte, in milliseconds; default 10,000. */
  readonly deadlineMs?: number;
}

/**
 * Reads the body of a request from a stranger. It stops at the first byte too many, at the deadline, and does not unpack: a
 * packed activity is unheard of, and a bomb.
 */
export async function readRequestBody(
  request: Request,
  limits: BodyLimits = {},
): Promise<Result<Uint8Array, BodyProblem>> {
  const { mostBytes = MOST_BYTES, deadlineMs = DEADLINE_MS } = limits;
  const encoding = request.headers.get("content-encoding");
  if (encoding !== null && encoding !== "identity") return refused({ kind: "packed" });
  const declared = Number(request.headers.get("content-length") ?? Number.NaN);
  if (declared > mostBytes) return refused({ kind: "too-large" });
  if (request.body === null) return accepted(new Uint8Array());
  return readWithin(request.body.getReader(), mostBytes, deadlineMs);
}

async function readWithin(
  reader: ReadableStreamDefaultReader<Uint8Array>,
  mostBytes: number,
  deadlineMs: number,
): Promise<Result<Uint8Array, BodyProblem>> {
  let isLate = false;
  const hangUp = () => void reader.cancel().catch(() => {});
  const timer = setTimeout(() => {
    isLate = true;
    hangUp();
  }, deadlineMs);
  const pieces: Uint8Array[] = [];
  let bytes = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (isLate) return refused({ kind: "too-slow" });
      if (done) return accepted(pieces.length === 1 && pieces[0] !== undefined ? pieces[0] : Buffer.concat(pieces));
      bytes += value.byteLength;
      if (bytes > mostBytes) {
        hangUp();
        return refused({ kind: "too-large" });
      }
      pieces.push(value);
    }
  } catch {
    return refused({ kind: isLate ? "too-slow" : "broken-off" });
  } finally {
    clearTimeout(timer);
  }
}
