import fastCheck from "fast-check";
import { describe, expect, test } from "vitest";
import { readHostList, writeHostList, type ListedHost } from "./host-list.ts";

describe("a list of servers", () => {
  test("is read in Mastodon's columns, in whatever order they stand", () => {
    const list =
      '#domain,#severity,#reject_media,#reject_reports,#public_comment,#obfuscate\r\nEvil.example,suspend,false,false,"Spam, and worse",false\nloud.example,silence,false,false,,false\nodd.example,noop,false,false,,false\n';
    expect(readHostList(list)).toEqual([
      { host: "evil.example", level: "block", reason: "Spam, and worse" },
      { host: "loud.example", level: "limit", reason: "" },
    ]);
    expect(readHostList("severity,domain\nsilence,loud.example")).toEqual([
      { host: "loud.example", level: "limit", reason: "" },
    ]);
  });

  test("may be one server a line", () => {
    expect(readHostList("evil.example\n\n bad.example \n")?.map((listed) => listed.host)).toEqual([
      "evil.example",
      "bad.example",
    ]);
  });

  test("leaves out what names no server", () => {
    expect(readHostList('ev*l.example\nexample\nnot a host\n"quo"ted\n')).toEqual([]);
  });

  test("is not made of something else", () => {
    expect(readHostList("a,b\n1,2")).toBeUndefined();
  });

  test("is written so that a spreadsheet runs nothing", () => {
    const written = writeHostList([
      { host: "evil.example", level: "block", reason: '=HYPERLINK("https://evil.example")' },
    ]);
    expect(written.split("\r\n")[1]).toBe(
      `evil.example,suspend,false,false,"'=HYPERLINK(""https://evil.example"")",false`,
    );
  });

  test("is the same after it was written and read again", () => {
    const listed = fastCheck.record({
      host: fastCheck.domain(),
      level: fastCheck.constantFrom("limit" as const, "block" as const),
      reason: fastCheck.string({ unit: "grapheme" }).map((reason) => reason.trim()),
    });
    fastCheck.assert(
      fastCheck.property(fastCheck.array(listed, { minLength: 1 }), (hosts: readonly ListedHost[]) => {
        expect(readHostList(writeHostList(hosts))).toEqual(
          hosts.map((each) => ({ ...each, host: each.host.toLowerCase() })),
        );
      }),
    );
  });

  test("of 100,000 quotes is read in no time", () => {
    const before = process.cpuUsage();
    readHostList('"'.repeat(100_000));
    readHostList(`#domain\n${'"",'.repeat(33_000)}`);
    // Milliseconds of the processor; whoever went back for each quote would need ten thousand millions of steps.
    expect(process.cpuUsage(before).user / 1000).toBeLessThan(1_000);
  });
});
