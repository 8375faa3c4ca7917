import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { root } from "../repository-files.ts";
import type { Check } from "./check.ts";

const lockFile = z.object({
  lockfileVersion: z.number(),
  packages: z.record(
    z.string(),
    z.object({
      version: z.string().optional(),
      integrity: z.string().optional(),
      resolved: z.string().optional(),
      link: z.boolean().default(false),
      hasInstallScript: z.boolean().default(false),
    }),
  ),
});
const packageFile = z.object({ allowScripts: z.record(z.string(), z.boolean()).default({}) });

/** What npm would install is what was looked at. */
export const lockfile: Check = {
  name: "lockfile",
  promise: "every package is locked by its hash, comes from the registry, and runs nothing unless package.json says so",
  findings: async () => {
    const read = async (file: string): Promise<unknown> => JSON.parse(await readFile(join(root, file), "utf8"));
    const { allowScripts } = packageFile.parse(await read("package.json"));
    return unsafePackages(await read("package-lock.json"), allowScripts);
  },
};

/** Packages of a lock file that could be others tomorrow, or that bring a script of which nobody decided whether it may run. */
export function unsafePackages(lock: unknown, allowScripts: Readonly<Record<string, boolean>>): readonly string[] {
  const installed = Object.entries(lockFile.parse(lock).packages).filter(([place]) => place !== "");
  return installed.flatMap(([place, entry]) => {
    const name = place.replace(/^.*node_modules\//, "");
    const isLocked = /^sha512-[A-Za-z0-9+/]{86}==$/.test(entry.integrity ?? "");
    const isFromElsewhere = entry.link || entry.resolved !== undefined;
    const isDecided = !entry.hasInstallScript || name in allowScripts;
    return [
      ...(isLocked ? [] : [`${place} is not locked by a SHA-512 hash`]),
      ...(isFromElsewhere ? [`${place} comes from elsewhere than the registry (${entry.resolved ?? "a link"})`] : []),
      ...(isDecided
        ? []
        : [`${place} brings an install script; decide in package.json, under allowScripts, whether it runs`]),
    ];
  });
}
