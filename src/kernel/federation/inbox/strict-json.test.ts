import fc from "fast-check";
import { expect, test } from "vitest";
import { nestedJson } from "../../../../testing/foreign-answers.ts";
import { readStrictJson } from "./strict-json.ts";
import { cpuMilliseconds } from "../../../../testing/cpu-time.ts";

const kindOf = (text: string) => {
  const read = readStrictJson(text);
  return read.ok ? "taken" : read.refusal.kind;
};

test("what is ordinary JSON means what it always means", () => {
  fc.assert(
    fc.property(fc.json({ maxDepth: 6 }), (text) => {
      const read = readStrictJson(text);
      const isOdd = /"(__proto__|constructor|prototype)"\s*:/.test(text) || text.includes("\\u0000");
      const value: unknown = JSON.parse(text);
      expect(isOdd ? { ok: true, value } : read).toEqual({ ok: true, value });
    }),
  );
});

test("what is not JSON is refused and nothing is thrown", () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(["taken", "not-json"]).toContain(kindOf(text));
    }),
  );
  for (const text of ["", "{", '{"a":}', "[1,]", '"open', "nul", '{"a":1}}', "{'a':1}", '{"a\\":1}'])
    expect(kindOf(text)).toBe("not-json");
});

test("a name given twice is refused, however it is written", () => {
  expect(kindOf('{"actor":"https://a.example","actor":"https://b.example"}')).toBe("name-given-twice");
  expect(kindOf('{"actor":1,"\\u0061ctor":2}')).toBe("name-given-twice");
  expect(kindOf('{"object":{"id":1,"id" :2}}')).toBe("name-given-twice");
  expect(kindOf('{"a":{"id":1},"b":{"id":2},"c":["id","id"]}')).toBe("taken");
});

test("names that the runtime knows are refused at any depth", () => {
  for (const name of ["__proto__", "constructor", "prototype", "\\u005f_proto__"]) {
    expect(kindOf(`{"${name}":{"isAdmin":true}}`)).toBe("forbidden-name");
    expect(kindOf(`[{"object":{"${name}":1}}]`)).toBe("forbidden-name");
  }
  expect(kindOf('{"content":"__proto__: constructor"}')).toBe("taken");
});

test("sixty-four levels are taken and one more is not", () => {
  expect(kindOf(nestedJson(64))).toBe("taken");
  expect(kindOf(nestedJson(65))).toBe("too-deep");
  expect(kindOf(nestedJson(100_000))).toBe("too-deep");
  expect(kindOf("[".repeat(100_000))).toBe("too-deep");
});

test("a thousand items are taken and one more is not", () => {
  const items = (count: number) => `[${Array.from({ length: count }, () => "0").join(",")}]`;
  expect(kindOf(items(1000))).toBe("taken");
  expect(kindOf(items(1001))).toBe("too-many-items");
  expect(kindOf(`{"to":${items(1_000_000)}}`)).toBe("too-many-items");
});

test("a text of ten megabytes is refused", () => {
  expect(kindOf(`{"content":"${"x".repeat(10 * 1024 ** 2)}"}`)).toBe("too-long-text");
});

test("NUL is refused in texts and names, and a backslash before u0000 is not NUL", () => {
  expect(kindOf('{"content":"a\\u0000b"}')).toBe("forbidden-character");
  expect(kindOf('{"content":"\\\\\\u0000"}')).toBe("forbidden-character");
  expect(kindOf('{"content":"\\\\u0000"}')).toBe("taken");
});

test("brackets and quotes inside texts are only texts", () => {
  expect(kindOf(`{"content":"${"[{".repeat(1000)}"}`)).toBe("taken");
  expect(kindOf('{"content":"say \\"actor\\": twice","actor":1}')).toBe("taken");
});

test("no text of a megabyte keeps the loop busy", () => {
  const hostile = [
    '"' + "\\".repeat(1_000_000),
    `"${"\\\\".repeat(120_000)}"`,
    `"${"\\u000".repeat(50_000)}"`,
    "{".repeat(1_000_000),
  ];
  for (const text of [...hostile, `{${'"a":'.repeat(200_000)}`, `{"a"${" ".repeat(1_000_000)}`]) {
    expect(cpuMilliseconds(() => readStrictJson(text))).toBeLessThan(100);
  }
});
