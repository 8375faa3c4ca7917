import { createReadStream, existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { Readable } from "node:stream";
import { fileURLToPath } from "node:url";
import type { AssetManifest } from "../ui/assets.ts";

/** The stylesheet and the islands as built, kept in memory: together they are smaller than one photograph. */
export interface BuiltAssets {
  readonly manifest: AssetManifest;
  /** A file by the name it is served under; undefined when the build made no such file. */
  read(name: string): BuiltAsset | undefined;
  /** The source of exactly this program, as a packed archive; undefined when the build made none. */
  readonly source: (() => ReadableStream<Uint8Array>) | undefined;
}

export interface BuiltAsset {
  readonly type: string;
  readonly content: string;
}

const types: Readonly<Record<string, string>> = {
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
};

/** The folder that the build made, beside or above this file. */
const dist = ["./", "../../dist/"].map((place) => fileURLToPath(new URL(place, import.meta.url)));

/** Reads what the build left: `assets.json`, and the files it names in `assets/`. */
export function readBuiltAssets(): BuiltAssets {
  const folder = dist.find((candidate) => existsSync(path.join(candidate, "assets.json")));
  if (folder === undefined) throw new Error("nothing is built yet: npm run build");
  const manifest = JSON.parse(readFileSync(path.join(folder, "assets.json"), "utf8")) as AssetManifest;
  const files = new Map<string, BuiltAsset>();
  for (const name of readdirSync(path.join(folder, "assets"))) {
    const type = types[path.extname(name)];
    if (type === undefined) continue;
    files.set(name, { type, content: readFileSync(path.join(folder, "assets", name), "utf8") });
  }
  const archive = path.join(folder, "source.tar.gz");
  const source = existsSync(archive) ? () => streamOf(archive) : undefined;
  return { manifest, read: (name) => files.get(name), source };
}

function streamOf(file: string): ReadableStream<Uint8Array> {
  return Readable.toWeb(createReadStream(file)) as ReadableStream<Uint8Array>;
}
