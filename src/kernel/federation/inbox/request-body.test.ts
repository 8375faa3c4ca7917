import { expect, test } from "vitest";
import { readRequestBody } from "./request-body.ts";

const url = "https://gather.example/inbox";

test("a body comes as it was sent", async () => {
  const read = await readRequestBody(new Request(url, { method: "POST", body: '{"type":"Follow"}' }));
  expect(read.ok && Buffer.from(read.value).toString()).toBe('{"type":"Follow"}');
  expect(await readRequestBody(new Request(url, { method: "POST" }))).toEqual({ ok: true, value: new Uint8Array() });
});

test("a declared flood is refused before a byte of it is read", async () => {
  const asked: number[] = [];
  const request = streamed(
    (piece) => {
      asked.push(piece);
      return new Uint8Array(1024);
    },
    { "content-length": `${1024 ** 3}` },
  );
  expect(await readRequestBody(request)).toEqual({ ok: false, refusal: { kind: "too-large" } });
  // A stream may fill its own small queue before anybody reads.
  expect(asked.length).toBeLessThan(3);
});

test("an undeclared flood is refused at the first byte too many", async () => {
  const before = process.memoryUsage().rss;
  const flood = streamed(() => new Uint8Array(65_536));
  expect(await readRequestBody(flood)).toEqual({ ok: false, refusal: { kind: "too-large" } });
  expect(process.memoryUsage().rss - before).toBeLessThan(50 * 1024 ** 2);
  const exact = () => new Request(url, { method: "POST", body: "x".repeat(100) });
  expect((await readRequestBody(exact(), { mostBytes: 100 })).ok).toBe(true);
  expect((await readRequestBody(exact(), { mostBytes: 99 })).ok).toBe(false);
});

test("a body that dribbles is given up at the deadline", async () => {
  const request = streamed(() => undefined);
  const started = performance.now();
  expect(await readRequestBody(request, { deadlineMs: 30 })).toEqual({ ok: false, refusal: { kind: "too-slow" } });
  expect(performance.now() - started).toBeLessThan(3_000);
});

test("a packed body is not unpacked", async () => {
  const request = new Request(url, { method: "POST", body: "x", headers: { "content-encoding": "gzip" } });
  expect(await readRequestBody(request)).toEqual({ ok: false, refusal: { kind: "packed" } });
});

test("a body that breaks off is no body", async () => {
  const request = streamed(() => {
    throw new Error("the connection was cut");
  });
  expect(await readRequestBody(request)).toEqual({ ok: false, refusal: { kind: "broken-off" } });
});

/** A request whose body comes piece by piece; no piece means that nothing more ever comes. */
function streamed(next: (piece: number) => Uint8Array | undefined, headers: Record<string, string> = {}): Request {
  let piece = 0;
  const body = new ReadableStream<Uint8Array>({
    pull: (controller) => {
      const bytes = next(piece++);
      if (bytes === undefined) return new Promise(() => {});
      controller.enqueue(bytes);
      return undefined;
    },
  });
  // The platform asks for `duplex` with a stream; the types of the browser do not know it yet.
  const init: RequestInit & { readonly duplex: "half" } = { method: "POST", body, duplex: "half", headers };
  return new Request(url, init);
}
