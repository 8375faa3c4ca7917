import { openLooking, type Looking } from "../directory/index.ts";
import type { Application } from "../kernel/application.ts";
import { textsInDns } from "../kernel/federation/egress/texts-in-dns.ts";
import type { OpenedFederation } from "./federated.ts";

/**
 * How the directory looks at other servers. A server that is on the loopback itself has no address to give to those it asks, and asks nobody,
 * unless a trial says where the servers are.
 */
export function lookingOf(
  { origin, clock }: Application,
  toProve: OpenedFederation["toProve"] | undefined,
  whereIs: ((host: string) => string) | undefined,
): Looking | undefined {
  const isOnLoopback = /^(localhost|127(\.\d+){3}|\[::1\])$/.test(origin.hostname);
  if (toProve === undefined || (isOnLoopback && whereIs === undefined)) return undefined;
  return openLooking({
    ...toProve,
    clock,
    whereIs: whereIs ?? ((host) => `https://${host}`),
    // The places of a trial have no names that the DNS knows.
    textsOf: whereIs === undefined ? textsInDns : async () => [],
    elapsedMs: () => performance.now(),
  });
}
