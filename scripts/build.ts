import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { create as pack } from "tar";
import { build as bundle, stop, type BuildOptions, type Metafile, type Plugin } from "esbuild";
import { filesUnder, root } from "./repository-files.ts";

const dist = join(root, "dist");
const assets = join(dist, "assets");
const manifestFile = join(dist, "assets.json");
/** Where `bin/koinon` lets Node keep what it compiled; of no use to another program. */
const compiled = join(dist, "compile-cache");

/** Where each asset is served, by its source name: `{ "styles.css": "/assets/styles.Q7XD2K5A.css", "islands/copy.js": … }`. */
export type AssetManifest = Readonly<Record<string, string>>;

/** What both halves of the build have in common. */
const ours: BuildOptions = {
  absWorkingDir: root,
  bundle: true,
  format: "esm",
  sourcemap: true,
  metafile: true,
  logLevel: "warning",
};

/**
 * Makes `dist/`: the server as `main.js`, its stylesheet and islands in `assets/` under names that change with their content, and
 * `assets.json`, which says where each of them is. Throws when the source cannot be bundled.
 */
export async function build(): Promise<void> {
  const [manifest] = await Promise.all([
    buildAssets(),
    bundleServer("src/main/cli.ts", join(dist, "main.js")),
    // Run by itself for each picture; its library is in C++ and stays outside.
    bundleProgram("src/kernel/media/encode-picture.ts", join(dist, "encode-picture.js")),
    packSource(),
  ]);
  await stop();
  await Promise.all([removeOldAssets(Object.values(manifest)), rm(compiled, { recursive: true, force: true })]);
  // Written last: by its date `koinon` sees how old the whole is.
  await writeFile(manifestFile, JSON.stringify(manifest, null, 2));
}

/** What the archive of the source holds, as far as it is here. */
const sourceParts = [
  "src",
  "scripts",
  "bin",
  "docs",
  "testing",
  "journeys",
  "package.json",
  "package-lock.json",
  "tsconfig.json",
  "LICENSE",
  "README.md",
];

/** Packs what whoever uses the program may ask for: its source (AGPL-3.0, section 13). */
async function packSource(): Promise<void> {
  await mkdir(dist, { recursive: true });
  const present = sourceParts.filter((name) => existsSync(join(root, name)));
  await pack({ cwd: root, file: join(dist, "source.tar.gz"), gzip: true, portable: true }, present);
}

/** Makes the stylesheet and the islands alone, and says where they are served; what was there stays. */
export async function buildAssets(): Promise<AssetManifest> {
  await mkdir(assets, { recursive: true });
  const [styles, islands] = await Promise.all([buildStyles(), buildIslands()]);
  return { ...styles, ...islands };
}

const forNode = {
  ...ours,
  platform: "node",
  target: "node26",
  jsx: "automatic",
  jsxImportSource: "hono/jsx",
} as const satisfies BuildOptions;

/** Makes one file that Node can run of a source file and all it imports; packages stay outside. */
export async function bundleProgram(source: string, target: string): Promise<void> {
  await bundle({ ...forNode, entryPoints: [source], outfile: target, packages: "external" });
}

/**
 * The same with the packages inside, as far as they are used, and without blanks: the server starts in half the time and with less
 * memory than from some two thousand files. Names stay, for traces and for packages that look at them.
 */
async function bundleServer(source: string, target: string): Promise<void> {
  const requires =
    'import { createRequire as requireFrom } from "node:module"; const require = requireFrom(import.meta.url);';
  await bundle({
    ...forNode,
    entryPoints: [source],
    outfile: target,
    minifyWhitespace: true,
    minifySyntax: true,
    // For packages in the old format, which ask for Node's own modules while they run.
    banner: { js: requires },
    // Optional, in C++, and not installed.
    external: ["pg-native"],
    plugins: [plainExpressions],
  });
}

/**
 * Writes letters beyond ASCII as escapes, which mean the same in expressions, texts and comments alike. The bundler does so in texts alone,
 * and a single such letter in an expression makes the engine keep the whole program in two octets a letter, as long as it runs.
 */
const plainExpressions: Plugin = {
  name: "plain-expressions",
  setup(bundling) {
    bundling.onLoad({ filter: /\.[cm]?[jt]s$/ }, async ({ path }) => {
      const source = await readFile(path, "utf8");
      if (isPlain(source) || isReadAsItStands(source, path)) return undefined;
      const contents = source.replaceAll(
        /[^\0-\x7F]/g,
        (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`,
      );
      return { contents, loader: /\.[cm]?ts$/.test(path) ? "ts" : "js" };
    });
  },
};

function isPlain(source: string): boolean {
  return !/[^\0-\x7F]/.test(source);
}

/**
 * Where an escape may not be what it stands for: after a backslash, and in a raw text. Our raw texts are patterns, which read escapes
 * themselves; those of packages may be anything.
 */
function isReadAsItStands(source: string, path: string): boolean {
  return /\\[^\0-\x7F]/.test(source) || (path.includes("node_modules") && source.includes("String.raw"));
}

/** All stylesheets as one, so that a page costs one request for them; cascade layers, not their order, decide between them. */
async function buildStyles(): Promise<AssetManifest> {
  const files = filesUnder("src", (file) => file.endsWith(".css")).toSorted(
    (one, other) => layersFirst(one) - layersFirst(other),
  );
  const imports = files.map((file) => `@import "./${file}";`).join("\n");
  const made = await bundle({
    ...ours,
    stdin: { contents: imports, loader: "css", resolveDir: root, sourcefile: "styles.css" },
    outdir: "dist/assets",
    entryNames: "styles.[hash]",
    minify: true,
    target: "esnext",
  });
  return Object.fromEntries(outputsOf(made.metafile, ".css").map((file) => ["styles.css", `/assets/${file}`]));
}

/** The file that names the layers in their order must come before any that fills one. */
function layersFirst(file: string): number {
  return basename(file) === "layers.css" ? 0 : 1;
}

/**
 * The islands by their names. Those of the house are small and stand on most pages: they share one file, so that a page asks once for
 * all of them. Each of a capability is a file by itself, from its `islands/<name>.ts`: a page that contains `<koinon-name>` loads it.
 */
async function buildIslands(): Promise<AssetManifest> {
  const sources = filesUnder("src", (file) => /^src\/[a-z]+\/islands\/[a-z-]+\.ts$/.test(file));
  const names = sources.map(islandName);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) throw new Error(`two islands are called ${twice}; an island's name is that of its element`);
  const ofHouse = sources.filter((file) => file.startsWith("src/ui/"));
  const [shared, single] = await Promise.all([
    bundleIslands(
      { stdin: { contents: importing(ofHouse), resolveDir: root, sourcefile: "house.ts" } },
      "house.[hash]",
    ),
    bundleIslands({ entryPoints: sources.filter((file) => !ofHouse.includes(file)), outbase: "." }, "[name].[hash]"),
  ]);
  const [house = ""] = shared;
  return Object.fromEntries([
    ...ofHouse.map((file) => [`islands/${islandName(file)}.js`, `/assets/${house}`]),
    ...single.map((file) => [`islands/${file.split(".")[0]}.js`, `/assets/${file}`]),
  ]) as AssetManifest;
}

async function bundleIslands(parts: BuildOptions, entryNames: string): Promise<readonly string[]> {
  const made = await bundle({
    ...ours,
    ...parts,
    outdir: "dist/assets",
    entryNames,
    minify: true,
    platform: "browser",
    target: "es2022",
  });
  return outputsOf(made.metafile, ".js");
}

function importing(files: readonly string[]): string {
  return files.map((file) => `import "./${file}";`).join("\n");
}

function islandName(file: string): string {
  return basename(file, ".ts");
}

/** Only what is no longer served goes: another process may be reading the rest. */
async function removeOldAssets(addresses: readonly string[]): Promise<void> {
  const current = addresses.map((address) => basename(address)).flatMap((name) => [name, `${name}.map`]);
  const old = (await readdir(assets)).filter((name) => !current.includes(name));
  await Promise.all(old.map((name) => rm(join(assets, name))));
}

function outputsOf(metafile: Metafile | undefined, ending: string): readonly string[] {
  return Object.keys(metafile?.outputs ?? {})
    .filter((file) => file.endsWith(ending))
    .map((file) => basename(file));
}

if (import.meta.main) {
  const started = performance.now();
  await build();
  console.log(`built dist/ in ${Math.round(performance.now() - started)} ms`);
}
