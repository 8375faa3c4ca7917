import { readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { serve, type ServerType } from "@hono/node-server";
import { build as bundle } from "esbuild";
import type { Hono } from "hono";
import { buildAssets, type AssetManifest } from "./build.ts";
import { root } from "./repository-files.ts";

/** The sample pages, being served; see `testing/house-style/`. */
export interface StylePage {
  readonly origin: URL;
  close(): Promise<void>;
}

interface HouseStyleModule {
  readonly houseStyle: (parts: { readonly origin: URL; readonly assets: AssetManifest }) => Hono;
}

const types: Readonly<Record<string, string>> = { css: "text/css", js: "text/javascript", map: "application/json" };

/** Builds the styles and islands as they are now, and serves the sample pages with them on a port of the loopback address (0 for any). */
export async function openStylePage(port: number): Promise<StylePage> {
  const assets = await buildAssets();
  const { houseStyle } = await importHouseStyle();
  let answer: (request: Request) => Response | Promise<Response> = () => new Response(null, { status: 503 });
  const server = serve({ fetch: (request) => answer(request), hostname: "127.0.0.1", port });
  await new Promise((resolve) => server.once("listening", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the sample pages have no port");
  const origin = new URL(`http://127.0.0.1:${address.port}`);
  const web = houseStyle({ origin, assets });
  answer = (request) => (new URL(request.url).pathname.startsWith("/assets/") ? asset(request) : web.fetch(request));
  return { origin, close: () => closed(server) };
}

/** Streams of live updates would otherwise keep the server open for as long as their pages are. */
function closed(server: ServerType): Promise<void> {
  if ("closeAllConnections" in server) server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}

async function importHouseStyle(): Promise<HouseStyleModule> {
  const outfile = join(root, ".cache/house-style.mjs");
  await bundle({
    entryPoints: [join(root, "testing/house-style/house-style.tsx")],
    outfile,
    bundle: true,
    format: "esm",
    platform: "node",
    packages: "external",
    jsx: "automatic",
    jsxImportSource: "hono/jsx",
  });
  return (await import(`${outfile}?${process.hrtime.bigint()}`)) as HouseStyleModule;
}

async function asset(request: Request): Promise<Response> {
  const name = basename(new URL(request.url).pathname);
  const file = await readFile(join(root, "dist/assets", name)).catch(() => undefined);
  if (file === undefined) return new Response(null, { status: 404 });
  return new Response(file, { headers: { "Content-Type": types[name.split(".").at(-1) ?? ""] ?? "text/plain" } });
}

if (import.meta.main) {
  const page = await openStylePage(Number(process.argv[2] ?? 3100));
  console.log(`sample pages: ${page.origin}nothing ${page.origin}little ${page.origin}much`);
}
