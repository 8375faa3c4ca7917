import { readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { filesUnder, root } from "../repository-files.ts";
import type { Check } from "./check.ts";

const sourceLines = 300;
const testLines = 600;

/** Names that say nothing of what a file holds (STYLE.md, Naming). */
const emptyNames = /^(utils?|helpers?|manager|services?|common|misc|data|info)\./;

/** The rooms of a capability (ARCHITECTURE.md); a new kind of file needs a decision record first. */
const rooms = ["model", "commands", "store", "federation", "pages", "islands", "messages", "methods", "notices"];
const doors = ["capability.ts", "index.ts", "notices.ts", "notices.store.test.ts"];
const notCapabilities = ["kernel", "ui", "main"];

/** Where files lie, what they are called and how long they are. */
export const layout: Check = {
  name: "layout",
  promise: `files lie in the known rooms, are named by what they hold and stay under ${sourceLines} lines`,
  findings: async () => {
    const code = ["src", "testing", "journeys", "bench", "scripts"].flatMap((folder) => filesUnder(folder, isCode));
    const lengths = await Promise.all(code.map(tooLong));
    return [...lengths.flat(), ...code.flatMap(emptyName), ...filesUnder("src").flatMap(outsideItsRoom)];
  },
};

async function tooLong(file: string): Promise<readonly string[]> {
  const lines = (await readFile(join(root, file), "utf8")).split("\n").length - 1;
  const most = /\.(test|spec)\.tsx?$/.test(file) ? testLines : sourceLines;
  return lines > most ? [`${file} has ${lines} lines; split it by idea (at most ${most})`] : [];
}

/** A file whose name says nothing of what it holds: `emptyName("src/ui/utils.ts")` finds one. */
export function emptyName(file: string): readonly string[] {
  return emptyNames.test(basename(file)) ? [`${file} is not named by what it holds`] : [];
}

/** A file of a capability that lies in none of its rooms: `outsideItsRoom("src/gatherings/lib/slot.ts")` finds one. */
export function outsideItsRoom(file: string): readonly string[] {
  const [, capability = "", room = "", ...deeper] = file.split("/");
  if (notCapabilities.includes(capability)) return [];
  if (deeper.length > 0 ? rooms.includes(room) : doors.includes(room)) return [];
  return [`${file} lies in no room of a capability (${[...rooms, ...doors].join(", ")})`];
}

function isCode(file: string): boolean {
  return /\.(tsx?|css|mjs)$/.test(file) && !file.startsWith("scripts/fixtures/");
}
