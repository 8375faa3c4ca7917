import { expect, test } from "vitest";
import { blockListRows, readBlockList } from "./block-list.ts";

const hosts = [
  { host: "spam.example", severity: "suspend", reason: "sends mentions to strangers" },
  { host: "loud.example", severity: "silence", reason: "=1+1" },
] as const;

test("a list that was written is read again as it was", () => {
  expect(readBlockList(blockListRows(hosts), "")).toEqual({ hosts, skipped: 0 });
});

test("a list of Mastodon is read by the names of its columns, whatever their order", () => {
  const rows = [
    ["#severity", "#domain", "#public_comment"],
    ["suspend", "Spam.example", ""],
    ["limit", "loud.example", "too loud"],
    ["noop", "media.example", ""],
    ["suspend", "not a host", ""],
    ["", "", ""],
  ];
  expect(readBlockList(rows, "from a list")).toEqual({
    hosts: [
      { host: "spam.example", severity: "suspend", reason: "from a list" },
      { host: "loud.example", severity: "silence", reason: "too loud" },
    ],
    skipped: 2,
  });
});

test("a bare list of hosts blocks them all", () => {
  const read = readBlockList([["one.example"], ["two.example"]], "from a list");
  expect(read.hosts.map(({ host, severity }) => [host, severity])).toEqual([
    ["one.example", "suspend"],
    ["two.example", "suspend"],
  ]);
});
