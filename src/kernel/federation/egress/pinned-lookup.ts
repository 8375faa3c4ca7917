import type { LookupFunction } from "node:net";
import { isPublicAddress } from "./public-address.ts";

/** One address of a name. */
export interface ResolvedAddress {
  readonly address: string;
  readonly family: 4 | 6;
}

/** Asks for the addresses of a name. */
export type Resolve = (name: string) => Promise<readonly ResolvedAddress[]>;

/** A name that leads, or may lead, somewhere private. */
export class PrivateAddress extends Error {
  constructor(name: string, address: string) {
    super(`${name} leads to ${address}`);
    this.name = "PrivateAddress";
  }
}

/**
 * A lookup for sockets that checks every address of a name, and connects to what it checked: the name is asked for once, so
 * that a resolver that changes its answer (DNS rebinding) has nothing to change.
 *
 * A name with one private address among public ones is refused whole.
 */
export function pinnedLookup(resolve: Resolve, allowsPrivateAddresses: boolean): LookupFunction {
  const find = async (name: string, family: number | string | undefined) => {
    const found = await resolve(name);
    const unsafe = found.find(({ address }) => !allowsPrivateAddresses && !isPublicAddress(address));
    if (unsafe !== undefined) throw new PrivateAddress(name, unsafe.address);
    const usable = found.filter((one) => (family !== 4 && family !== 6) || one.family === family);
    if (usable.length === 0) throw new Error(`${name} has no address`);
    return usable;
  };
  return (name, options, answer) => {
    find(name, options.family).then(
      (usable) => {
        const first = usable[0];
        return options.all === true || first === undefined
          ? answer(null, usable)
          : answer(null, first.address, first.family);
      },
      (cause: unknown) => answer(cause instanceof Error ? cause : new Error(String(cause)), ""),
    );
  };
}
