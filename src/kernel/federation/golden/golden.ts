import { globSync, readFileSync } from "node:fs";
import { basename, dirname } from "node:path";
import type { RemoteDocument } from "../documents/reading.ts";

/** Software and name of every recorded activity; what servers serve has names of its own: `["mastodon", "follow"]`. */
export function goldenActivities(): readonly (readonly [string, string])[] {
  return globSync(`${import.meta.dirname}/*/*.json`)
    .filter((file) => !/^(actor|served-.*)\.json$/.test(basename(file)))
    .map((file) => [basename(dirname(file)), basename(file, ".json")] as const)
    .sort(([one, first], [other, second]) => `${one}/${first}`.localeCompare(`${other}/${second}`, "en"));
}

/** One recorded activity, as JSON. */
export function goldenActivity(software: string, name: string): RemoteDocument {
  // Parsing at the edge: a recorded document.
  return JSON.parse(readFileSync(`${import.meta.dirname}/${software}/${name}.json`, "utf8")) as RemoteDocument;
}
