import { expect, test } from "vitest";
import { createServedDocuments, type ServedDocument } from "./served-documents.ts";

const now = Temporal.Instant.from("2026-11-28T10:00:00Z");
const minute = Temporal.Duration.from({ minutes: 1 });
const address = "/gatherings/1?page=2";
const ask = (headers: Readonly<Record<string, string>> = {}) =>
  new Request(new URL(address, "https://gather.example"), { headers });
const made = async (): Promise<ServedDocument> => ({
  status: 200,
  type: "application/activity+json",
  body: '{"name":"é"}',
});

function remembering() {
  let at = now;
  const documents = createServedDocuments(() => at, minute);
  return { documents, wait: (duration: Temporal.Duration) => void (at = at.add(duration)) };
}

test("what was asked for once is answered from memory, in the same words and under the same headers", async () => {
  const { documents } = remembering();
  expect(documents.remembered(address, undefined)).toBeUndefined();
  const first = await documents.answer(ask(), made);
  const again = documents.remembered(address, undefined);
  expect(again?.status).toBe(200);
  expect(again?.headers).toEqual(Object.fromEntries(first?.headers ?? []));
  expect(again?.headers["content-length"]).toBe("13");
  expect(Buffer.from(again?.body ?? []).toString()).toBe(await first?.text());
});

test("whoever has it already is told so", async () => {
  const { documents } = remembering();
  const etag = (await documents.answer(ask(), made))?.headers.get("etag") ?? "";
  expect(documents.remembered(address, etag)).toMatchObject({ status: 304, body: undefined });
  expect((await documents.answer(ask({ "if-none-match": etag }), made))?.status).toBe(304);
  expect(documents.remembered(address, '"another"')?.status).toBe(200);
});

test("it is forgotten when something changed, and in time", async () => {
  const { documents, wait } = remembering();
  await documents.answer(ask(), made);
  documents.changed();
  expect(documents.remembered(address, undefined)).toBeUndefined();
  await documents.answer(ask(), made);
  wait(minute);
  expect(documents.remembered(address, undefined)).toBeUndefined();
});

test("an address is remembered by its whole query, and none that says it otherwise", async () => {
  const { documents } = remembering();
  await documents.answer(ask(), made);
  for (const other of ["/gatherings/1", "/gatherings/1?page=3", "/gatherings/../gatherings/1?page=2"])
    expect(documents.remembered(other, undefined)).toBeUndefined();
});
