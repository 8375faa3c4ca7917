import { execFileSync } from "node:child_process";
import { closeSync, mkdtempSync, openSync, rmdirSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A file system in memory with little room. A resource: whoever mounted it unmounts it. */
export interface SmallDisk {
  readonly folder: string;
  /** Leaves no room for anything. */
  fill(): void;
  /** Takes away what filled it. */
  free(): void;
  unmount(): void;
}

/** Mounts a small disk, or says why this machine will not; only root may, and not in every container. */
export function mountSmallDisk(megabytes: number): SmallDisk | { readonly whyNot: string } {
  const folder = mkdtempSync(join(tmpdir(), "koinon-small-disk-"));
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", `size=${megabytes}m`, "tmpfs", folder], {
      stdio: ["ignore", "ignore", "pipe"],
    });
  } catch (cause) {
    rmdirSync(folder);
    return { whyNot: cause instanceof Error ? cause.message : String(cause) };
  }
  const ballast = join(folder, "ballast");
  return {
    folder,
    fill: () => fill(ballast),
    free: () => rmSync(ballast),
    unmount: () => {
      execFileSync("umount", ["--lazy", folder]);
      rmdirSync(folder);
    },
  };
}

function fill(file: string): void {
  const opened = openSync(file, "w");
  // Large pieces first, then what is left of the last page.
  for (const size of [1024 * 1024, 4096, 1]) {
    const piece = Buffer.alloc(size, 7);
    while (writes(opened, piece));
  }
  closeSync(opened);
}

function writes(opened: number, piece: Buffer): boolean {
  try {
    return writeSync(opened, piece) > 0;
  } catch {
    return false;
  }
}
