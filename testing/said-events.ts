import { globSync, readFileSync } from "node:fs";
import path from "node:path";
import { serverChain, type LoggedEvent } from "../src/kernel/activity-log/event.ts";

const sources = path.join(import.meta.dirname, "../src");

/** `log.gatherings.date-set`, for all that has words on the page of a community's record. */
const said: ReadonlySet<string> = new Set(
  globSync("*/messages/**/en.json", { cwd: sources })
    .flatMap((file) => Object.keys(catalogueIn(file)))
    .filter((key) => key.startsWith("log.")),
);

/** The capabilities of the program; a test may have commands of its own. */
const capabilities: ReadonlySet<string> = new Set(
  globSync("*/messages", { cwd: sources }).map((folder) => path.dirname(folder)),
);

/** The keys that the record of a community lacks to tell of these events. The server's own record has no page, and needs none. */
export function unsaid(events: readonly LoggedEvent[]): readonly string[] {
  const keys = events
    .filter((event) => event.chain !== serverChain && capabilities.has(capabilityOf(event)))
    .map((event) => `log.${capabilityOf(event)}.${event.name}`);
  return [...new Set(keys)].filter((key) => !said.has(key));
}

function catalogueIn(file: string): object {
  return JSON.parse(readFileSync(path.join(sources, file), "utf8")) as object;
}

function capabilityOf({ command }: LoggedEvent): string {
  return command.split("/")[0] ?? "";
}
