import { openKoinon, type Koinon } from "../src/main/koinon.ts";
import { listen } from "../src/main/listen.ts";
import { readConfiguration } from "../src/main/configuration.ts";
import { freePort } from "./free-port.ts";
import { openTestDatabase } from "./test-database.ts";
import type { Clock } from "../src/kernel/base/time.ts";

/** A whole Koinon on a loopback address: the real program but for its clock, on an empty database of the run's engine. */
export interface RunningKoinon extends AsyncDisposable {
  readonly koinon: Koinon;
  readonly origin: string;
  stop(): Promise<void>;
}

/** How a Koinon under test differs from a plain one. */
export interface KoinonSettings {
  /** A loopback address of its own, so that two Koinons are two hosts. */
  readonly address?: string;
  /** Left out, the clock is the machine's: signatures of real servers are judged by it, unless they go by the same clock. */
  readonly clock?: { readonly now: Clock };
  readonly variables?: Readonly<Record<string, string>>;
  /** Where the servers of the directory's places are; left out, none is looked at. */
  readonly whereIs?: (host: string) => string;
}

/** Starts a Koinon and lets it work; the test stops it. */
export async function startKoinon({
  address = "127.0.0.1",
  clock,
  variables = {},
  whereIs,
}: KoinonSettings = {}): Promise<RunningKoinon> {
  const port = await freePort(address);
  const origin = `http://${address}:${port}`;
  const database = await openTestDatabase();
  const configuration = readConfiguration({
    KOINON_ORIGIN: origin,
    KOINON_HOST: address,
    KOINON_ALLOW_PRIVATE_ADDRESSES: "yes",
    PORT: String(port),
    ...variables,
  });
  const options = {
    ...(clock !== undefined && { clock: clock.now }),
    ...(whereIs !== undefined && { whereIs }),
  };
  const koinon = await openKoinon({ ...configuration, database: database.location }, options);
  const listening = await listen(koinon, { host: address, port });
  koinon.work();
  const stop = async () => {
    await listening.close();
    await koinon.close();
    await database.discard();
  };
  return { koinon, origin, stop, [Symbol.asyncDispose]: stop };
}
