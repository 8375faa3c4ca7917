import fc from "fast-check";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openTestApplication, type TestApplication } from "../../../testing/test-application.ts";
import { append } from "./append.ts";
import { entryHash } from "./chain.ts";
import { exportChain, verifyExport } from "./export.ts";
import { logTables } from "./log.tables.ts";
import { verifyChain, verifyLog } from "./verify.ts";

let opened: TestApplication;

const ENTRIES = 12;
const ERASED = 5;

beforeAll(async () => {
  opened = await openTestApplication({ schema: [] });
  await appendTo("town", ENTRIES);
  await appendTo("village", 3);
  await opened.application.database.write(async (transaction) => {
    await logTables(transaction)
      .deleteFrom("log_payloads")
      .where("chain", "=", "town")
      .where("sequence", "=", ERASED)
      .execute();
  });
});

afterAll(() => opened.close());

async function appendTo(chain: string, count: number): Promise<void> {
  for (let number = 1; number <= count; number++) {
    const occasion = {
      chain,
      at: opened.application.clock().add({ microseconds: number }),
      actor: "person:ana",
      command: "notes/keep-note",
      salt: () => `${chain}-salt-${number}`,
    };
    const event = { name: "note-kept", version: 1, payload: { id: number, said: "sì – “yes” \u0007" } };
    await opened.application.database.write((transaction) => append(transaction, occasion, [event]));
  }
}

const town = { isWhole: true, chain: "town", entries: ENTRIES, erased: 1 };

class Undone extends Error {}

/** What the check says of its first fault when somebody changes the database behind the program's back; undone afterwards. */
async function faultAfter(tamper: string): Promise<string> {
  let found = "none";
  const tampering = opened.application.database.write(async (transaction) => {
    await sql.raw(tamper).execute(transaction);
    const verdicts = await Array.fromAsync(verifyLog(transaction));
    const broken = verdicts.find((verdict) => !verdict.isWhole);
    if (broken?.isWhole === false) found = `${broken.chain}/${broken.sequence} ${broken.fault}`;
    throw new Undone();
  });
  await expect(tampering).rejects.toThrow(Undone);
  return found;
}

test("a log that nobody touched is whole, with erased payloads counted", async () => {
  expect(await verifyChain(opened.application.read, "town")).toMatchObject(town);
  expect(await Array.fromAsync(verifyLog(opened.application.read))).toMatchObject([
    town,
    { isWhole: true, chain: "village", entries: 3, erased: 0 },
  ]);
});

test("the head that the check gives is that of the last entry", async () => {
  const last = await logTables(opened.application.read)
    .selectFrom("log_entries")
    .select("hash")
    .where("chain", "=", "town")
    .where("sequence", "=", ENTRIES)
    .executeTakeFirstOrThrow();
  expect(await verifyChain(opened.application.read, "town")).toMatchObject({ head: last.hash });
});

test("a chain that nobody has written to is whole and empty", async () => {
  expect(await verifyChain(opened.application.read, "nowhere")).toMatchObject({ isWhole: true, entries: 0 });
});

test.each([
  ["an entry is gone", "delete from log_entries where chain = 'town' and sequence = 4", "town/4 missing"],
  ["the first entry is gone", "delete from log_entries where chain = 'town' and sequence = 1", "town/1 missing"],
  [
    "the last entry is gone",
    `delete from log_entries where chain = 'town' and sequence = ${ENTRIES}`,
    `town/${ENTRIES} missing`,
  ],
  ["a whole chain's entries are gone", "delete from log_entries where chain = 'village'", "village/1 missing"],
  [
    "somebody else is said to have acted",
    "update log_entries set actor = 'person:ben' where chain = 'town' and sequence = 3",
    "town/3 changed",
  ],
  ["a time was moved", "update log_entries set at = at + 1 where chain = 'town' and sequence = 7", "town/7 changed"],
  [
    "a time was made impossible",
    "update log_entries set at = 9007199254740991 where chain = 'town' and sequence = 7",
    "town/7 changed",
  ],
  [
    "a payload was rewritten",
    "update log_payloads set payload = '{}' where chain = 'town' and sequence = 2",
    "town/2 payload-changed",
  ],
  [
    "a payload was put where one was erased",
    `insert into log_payloads values ('town', ${ERASED}, 'salt', '{}')`,
    `town/${ERASED} payload-changed`,
  ],
  [
    "a payload lies beside no entry",
    "insert into log_payloads values ('town', 99, 'salt', '{}')",
    "town/99 payload-changed",
  ],
  [
    "an entry was put after the end",
    `update log_heads set sequence = 11, hash = (select hash from log_entries where chain = 'town' and sequence = 11) where chain = 'town'`,
    `town/${ENTRIES} beyond-end`,
  ],
  ["the end was rewritten", "update log_heads set hash = '00' where chain = 'town'", `town/${ENTRIES} changed`],
  ["a head is gone", "delete from log_heads where chain = 'village'", "village/1 beyond-end"],
])("it is found when %s", async (_what, tamper, fault) => {
  expect(await faultAfter(tamper)).toBe(fault);
});

test("an entry rewritten together with its own hash no longer fits the one after it", async () => {
  const { chain, sequence, ...rest } = await logTables(opened.application.read)
    .selectFrom("log_entries")
    .selectAll()
    .where("chain", "=", "town")
    .where("sequence", "=", 3)
    .executeTakeFirstOrThrow();
  const hash = entryHash({ ...rest, chain, sequence, actor: "person:ben" });
  const tamper = `update log_entries set actor = 'person:ben', hash = '${hash}' where chain = 'town' and sequence = 3`;
  expect(await faultAfter(tamper)).toBe("town/4 unlinked");
});

const columns = [
  ...["chain", "sequence", "at", "actor", "command", "event", "version", "digest", "previous_hash", "hash"].map(
    (column) => ["log_entries", column] as const,
  ),
  ...["chain", "sequence", "salt", "payload"].map((column) => ["log_payloads", column] as const),
  ...["chain", "sequence", "hash"].map((column) => ["log_heads", column] as const),
];

test("one changed character of any column of any row is found", async () => {
  const anyLetter = fc.constantFrom("!", "0", "a", "Z", "é");
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...columns),
      fc.nat(),
      fc.nat(),
      anyLetter,
      async ([table, column], row, place, letter) => {
        const all = sql.raw<Record<string, string | number>>(`select * from ${table} order by chain, sequence`);
        const { rows } = await all.execute(opened.application.read);
        const chosen = rows[row % rows.length] ?? {};
        const { chain, sequence, [column]: value } = chosen;
        const changed = typeof value === "number" ? value + 1_000 + place : withLetter(String(value), place, letter);
        fc.pre(changed !== value);
        const literal = typeof changed === "number" ? String(changed) : `'${changed.replaceAll("'", "''")}'`;
        const where = `chain = '${chain}' and sequence = ${sequence}`;
        expect(await faultAfter(`update ${table} set ${column} = ${literal} where ${where}`)).not.toBe("none");
      },
    ),
    { numRuns: 300 },
  );
}, 60_000);

function withLetter(text: string, place: number, letter: string): string {
  const at = place % text.length;
  return text.slice(0, at) + letter + text.slice(at + 1);
}

async function exported(chain: string): Promise<Buffer> {
  return Buffer.from((await Array.fromAsync(exportChain(opened.application.read, chain))).join(""));
}

/** The file in pieces of odd lengths, as a stream may come. */
async function* inPieces(file: Uint8Array, length = 7_001): AsyncGenerator<Uint8Array> {
  for (let start = 0; start < file.length; start += length) yield file.subarray(start, start + length);
}

test("an exported chain is checked without the database, with the same verdict", async () => {
  const file = await exported("town");
  const verdict = await verifyChain(opened.application.read, "town");

  expect(await verifyExport(inPieces(file))).toEqual(verdict);
  expect(await verifyExport(inPieces(file, 1))).toEqual(verdict);
  expect(file.toString().split("\n")).toHaveLength(ENTRIES + 3);
});

test("one changed octet anywhere in an exported chain is found", async () => {
  const file = await exported("town");
  await fc.assert(
    fc.asyncProperty(fc.nat({ max: file.length - 1 }), fc.integer({ min: 1, max: 255 }), async (place, difference) => {
      const changed = Buffer.from(file);
      changed[place] = (changed[place] ?? 0) ^ difference;
      expect(await verifyExport(inPieces(changed))).toMatchObject({ isWhole: false });
    }),
    { numRuns: 2_000 },
  );
}, 60_000);

test("an export that breaks off, goes on after its end, or is something else is found", async () => {
  const file = await exported("town");
  const lines = file.toString().split("\n").slice(0, -1);
  const verdictOf = (text: string | Uint8Array) => verifyExport(inPieces(Buffer.from(text)));

  for (const length of [0, 1, 10, file.length - 1]) {
    expect(await verdictOf(file.subarray(0, length))).toMatchObject({ isWhole: false, fault: "unreadable" });
  }
  expect(await verdictOf(`${lines.slice(0, -1).join("\n")}\n`)).toMatchObject({ isWhole: false, fault: "unreadable" });
  expect(await verdictOf(`${[...lines, lines[1]].join("\n")}\n`)).toMatchObject({ fault: "beyond-end" });
  expect(await verdictOf(`${lines.toSpliced(4, 1).join("\n")}\n`)).toMatchObject({ sequence: 4, fault: "missing" });
  expect(await verdictOf(`${lines.toSpliced(12, 1).join("\n")}\n`)).toMatchObject({ sequence: 12, fault: "missing" });
  const [header = "", ...others] = lines;
  for (const changed of [`${header} `, header.replace(",", ", "), '{"format":"koinon-log-1","chain":"town"}']) {
    expect(await verdictOf(`${[changed, ...others].join("\n")}\n`)).toMatchObject({ fault: "unreadable" });
  }
  expect(await verdictOf(`${lines.join("\n")} \n`)).toMatchObject({ fault: "unreadable" });
  expect(await verdictOf('{"a": "\\ud83d"}\n')).toMatchObject({ fault: "unreadable" });
  expect(await verdictOf("x".repeat(20_000_000))).toMatchObject({ fault: "unreadable" });
});

test("a chain with more entries than a page is followed from page to page, and may grow meanwhile", async () => {
  const events = Array.from({ length: 1_201 }, (_, id) => ({ name: "note-kept", version: 1, payload: { id } }));
  const occasion = {
    chain: "city",
    at: opened.application.clock(),
    actor: "clock",
    command: "notes/keep-notes",
    salt: () => "salt",
  };
  await opened.application.database.write((transaction) => append(transaction, occasion, events));
  const [verdict] = await Promise.all([verifyChain(opened.application.read, "city"), appendTo("city", 20)]);
  expect(verdict.isWhole).toBe(true);
  expect(await verifyChain(opened.application.read, "city")).toMatchObject({ isWhole: true, entries: 1_221 });
  expect(await verifyExport(inPieces(await exported("city")))).toMatchObject({ isWhole: true, entries: 1_221 });
});
