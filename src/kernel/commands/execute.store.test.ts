import { afterEach, beforeEach, expect, test } from "vitest";
import { z } from "zod";
import { keepNextNote, keepNote, keepNotes, notesSchema } from "../../../testing/notes-commands.ts";
import { noteIds } from "../../../testing/notes-table.ts";
import { by, byPerson, openTestApplication, type TestApplication } from "../../../testing/test-application.ts";
import { logTables } from "../activity-log/log.tables.ts";
import { verifyChain } from "../activity-log/verify.ts";
import { accepted } from "../base/result.ts";
import { jobTables } from "../jobs/jobs.tables.ts";
import { defineCommand } from "./command.ts";
import type { By } from "./execute.ts";
import { receiptTables } from "./receipts.tables.ts";

let opened: TestApplication;

beforeEach(async () => {
  opened = await openTestApplication({ schema: notesSchema });
});

afterEach(() => opened.close());

function federated(key: string): By {
  return { actor: { kind: "person", personId: "ana" }, origin: { from: "federated", key } };
}

/** How many rows each table of the machinery and of the domain has. */
async function rows() {
  const { read } = opened.application;
  const count = async (rows: Promise<readonly unknown[]>) => (await rows).length;
  return {
    notes: await count(noteIds(read)),
    entries: await count(logTables(read).selectFrom("log_entries").selectAll().execute()),
    jobs: await count(jobTables(read).selectFrom("jobs").selectAll().execute()),
    receipts: await count(receiptTables(read).selectFrom("receipts").selectAll().execute()),
  };
}

test("a command leaves its state, its event, its job and its receipt", async () => {
  const answer = await opened.application.execute(keepNote, { chain: "town", id: 1 }, byPerson("ana"));

  expect(answer).toEqual({ ok: true, value: { id: 1, at: "2027-02-01T10:00:00Z" } });
  expect(await rows()).toEqual({ notes: 1, entries: 1, jobs: 1, receipts: 1 });
  expect(opened.events).toMatchObject([
    { id: "town/1", name: "note-kept", actor: "person:ana", command: "notes/keep-note", payload: { id: 1 } },
  ]);
});

test("the same key arriving twice gives the first answer and writes nothing", async () => {
  const first = await opened.application.execute(keepNote, { chain: "town", id: 1 }, federated("https://a.example/1"));
  opened.clock.pass({ hours: 1 });
  const second = await opened.application.execute(keepNote, { chain: "town", id: 2 }, federated("https://a.example/1"));

  expect(second).toEqual(first);
  expect(await rows()).toEqual({ notes: 1, entries: 1, jobs: 1, receipts: 1 });
  expect(opened.events).toHaveLength(1);
});

test("one key may ask for two different commands", async () => {
  await opened.application.execute(keepNote, { chain: "town", id: 1 }, federated("https://a.example/1"));
  await opened.application.execute(keepNextNote, { chain: "town" }, federated("https://a.example/1"));

  expect(await noteIds(opened.application.read)).toEqual([1, 2]);
});

test("two hundred arrivals of one key at once are one act and one answer", async () => {
  const answers = await Promise.all(
    Array.from({ length: 200 }, () => opened.application.execute(keepNextNote, { chain: "town" }, federated("key"))),
  );

  expect(answers.every((answer) => answer.ok && answer.value.id === 1)).toBe(true);
  expect(await rows()).toEqual({ notes: 1, entries: 1, jobs: 0, receipts: 1 });
});

test("arrivals of one key at once are one act even when they name different chains", async () => {
  const { application } = opened;
  // On PostgreSQL all connections are open then, so that none of the arrivals is done before the others begin.
  await Promise.all(Array.from({ length: 10 }, () => rows()));
  const answers = await Promise.all(
    Array.from({ length: 10 }, (_, place) => {
      const chain = `town-${place}`;
      const notes = Array.from({ length: 5 }, (_, note) => ({ chain, id: 10 * place + note + 1 }));
      return application.execute(keepNotes, { chain, notes }, federated("key"));
    }),
  );

  expect(answers).toEqual(answers.map(() => ({ ok: true, value: { kept: [true, true, true, true, true] } })));
  expect(await rows()).toEqual({ notes: 5, entries: 7, jobs: 5, receipts: 1 });
});

test("commands of one community never interleave", async () => {
  const answers = await Promise.all(
    Array.from({ length: 50 }, () => opened.application.execute(keepNextNote, { chain: "town" }, byPerson("ana"))),
  );

  const ids = answers.map((answer) => (answer.ok ? answer.value.id : 0));
  expect(ids.toSorted((one, other) => one - other)).toEqual(Array.from({ length: 50 }, (_, place) => place + 1));
});

test("a refusal undoes everything that was written", async () => {
  const refusal = await opened.application.execute(
    keepNote,
    { chain: "town", id: 1, text: "refused" },
    byPerson("ana"),
  );

  expect(refusal).toEqual({ ok: false, refusal: { kind: "text-refused", id: 1 } });
  expect(await rows()).toEqual({ notes: 0, entries: 0, jobs: 0, receipts: 0 });
  expect(opened.events).toEqual([]);
});

test("a form that was refused may be mended and sent again", async () => {
  const form = byPerson("ana");
  await opened.application.execute(keepNote, { chain: "town", id: 1, text: "refused" }, form);
  const mended = await opened.application.execute(keepNote, { chain: "town", id: 1, text: "mended" }, form);

  expect(mended).toMatchObject({ ok: true });
});

test("a refused activity that comes again is refused again, though it might now succeed", async () => {
  const first = await opened.application.execute(keepNote, { chain: "town", id: 1, text: "refused" }, federated("key"));
  const second = await opened.application.execute(
    keepNote,
    { chain: "town", id: 1, text: "fine now" },
    federated("key"),
  );

  expect(second).toEqual(first);
  expect(await rows()).toEqual({ notes: 0, entries: 0, jobs: 0, receipts: 1 });
});

test("who may not act is refused before anything is done", async () => {
  const refusal = await opened.application.execute(keepNote, { chain: "town", id: 1 }, by({ kind: "visitor" }));
  expect(refusal).toEqual({ ok: false, refusal: { kind: "sign-in-needed" } });
});

test("input of the wrong shape is answered with its problems and leaves no receipt", async () => {
  const answer = await opened.application.execute(keepNote, { chain: "town", id: "one" }, federated("key"));

  expect(answer).toEqual({
    ok: false,
    refusal: { kind: "invalid-input", problems: [{ field: "id", problem: "not-understood", values: {} }] },
  });
  expect(await rows()).toMatchObject({ receipts: 0 });
});

test("a bug in a command undoes it and is thrown, and its key may be tried again", async () => {
  await opened.application.execute(keepNote, { chain: "town", id: 1 }, federated("first"));
  const again = opened.application.execute(keepNote, { chain: "town", id: 1 }, federated("second"));
  await expect(again).rejects.toThrow(/unique/i);

  expect(await rows()).toEqual({ notes: 1, entries: 1, jobs: 1, receipts: 1 });
  const other = await opened.application.execute(keepNote, { chain: "town", id: 2 }, federated("second"));
  expect(other).toMatchObject({ ok: true });
});

test("a command within a command is part of it, and its events go to its own chain", async () => {
  const notes = [
    { chain: "town", id: 1 },
    { chain: "village", id: 2 },
  ];
  await opened.application.execute(keepNotes, { chain: "town", notes }, byPerson("ana"));

  expect(opened.events.map((event) => [event.id, event.name, event.command])).toEqual([
    ["town/1", "notes-begun", "notes/keep-notes"],
    ["town/2", "note-kept", "notes/keep-note"],
    ["village/1", "note-kept", "notes/keep-note"],
    ["town/3", "notes-ended", "notes/keep-notes"],
  ]);
  expect(await rows()).toMatchObject({ notes: 2, receipts: 1 });
});

test("what must not be known of anybody is logged without a name, in its place among the rest", async () => {
  const whisper = defineCommand({
    name: "notes/whisper",
    input: z.object({ chain: z.string() }),
    chain: (input) => input.chain,
    authorise: async () => undefined,
    async run(context) {
      context.emit({ name: "whispering-begun", version: 1, payload: {} });
      context.emitUnnamed({ name: "note-whispered", version: 1, payload: {} });
      return accepted({});
    },
  });
  await opened.application.execute(whisper, { chain: "town" }, byPerson("ana"));

  expect(opened.events.map(({ id, name, actor }) => [id, name, actor])).toEqual([
    ["town/1", "whispering-begun", "person:ana"],
    ["town/2", "note-whispered", "unnamed"],
  ]);
  expect(await verifyChain(opened.application.read, "town")).toMatchObject({ isWhole: true });
});

test("a command refused within a command leaves nothing of its own, and the rest stands", async () => {
  const notes = [
    { chain: "town", id: 1 },
    { chain: "town", id: 2, text: "refused" },
    { chain: "town", id: 3 },
  ];
  const answer = await opened.application.execute(keepNotes, { chain: "town", notes }, byPerson("ana"));

  expect(answer).toEqual({ ok: true, value: { kept: [true, false, true] } });
  expect(await noteIds(opened.application.read)).toEqual([1, 3]);
  expect(opened.events.map((event) => event.payload)).toEqual([{}, { id: 1 }, { id: 3 }, {}]);
});

test("commands that reach into each other's communities are both done", async () => {
  const reach = (from: string, to: string, first: number) => {
    const notes = Array.from({ length: 5 }, (_, place) => ({ chain: to, id: first + place }));
    return opened.application.execute(keepNotes, { chain: from, notes }, byPerson("ana"));
  };
  const answers = await Promise.all([reach("town", "village", 1), reach("village", "town", 11)]);

  expect(answers.map((answer) => answer.ok)).toEqual([true, true]);
  expect(await rows()).toMatchObject({ notes: 10, entries: 14 });
});
