import { existsSync, globSync } from "node:fs";
import { join, resolve } from "node:path";

/** The folder that holds the whole project. */
export const root = join(import.meta.dirname, "..");

/** The files below a folder of the project, as paths that start with `folder` as given, sorted; none when it is not there. */
export function filesUnder(folder: string, accept: (path: string) => boolean = () => true): readonly string[] {
  const from = resolve(root, folder);
  if (!existsSync(from)) return [];
  return globSync("**/*", { cwd: from, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => folder + join(entry.parentPath, entry.name).slice(from.length))
    .filter(accept)
    .sort();
}
