import { createServer } from "node:net";

/** A TCP port that nobody listened on a moment ago, at a loopback address; for programs that cannot be told "any". */
export function freePort(address = "127.0.0.1"): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, address, () => {
      const bound = probe.address();
      probe.close(() =>
        typeof bound === "object" && bound !== null ? resolve(bound.port) : reject(new Error(`no port at ${address}`)),
      );
    });
  });
}
