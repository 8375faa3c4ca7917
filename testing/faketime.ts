import { globSync } from "node:fs";
import { rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { LeapingClock } from "./leaping-clock.ts";

/** The library of Debian's package libfaketime, for programs with threads; undefined when it is not installed. */
export function findFaketime(): string | undefined {
  return globSync("/usr/lib/{*/,}faketime/libfaketimeMT.so.1")[0];
}

/**
 * The environment in which a foreign program takes the clock for the machine's, leaps included. `folder` must be open to whoever
 * runs the program. Timers go on as they are.
 */
export async function lendClock(clock: LeapingClock, folder: string): Promise<Readonly<Record<string, string>>> {
  const library = findFaketime();
  if (library === undefined) throw new Error("a clock can be lent only with Debian's package libfaketime installed");
  const file = join(folder, "clock");
  await clock.follow(async (ahead) => {
    const seconds = ahead.total({ unit: "seconds" });
    await writeFile(`${file}.new`, `${seconds < 0 ? "" : "+"}${seconds}\n`);
    await rename(`${file}.new`, file);
  });
  return {
    LD_PRELOAD: library,
    FAKETIME_TIMESTAMP_FILE: file,
    FAKETIME_NO_CACHE: "1",
    FAKETIME_DONT_FAKE_MONOTONIC: "1",
  };
}
