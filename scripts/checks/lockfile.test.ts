import { expect, test } from "vitest";
import { unsafePackages } from "./lockfile.ts";

const integrity = `sha512-${"A".repeat(86)}==`;
const lock = (entry: object) => ({ lockfileVersion: 3, packages: { "": {}, "node_modules/hono": entry } });

test("a package that is locked by its hash and runs nothing is fine", () => {
  expect(unsafePackages(lock({ version: "4.13.19", integrity }), {})).toEqual([]);
});

test("a package without a hash, or with a weak one, is found (row 44)", () => {
  const finding = "node_modules/hono is not locked by a SHA-512 hash";
  expect(unsafePackages(lock({ version: "4.13.19" }), {})).toEqual([finding]);
  expect(unsafePackages(lock({ integrity: "sha1-2jmj7l5rSw0yVb/vlWAYkK/YBwk=" }), {})).toEqual([finding]);
});

test("a package that comes from a repository, a file or a link is found (row 44)", () => {
  const resolved = "git+ssh://git@code.example/hono.git#main";
  expect(unsafePackages(lock({ integrity, resolved }), {})).toEqual([
    `node_modules/hono comes from elsewhere than the registry (${resolved})`,
  ]);
  expect(unsafePackages(lock({ integrity, link: true }), {})).toHaveLength(1);
});

test("an install script that nobody decided about is found, wherever its package lies (row 44)", () => {
  const script = { integrity, hasInstallScript: true };
  expect(unsafePackages(lock(script), {})).toHaveLength(1);
  expect(unsafePackages(lock(script), { hono: false })).toEqual([]);
  const nested = { lockfileVersion: 3, packages: { "node_modules/a/node_modules/hono": script } };
  expect(unsafePackages(nested, { a: true })).toHaveLength(1);
});
