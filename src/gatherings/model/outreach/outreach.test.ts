import { expect, test } from "vitest";
import { csvFrom, rowsFrom } from "../../../kernel/text/csv.ts";
import { readTargets, rowsOfTargets } from "./read-targets.ts";
import { balanceOf, sizeClass, typedAddress } from "./target.ts";

test("an address is an instance, an account or a mailbox, and nothing else", () => {
  expect(typedAddress(" https://Allmende.example/ ")).toEqual({ kind: "instance", address: "allmende.example" });
  expect(typedAddress("@Ana@Comuna.example")).toEqual({ kind: "account", address: "@ana@comuna.example" });
  expect(typedAddress("Ana+meet@Mail.example")).toEqual({ kind: "email", address: "ana+meet@mail.example" });
  for (const text of ["", "ana", "@ana", "a b.example", "<script>.example", "ana@b@c.example"]) {
    expect(typedAddress(text)).toBe(undefined);
  }
});

test("a plain list names one target a line, with what is known of it after commas", () => {
  const { targets, skipped } = readTargets(
    rowsFrom("allmende.example, de, DE, 480\n@ana@comuna.example\nallmende.example\nnobody"),
  );
  expect(targets).toMatchObject([
    { kind: "instance", address: "allmende.example", language: "de", country: "DE", size: 480 },
    { kind: "account", address: "@ana@comuna.example", language: null, country: "", size: null },
  ]);
  expect(skipped).toEqual([
    { what: "allmende.example", reason: "twice" },
    { what: "nobody", reason: "unreadable" },
  ]);
});

test("a table is read by its header, and of each row that is not taken it is said why", () => {
  const table = [
    "name,domain,software,country,status",
    "Baobab,baobab.example,mastodon,FR,active",
    '"Fjord, the",fjord.example,hometown/mastodon,US/MX,unknown',
    "Gone,gone.example,mastodon,FR,closed",
    "Later,,mastodon,FR,planned (2022-12)",
    "Nameless,,mastodon,FR,active",
  ].join("\n");
  expect(readTargets(rowsFrom(table)).targets.map(({ name, address, country }) => [name, address, country])).toEqual([
    ["Baobab", "baobab.example", "FR"],
    ["Fjord, the", "fjord.example", "US"],
  ]);
  expect(readTargets(rowsFrom(table)).skipped).toEqual([
    { what: "Gone", reason: "closed" },
    { what: "Later", reason: "planned" },
    { what: "Nameless", reason: "no-domain" },
  ]);
  const some = readTargets(rowsFrom(table), { country: "fr", language: "", software: "" });
  expect(some.targets.map(({ address }) => address)).toEqual(["baobab.example"]);
  expect(some.skipped).toContainEqual({ what: "fjord.example", reason: "filtered" });
  const hometowns = readTargets(rowsFrom(table), { country: "", language: "", software: "hometown" });
  expect(hometowns.targets.map(({ address }) => address)).toEqual(["fjord.example"]);
});

test("what was taken of a list is read again as it was", () => {
  const list =
    'name,domain,software,country,languages,users\n"Fjord, the",fjord.example,mastodon,NO,en,120\n,@ana@comuna.example,,,,';
  const { targets } = readTargets(rowsFrom(list));
  expect(readTargets(rowsFrom(csvFrom(rowsOfTargets(targets))))).toEqual({ targets, skipped: [] });
});

test("a board is in balance by country, language and size", () => {
  const { targets } = readTargets(rowsFrom("a.example,de,DE,50\nb.example,de,CH,500\nc.example,,DE"));
  expect(balanceOf(targets)).toEqual({
    countries: [
      ["DE", 2],
      ["CH", 1],
    ],
    languages: [
      ["de", 2],
      ["", 1],
    ],
    sizes: [
      ["middle", 1],
      ["small", 1],
      ["unknown", 1],
    ],
  });
  expect([99, 100, 999, 1000].map(sizeClass)).toEqual(["small", "middle", "middle", "large"]);
});
