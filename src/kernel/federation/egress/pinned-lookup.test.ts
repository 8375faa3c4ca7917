import { expect, test } from "vitest";
import { pinnedLookup, type ResolvedAddress } from "./pinned-lookup.ts";

test("the address that was checked is the one that is connected to, whatever the resolver says the next time", async () => {
  const answers = ["93.184.215.14", "127.0.0.1", "10.0.0.1"];
  let asked = 0;
  const resolve = async () => [{ address: answers[asked++] ?? "", family: 4 } as const];
  const connectTo = lookedUp(resolve);
  expect(await connectTo("rebind.example")).toEqual(["93.184.215.14"]);
  expect(asked).toBe(1);
  await expect(connectTo("rebind.example")).rejects.toThrow("rebind.example leads to 127.0.0.1");
});

test("one private address among public ones spoils the name", async () => {
  const resolve = async () => [
    { address: "93.184.215.14", family: 4 } as const,
    { address: "fd00::1", family: 6 } as const,
  ];
  await expect(lookedUp(resolve)("mixed.example")).rejects.toThrow("mixed.example leads to fd00::1");
});

test("a name without an address is an error, not an empty answer", async () => {
  await expect(lookedUp(async () => [])("empty.example")).rejects.toThrow("empty.example has no address");
});

test("the family that was asked for is the one that is given", async () => {
  const resolve = async () => [
    { address: "2606:4700::1111", family: 6 } as const,
    { address: "93.184.215.14", family: 4 } as const,
  ];
  expect(await lookedUp(resolve, 4)("peer.example")).toEqual(["93.184.215.14"]);
});

function lookedUp(resolve: () => Promise<readonly ResolvedAddress[]>, family?: 4 | 6) {
  const lookup = pinnedLookup(resolve, false);
  return (name: string) =>
    new Promise<readonly string[]>((found, failed) => {
      lookup(name, { all: true, ...(family === undefined ? {} : { family }) }, (error, addresses) => {
        if (error !== null) return failed(error);
        found(Array.isArray(addresses) ? addresses.map(({ address }) => address) : [addresses]);
      });
    });
}
