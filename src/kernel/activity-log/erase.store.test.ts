import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { openTestApplication, by, byPerson, type TestApplication } from "../../../testing/test-application.ts";
import { accepted } from "../base/result.ts";
import { defineCommand } from "../commands/command.ts";
import { entryHash, genesisHash } from "./chain.ts";
import { eraseFromLog, startOfLog, type Erasure } from "./erase.ts";
import { logTables } from "./log.tables.ts";

const say = defineCommand({
  name: "test/say",
  input: z.object({ chain: z.string(), event: z.string(), about: z.string() }),
  chain: (input) => input.chain,
  authorise: async () => undefined,
  async run(context, { event, about }) {
    context.emit({ name: event, version: 1, payload: { about } });
    return accepted(null);
  },
});

let koinon: TestApplication;

beforeAll(async () => {
  koinon = await openTestApplication({ schema: [] });
  const { execute } = koinon.application;
  const acts = [
    { chain: "server", event: "person-met", about: "@Ana@social.example" },
    { chain: "league", event: "stance-given", about: "yes" },
    { chain: "league", event: "comment-written", about: "I think so" },
    { chain: "league", event: "comment-written", about: "written of ana-id" },
    { chain: "other", event: "note-written", about: 'quote "@ana@social.example"' },
  ];
  for (const act of acts) await execute(say, act, byPerson("ana-id"));
  await execute(say, { chain: "league", event: "comment-written", about: "of somebody else" }, byPerson("bo-id"));
  await execute(say, { chain: "league", event: "comment-written", about: "about ana-id" }, by({ kind: "clock" }));
});

afterAll(() => koinon.close());

const ofAna: Erasure = { personId: "ana-id", writtenIn: ["comment-written"], traces: ["@ana@social.example"] };

async function eraseAll(most: number): Promise<number> {
  let stretches = 0;
  let after: typeof startOfLog | undefined = startOfLog;
  while (after !== undefined) {
    const from: typeof startOfLog = after;
    after = await koinon.application.database.write((transaction) => eraseFromLog(transaction, ofAna, from, most));
    stretches += 1;
  }
  return stretches;
}

async function payloads(): Promise<readonly string[]> {
  const rows = await logTables(koinon.application.read).selectFrom("log_payloads").select(["payload"]).execute();
  return rows.map(({ payload }) => (JSON.parse(payload) as { about: string }).about).sort();
}

test("what a person wrote, and every trace of their names, vanishes; stances and other people's words stay", async () => {
  expect(await eraseAll(2)).toBeGreaterThan(3);
  expect(await payloads()).toEqual(["of somebody else", "yes"]);
});

test("the chains still verify after an erasure, since they cover digests alone", async () => {
  const entries = await logTables(koinon.application.read)
    .selectFrom("log_entries")
    .selectAll()
    .orderBy("chain")
    .orderBy("sequence")
    .execute();
  expect(entries).toHaveLength(7);
  const heads = new Map<string, string>();
  for (const { hash, ...entry } of entries) {
    expect(entry.previous_hash).toBe(heads.get(entry.chain) ?? genesisHash);
    expect(entryHash(entry)).toBe(hash);
    heads.set(entry.chain, hash);
  }
});
