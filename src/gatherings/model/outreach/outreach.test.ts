import { expect, test } from "vitest";
import { rowsFrom } from "../../../kernel/text/csv.ts";
import { readTargets } from "./read-targets.ts";
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
  const { targets, unread } = readTargets(
    rowsFrom("allmende.example, de, DE, 480\n@ana@comuna.example\nallmende.example\nnobody"),
  );
  expect(targets).toMatchObject([
    { kind: "instance", address: "allmende.example", language: "de", country: "DE", size: 480 },
    { kind: "account", address: "@ana@comuna.example", language: null, country: "", size: null },
  ]);
  expect(unread).toEqual(["nobody"]);
});

test("a table is read by its header, and rows without a domain or of closed instances are left out", () => {
  const table = [
    "name,domain,software,country,status",
    "Baobab,baobab.example,mastodon,FR,active",
    '"Fjord, the",fjord.example,hometown/mastodon,US/MX,unknown',
    "Gone,gone.example,mastodon,FR,closed",
    "Later,,mastodon,FR,planned (2022-12)",
  ].join("\n");
  expect(readTargets(rowsFrom(table)).targets.map(({ name, address, country }) => [name, address, country])).toEqual([
    ["Baobab", "baobab.example", "FR"],
    ["Fjord, the", "fjord.example", "US"],
  ]);
  const some = readTargets(rowsFrom(table), { country: "fr", language: "", software: "" });
  expect(some.targets.map(({ address }) => address)).toEqual(["baobab.example"]);
  const hometowns = readTargets(rowsFrom(table), { country: "", language: "", software: "hometown" });
  expect(hometowns.targets.map(({ address }) => address)).toEqual(["fjord.example"]);
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
