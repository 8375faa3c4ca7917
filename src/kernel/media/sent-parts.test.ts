import { describe, expect, test } from "vitest";
import fc from "fast-check";
import { readSentParts, type PartLimits } from "./sent-parts.ts";

const limits: PartLimits = { mostFiles: 2, mostFileBytes: 1_000, mostTextBytes: 500, mostParts: 20 };
const type = "multipart/form-data; boundary=----Line7f3a";
const line = "------Line7f3a";

const text = (name: string, value: string) =>
  `${line}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
const file = (name: string, value: string, called = "a.txt") =>
  `${line}\r\nContent-Disposition: form-data; name="${name}"; filename="${called}"\r\nContent-Type: image/png\r\n\r\n${value}\r\n`;
const end = `${line}--\r\n`;

/** The body in chunks of so many bytes, and how many of them were asked for. */
function arriving(body: string, size = 7) {
  const bytes = Buffer.from(body);
  const asked = { bytes: 0 };
  async function* chunks() {
    for (let from = 0; from < bytes.length; from += size) {
      asked.bytes = Math.min(bytes.length, from + size);
      yield bytes.subarray(from, from + size);
    }
  }
  return { chunks: chunks(), asked };
}

const read = (body: string, size?: number, takes = true, given = type) =>
  readSentParts(arriving(body, size).chunks, given, limits, () => takes);

describe("a form that comes in parts", () => {
  test("gives its texts and its files in their order, however the bytes are cut", async () => {
    const body = text("note", "Grüße\r\n--\r\n") + file("file", "\r\n------Line7f3", "ä.txt") + text("then", "") + end;
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 400 }), async (size) => {
        const got = await read(body, size);
        expect(got).toEqual({
          ok: true,
          value: {
            fields: [
              ["note", "Grüße\r\n--\r\n"],
              ["then", ""],
            ],
            files: [{ field: "file", name: "ä.txt", bytes: Buffer.from("\r\n------Line7f3") }],
            fault: undefined,
          },
        });
      }),
      { numRuns: 60 },
    );
  });

  test("brings no file where none was chosen, and an empty one where an empty one was", async () => {
    const got = await read(file("file", "", "") + file("file", "", "empty.txt") + end);
    expect(got.ok && got.value.files.map(({ name }) => name)).toEqual(["empty.txt"]);
  });

  test("with a file too large is read no further, and what stood before it is known", async () => {
    const { chunks, asked } = arriving(`${text("note", "typed")}${file("file", "x".repeat(100_000))}${end}`);
    const got = await readSentParts(chunks, type, limits, () => true);
    expect(got).toMatchObject({
      ok: true,
      value: { fields: [["note", "typed"]], files: [], fault: { kind: "file-too-large" } },
    });
    expect(asked.bytes).toBeLessThan(2_000);
  });

  test("with one file more than are taken stops there", async () => {
    const got = await read(file("file", "a") + file("file", "b") + file("file", "c") + end);
    expect(got).toMatchObject({ ok: true, value: { fault: { kind: "too-many-files", most: 2 } } });
  });

  test("whose files are not wanted is read up to the first of them", async () => {
    const { chunks, asked } = arriving(`${text("note", "typed")}${file("file", "x".repeat(900))}${end}`);
    const got = await readSentParts(chunks, type, limits, (fields) => fields.length > 1);
    expect(got).toMatchObject({ ok: true, value: { fields: [["note", "typed"]], files: [], fault: undefined } });
    expect(asked.bytes).toBeLessThan(300);
  });

  test("is refused with more text or more parts than any form has", async () => {
    const long = await read(text("a", "x".repeat(300)) + text("b", "x".repeat(300)) + end);
    const many = await read(Array.from({ length: 30 }, () => text("a", "")).join("") + end);
    for (const got of [long, many]) expect(got).toEqual({ ok: false, refusal: { kind: "form-too-large" } });
  });

  test.each([
    ["another line than it says", (text("a", "x") + end).replaceAll("Line7f3a", "other"), type],
    ["no line", text("a", "x") + end, "multipart/form-data"],
    ["no end", text("a", "x"), type],
    ["an end in the middle of a file", file("file", "x".repeat(200)).slice(0, -60), type],
    ["a part without a name", `${line}\r\nContent-Type: text/plain\r\n\r\nx\r\n${end}`, type],
    ["a head without end", `${line}\r\nContent-Disposition: form-data; name="a"${"x".repeat(9_000)}`, type],
    ["nothing in it", "", type],
    ["ten thousand bytes before its first line", `${"x".repeat(10_000)}\r\n${text("a", "x")}${end}`, type],
  ])("is none with %s", async (_words, body, given) => {
    expect(await read(body, 512, true, given)).toEqual({ ok: false, refusal: { kind: "form-unreadable" } });
  });

  test("that drips in byte by byte costs no more than its length", async () => {
    const roomy = { ...limits, mostFileBytes: 4_000_000 };
    const { chunks } = arriving(`${file("file", "x".repeat(300_000))}${end}`, 1);
    const began = process.cpuUsage();
    const got = await readSentParts(chunks, type, roomy, () => true);
    expect(got.ok && got.value.files[0]?.bytes.length).toBe(300_000);
    expect(process.cpuUsage(began).user).toBeLessThan(3_000_000);
  });
});
