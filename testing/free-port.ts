import { createServer } from "node:net";

/** A TCP port at a loopback address that no other test of this machine is given while this process lives; for programs that cannot be told "any". */
export async function freePort(address = "127.0.0.1"): Promise<number> {
  for (let attempt = 0; attempt < 1_000; attempt += 1) {
    const port = FIRST + Math.floor(Math.random() * (AFTER_LAST - FIRST));
    if ((await claim(port)) && (await isFree(port, address))) return port;
  }
  throw new Error(`no port at ${address}`);
}

/**
 * Below the ports from which systems take the near end of a connection: one of
 * those may be in use by the time that the program is up.
 */
const FIRST = 11_000;
const AFTER_LAST = 32_000;

/** Nothing else listens at this address: whoever holds a port here has claimed it on all others. */
const CLAIMS = "127.255.255.254";

/** Listens until this process ends, so that no other process is given the port meanwhile. */
async function claim(port: number): Promise<boolean> {
  const held = await listen(port, CLAIMS);
  held?.unref();
  return held !== undefined;
}

async function isFree(port: number, address: string): Promise<boolean> {
  const probe = await listen(port, address);
  if (probe === undefined) return false;
  await new Promise((resolve) => probe.close(resolve));
  return true;
}

function listen(port: number, address: string) {
  const server = createServer((connection) => connection.destroy());
  return new Promise<typeof server | undefined>((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) =>
      error.code === "EADDRINUSE" ? resolve(undefined) : reject(error),
    );
    server.listen(port, address, () => resolve(server));
  });
}
