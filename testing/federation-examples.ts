import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import type { RemoteDocument } from "../src/kernel/federation/documents/reading.ts";

/** A JSON example of `FEDERATION.md`: a fenced block that begins with three backquotes and `json in name` or `json out name`. */
export interface FederationExample {
  readonly direction: "in" | "out";
  /** Unique in its direction: `follow`, `direct-message`. */
  readonly name: string;
  readonly document: RemoteDocument;
}

/** Every example that stands in `FEDERATION.md`, in its order. Throws when a block is no JSON. */
export function federationExamples(): readonly FederationExample[] {
  const text = readFileSync(resolve(import.meta.dirname, "../FEDERATION.md"), "utf8");
  return [...text.matchAll(/^```json (in|out) ([a-z-]+)\n(.*?)^```$/gms)].map(
    ([, direction, name = "", json = ""]) => ({
      direction: direction === "in" ? "in" : "out",
      name,
      // Parsing at the edge: whatever else it is, the tests find out.
      document: JSON.parse(json) as RemoteDocument,
    }),
  );
}

/** A document that is served at its address, from a fenced block that begins with three backquotes and `json served name`. */
export function servedExample(name: string): RemoteDocument {
  const text = readFileSync(resolve(import.meta.dirname, "../FEDERATION.md"), "utf8");
  const [, json] = new RegExp(`^\`\`\`json served ${name}\n(.*?)^\`\`\`$`, "ms").exec(text) ?? [];
  if (json === undefined) throw new Error(`FEDERATION.md has no example "json served ${name}"`);
  // Parsing at the edge: whatever else it is, the test finds out.
  return JSON.parse(json) as RemoteDocument;
}

/** One example, for a test of what the document says there. Throws when there is none. */
export function federationExample(direction: "in" | "out", name: string): RemoteDocument {
  const found = federationExamples().find((example) => example.direction === direction && example.name === name);
  if (found === undefined) throw new Error(`FEDERATION.md has no example "json ${direction} ${name}"`);
  return found.document;
}
