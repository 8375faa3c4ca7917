import { DatabaseSync, type StatementSync } from "node:sqlite";
import { CompiledQuery } from "kysely";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openDecisionCast, type DecisionCast } from "../../../../testing/decision-cast.ts";
import { threadsOfCommunity } from "./threads.read.ts";

const prepare = DatabaseSync.prototype.prepare;

let cast: DecisionCast;

beforeEach(async () => {
  cast = await openDecisionCast();
});
afterEach(async () => {
  DatabaseSync.prototype.prepare = prepare;
  await cast.close();
});

test("lists of threads come in their order from an index, for members and for everyone else", async () => {
  const page = { before: undefined, limit: 30 };
  const everyone = await planOf(() =>
    threadsOfCommunity(cast.application.read, "league", { ...page, audiences: ["everyone"] }),
  );
  const members = await planOf(() =>
    threadsOfCommunity(cast.application.read, "league", { ...page, audiences: ["everyone", "members"] }),
  );
  expect(everyone).toEqual(["SEARCH threads USING INDEX threads_of_readers (community_id=? AND audience=?)"]);
  expect(members).toEqual(["SEARCH threads USING INDEX threads_of_community (community_id=?)"]);
});

/** How SQLite goes about the one statement that is prepared (https://www.sqlite.org/eqp.html). */
async function planOf(read: () => Promise<unknown>): Promise<readonly string[]> {
  const asked: string[] = [];
  // Only listened to: what is prepared is prepared as ever.
  DatabaseSync.prototype.prepare = function (this: DatabaseSync, ...words: Parameters<typeof prepare>): StatementSync {
    asked.push(words[0]);
    return prepare.apply(this, words);
  };
  await read();
  DatabaseSync.prototype.prepare = prepare;
  const text = asked.find((each) => each.startsWith("select")) ?? "";
  const nothing = Array.from(text.matchAll(/\?/g), () => null);
  const plan = CompiledQuery.raw(`explain query plan ${text}`, nothing);
  const { rows } = await cast.application.read.executeQuery<{ readonly detail: string }>(plan);
  return rows.map(({ detail }) => detail);
}
