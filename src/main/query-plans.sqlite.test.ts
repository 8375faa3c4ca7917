import { DatabaseSync, type StatementSync } from "node:sqlite";
import { CompiledQuery } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { byPerson } from "../../testing/test-application.ts";
import { openWholeHouse, type WholeHouse } from "../../testing/whole-house.ts";
import { personByActor } from "../accounts/index.ts";
import { personByEmail } from "../accounts/store/people.read.ts";
import { leave } from "../accounts/commands/people/leave.ts";
import { pruneFederation } from "../kernel/federation/prune.ts";
import { personalDataOf } from "./capabilities.ts";
import { demoSteward } from "./seed-cast.ts";

/** Every statement that the program has prepared. */
const asked = new Set<string>();
const prepare = DatabaseSync.prototype.prepare;

let house: WholeHouse;

beforeAll(async () => {
  // Only listened to: what is prepared is prepared as ever.
  DatabaseSync.prototype.prepare = function (this: DatabaseSync, ...words: Parameters<typeof prepare>): StatementSync {
    asked.add(words[0]);
    return prepare.apply(this, words);
  };
  house = await openWholeHouse();
});
afterAll(async () => {
  DatabaseSync.prototype.prepare = prepare;
  await house.close();
});

/** Tables that are looked through from end to end, each with the reason why that stays cheap. */
const lookedThrough: readonly RegExp[] = [
  // Steps of the schema, which look once through what there was before them, and the one row of settings.
  /^select \* from "adopted_decisions" order by "adopted_at"$/,
  /^select "of"\."id".* from "(?:comment_requests|consents)" as "of" inner join .* order by "of"\."id"$/,
  /^select "entry_id", "written_at" as "at" from "directory_replies" where "ended_at" is null order by "id"$/,
  /^select "entry_id", "field", "thread_id" from "directory_contests" order by "thread_id"$/,
  /^select "name" from "schema_steps"$/,
  /^select \* from "server_settings"$/,
  // An operator looks for people by the beginning of a name: nobody else can, and fifty are enough.
  /lower\("person"\."name"\) like \?.* limit 50$/,
  // An index of words, asked for the rows with these words, the last ones first.
  /^select rowid as number from "text_index_of_(?:decision|directory)_\w+"\s+where "text_index_of_(?:decision|directory)_\w+" match \?/,
  // Once an hour, in tables that quotas bound: waiting messages, and the ages of failing hosts by their index.
  /^delete from "queue_messages" where "given_up_at" < \?$/,
  /^select "updated_at" from "delivery_hosts" order by "updated_at" desc limit 1 offset \?$/,
];

test("every query finds its rows by an index, whatever is asked (row 39)", { timeout: 60_000 }, async () => {
  const { read, execute } = house.application;
  const id = (await personByEmail(read, demoSteward.email)) ?? "";
  await walk(house.open({ id, name: demoSteward.name }));
  await walk(house.open());
  await pruneFederation(house.application);
  const rosa = (await personByActor(read, "https://commons.example/users/rosa")) ?? "";
  expect(await execute(leave(personalDataOf(house.parts)), { sure: "yes" }, byPerson(rosa))).toMatchObject({
    ok: true,
  });

  const statements = [...asked].filter((text) => /^(?:select|update|delete) /i.test(text.trim()));
  expect(statements.length).toBeGreaterThan(120);
  const plans = await Promise.all(statements.map(async (text) => [text, await scansOf(text)] as const));
  const through = plans.filter(([text, scans]) => scans.length > 0 && !lookedThrough.some((each) => each.test(text)));
  expect(through).toEqual([]);
});

/** Follows every link from the front page and from every address without a parameter. */
async function walk(browser: ReturnType<WholeHouse["open"]>): Promise<void> {
  const found = new Set([
    "/",
    "/operator/people?find=jo",
    ...house.routes("GET").filter((route) => !route.includes(":")),
  ]);
  for (const path of found) {
    const { html } = await browser.get(path);
    for (const [, next = ""] of html.matchAll(/href="(\/(?!assets)[^"#?]*)/g)) found.add(next);
  }
  expect(found.size).toBeGreaterThan(40);
}

/** The tables that SQLite would look through for this statement (https://www.sqlite.org/eqp.html). */
async function scansOf(text: string): Promise<readonly string[]> {
  const nothing = Array.from(text.matchAll(/\?/g), () => null);
  const plan = CompiledQuery.raw(`explain query plan ${text}`, nothing);
  const { rows } = await house.application.read.executeQuery<{ readonly detail: string }>(plan);
  return rows.map(({ detail }) => detail).filter((detail) => /^SCAN (?!CONSTANT|\(subquery|\d+-ROW|LIST)/.test(detail));
}
