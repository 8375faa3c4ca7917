// A program of its own, run once for each picture by `encoded-picture.ts`: what a hostile file does to a decoder, it does here, in a
// process that has no secrets, may open no connection and is ended after a time. Reads a picture from standard input and writes what is
// to be kept to standard output: one line of JSON, then the bytes of the picture and of its preview.
import { once } from "node:events";

const longestSide = 2_048;
const longestPreview = 480;
/** More than the cameras of telephones take; a small file that unfolds into more is a bomb. */
const mostPixels = 50_000_000;

/** What the exit code says to whoever runs this. */
const unreadable = 2;
const withoutLibrary = 3;

/** The decoders of the kinds that are taken; all others, of SVG, PDF and TIFF among them, stay shut. */
const decoders = ["Jpeg", "Png", "Webp", "Nsgif", "Heif"].map((kind) => `VipsForeignLoad${kind}Buffer`);

const sharp = await import("sharp").then(
  (library) => library.default,
  () => undefined,
);
if (sharp === undefined) {
  process.exitCode = withoutLibrary;
} else {
  sharp.block({ operation: ["VipsForeignLoad"] });
  sharp.unblock({ operation: decoders });
  sharp.concurrency(1);
  sharp.cache(false);
  try {
    await write(await encoded(sharp, await standardInput()));
  } catch {
    process.exitCode = unreadable;
  }
}

async function standardInput(): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** Upright, no larger than is shown, and without anything that its camera wrote down: sharp carries no metadata over unless it is asked to. */
async function encoded(library: NonNullable<typeof sharp>, bytes: Buffer): Promise<readonly Buffer[]> {
  const inside = { fit: "inside", withoutEnlargement: true } as const;
  const { data, info } = await library(bytes, { limitInputPixels: mostPixels, sequentialRead: true, failOn: "warning" })
    .autoOrient()
    .resize({ width: longestSide, height: longestSide, ...inside })
    .webp({ quality: 82 })
    .toBuffer({ resolveWithObject: true });
  const preview = await library(data)
    .resize({ width: longestPreview, height: longestPreview, ...inside })
    .webp({ quality: 74 })
    .toBuffer();
  const head = { width: info.width, height: info.height, picture: data.length, preview: preview.length };
  return [Buffer.from(`${JSON.stringify(head)}\n`), data, preview];
}

async function write(parts: readonly Buffer[]): Promise<void> {
  for (const part of parts) if (!process.stdout.write(part)) await once(process.stdout, "drain");
}
