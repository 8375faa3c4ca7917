import { mkdirSync, readFileSync, statfsSync, writeFileSync } from "node:fs";
import path from "node:path";
import { DatabaseSync } from "node:sqlite";

/** The data folder, held by this process alone. A resource: released by `release`, or by the system when the process ends. */
export interface HeldFolder {
  readonly release: () => void;
  /** Whether the folder seems to lie on a network file system, where the embedded database is not safe. */
  readonly isOnNetwork: boolean;
}

/** Another process holds the folder. */
export class FolderHeld extends Error {
  constructor(folder: string, holder: string) {
    super(`${folder} is in use by ${holder}. Stop that one first, or set KOINON_DATA to another folder.`);
    this.name = "FolderHeld";
  }
}

/** The data folder cannot be made, or nothing can be kept in it. */
export class FolderUnusable extends Error {
  constructor(folder: string, cause: unknown) {
    const why = cause instanceof Error ? cause.message : String(cause);
    super(`${folder} cannot be the data folder (${why}). Set KOINON_DATA to a folder that this user may write to.`, {
      cause,
    });
    this.name = "FolderUnusable";
  }
}

// Magic numbers of statfs(2): NFS, SMB, CIFS, SMB2, FUSE (which may be sshfs), Ceph, 9p.
const networkFileSystems = new Set([0x6969, 0x517b, 0xff534d42, 0xfe534d42, 0x65735546, 0x00c36400, 0x01021997]);

/**
 * Makes the folder if need be and holds it.
 *
 * The lock is an open exclusive transaction on a small database of its own: the system drops it with the process, so that a
 * process that died never stands in the way, which a file with a process id would.
 *
 * @throws FolderHeld naming who holds it and since when
 * @throws FolderUnusable
 */
export function holdDataFolder(folder: string, now: Temporal.Instant): HeldFolder {
  const note = path.join(folder, "holder.txt");
  const lock = openLock(folder);
  try {
    lock.exec("PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE;");
  } catch {
    lock.close();
    throw new FolderHeld(folder, readNote(note));
  }
  writeFileSync(note, `process ${process.pid}, started ${now.round("second").toString()}`);
  return { release: () => lock.close(), isOnNetwork: networkFileSystems.has(statfsSync(folder).type) };
}

function openLock(folder: string): DatabaseSync {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    return new DatabaseSync(path.join(folder, "lock.sqlite"), { timeout: 0 });
  } catch (cause) {
    throw new FolderUnusable(folder, cause);
  }
}

function readNote(note: string): string {
  try {
    return readFileSync(note, "utf8");
  } catch {
    return "another process";
  }
}
