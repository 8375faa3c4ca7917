import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { startSnacProcess, type SnacProcess, type SnacSettings } from "./snac2-process.ts";
import { snacUser, type SnacUser } from "./snac2-user.ts";

export { findSnac } from "./snac2-process.ts";
export { authorizeWithoutBrowser } from "./snac2-sign-in.ts";
export type { SnacUser } from "./snac2-user.ts";

/** A running snac2 with its people. */
export type Snac<Name extends string = string> = AsyncDisposable & {
  /** For example `http://127.0.0.11:40123`; its host with port stands in every id and handle. */
  readonly origin: string;
  readonly users: { readonly [name in Name]: SnacUser };
  /** What it wrote to its log, at debug level 1. */
  readonly log: () => string;
  /** Runs one command of its command line, with its data folder put in: `run("unfollow", "ana", url)`. */
  readonly run: (command: string, ...words: readonly string[]) => Promise<string>;
  /** Puts a file into its data folder, as its operator does: `greeting.html` is its front page. */
  readonly putFile: (name: string, text: string) => Promise<void>;
  /** Ends it and removes its data. */
  readonly stop: () => Promise<void>;
};

/**
 * Starts a real snac2, in half a second, with an account for each name in `users`.
 *
 * It speaks plain http on a loopback address, keeps its data in a temporary folder, and runs as an ordinary user even when the tests
 * run as root. What it is asked to do reaches other servers within about a tenth of a second. Throws, with snac2's log, when it does
 * not come up within five seconds. Asks for Debian's package snac2, tried with 2.96.
 */
export async function startSnac<const Name extends string>(settings: SnacSettings<Name>): Promise<Snac<Name>> {
  const snac: SnacProcess = await startSnacProcess(settings);
  return {
    origin: snac.origin,
    users: usersOf(snac, settings.users),
    log: snac.log,
    run: snac.run,
    putFile: (name, text) => writeFile(join(snac.folder, name), text),
    stop: snac.stop,
    [Symbol.asyncDispose]: snac.stop,
  };
}

function usersOf<Name extends string>(
  snac: SnacProcess,
  names: readonly Name[],
): { readonly [name in Name]: SnacUser } {
  // Object.fromEntries forgets which names went in; they are exactly those of the list.
  return Object.fromEntries(names.map((name) => [name, snacUser(snac, name)])) as { [name in Name]: SnacUser };
}
