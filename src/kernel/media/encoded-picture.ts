import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { accepted, refused, type Result } from "../base/result.ts";

/** A picture as it is kept: WebP, upright, without metadata, with a small one of it. */
export interface EncodedPicture {
  readonly width: number;
  readonly height: number;
  readonly picture: Buffer;
  readonly preview: Buffer;
}

export type PictureRefusal =
  /** It is broken, is none, or unfolds into more than is bearable. */
  | { readonly kind: "picture-unreadable" }
  | { readonly kind: "picture-too-slow" }
  /** Others are being read, or the library that reads them is not installed. */
  | { readonly kind: "pictures-busy" }
  | { readonly kind: "pictures-not-taken" };

/** The program stands beside this file in the source, and beside the bundle in what is built. */
const program = fileURLToPath(
  new URL(import.meta.url.endsWith(".ts") ? "./encode-picture.ts" : "./encode-picture.js", import.meta.url),
);
/** It may read files, its own packages among them, and load the library; it may write none, start nothing and ask nobody. */
const fences = ["--permission", "--allow-addons", "--allow-fs-read=*", "--no-warnings", "--max-old-space-size=64"];

const deadline = 20_000;
const mostWaiting = 8;
const mostBytes = 12 * 1024 * 1024;
const withoutLibrary = 3;

const head = z.object({
  width: z.number().int().positive(),
  height: z.number().int().positive(),
  picture: z.number().int().positive(),
  preview: z.number().int().positive(),
});

let last: Promise<unknown> = Promise.resolve();
let waiting = 0;

/**
 * Decodes a picture and encodes it anew in a process of its own, one at a time, so that however many come, one processor and one
 * decoder's memory is what they take. What cannot be read in `deadlineMs` is ended and refused.
 */
export async function encodedPicture(
  bytes: Uint8Array,
  deadlineMs = deadline,
): Promise<Result<EncodedPicture, PictureRefusal>> {
  if (waiting >= mostWaiting) return refused({ kind: "pictures-busy" });
  waiting += 1;
  const mine = last.then(() => runProgram(bytes, deadlineMs));
  last = mine.catch(() => undefined);
  try {
    return await mine;
  } finally {
    waiting -= 1;
  }
}

async function runProgram(bytes: Uint8Array, deadlineMs: number): Promise<Result<EncodedPicture, PictureRefusal>> {
  const child = spawn(process.execPath, [...fences, program], { env: {}, stdio: ["pipe", "pipe", "ignore"] });
  let isLate = false;
  const timer = setTimeout(() => {
    isLate = true;
    child.kill("SIGKILL");
  }, deadlineMs);
  const chunks: Buffer[] = [];
  let length = 0;
  child.stdout.on("data", (chunk: Buffer) => {
    chunks.push(chunk);
    length += chunk.length;
    if (length > mostBytes) child.kill("SIGKILL");
  });
  // It may end before it has read everything; how it ended says why.
  child.stdin.on("error", () => undefined);
  child.stdin.end(bytes);
  const code = await new Promise<number | null>((done) => {
    child.on("error", () => done(withoutLibrary));
    child.on("close", done);
  });
  clearTimeout(timer);
  if (isLate) return refused({ kind: "picture-too-slow" });
  if (code === withoutLibrary) return refused({ kind: "pictures-not-taken" });
  const read = code === 0 ? readOutput(Buffer.concat(chunks)) : undefined;
  return read === undefined ? refused({ kind: "picture-unreadable" }) : accepted(read);
}

function readOutput(output: Buffer): EncodedPicture | undefined {
  const end = output.indexOf("\n");
  if (end === -1) return undefined;
  const { width, height, picture, preview } = head.parse(JSON.parse(output.subarray(0, end).toString("utf8")));
  const rest = output.subarray(end + 1);
  if (rest.length !== picture + preview) return undefined;
  return { width, height, picture: rest.subarray(0, picture), preview: rest.subarray(picture) };
}
