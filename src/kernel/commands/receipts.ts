import type { Json } from "../base/canonical-json.ts";
import type { AnyRefusal, Result } from "../base/result.ts";
import { microsecondsFromInstant } from "../base/time.ts";
import type { Database } from "../database/database.ts";
import { prepared } from "../database/prepared.ts";
import { receiptTables, type ReceiptRow } from "./receipts.tables.ts";

/** The answer that was given when this key first arrived; undefined for a key that is new. */
export async function firstAnswer<Value extends Json, Refusal extends AnyRefusal>(
  transaction: Database,
  key: string,
): Promise<Result<Value, Refusal> | undefined> {
  const { rows } = await answerTo(transaction, { key });
  const [row] = rows;
  return row === undefined ? undefined : (JSON.parse(row.answer) as Result<Value, Refusal>);
}

/**
 * Keeps the answer to a key.
 *
 * @returns false when another transaction has answered the key meanwhile (this one waited for it); nothing was kept then
 */
export async function keepReceipt(
  transaction: Database,
  key: string,
  answer: Result<Json>,
  at: Temporal.Instant,
): Promise<boolean> {
  const row = { key, answer: JSON.stringify(answer), received_at: microsecondsFromInstant(at) };
  const { numAffectedRows } = await writeUnlessAnswered(transaction, row);
  return numAffectedRows !== 0n;
}

/** Keeps the answer to a key unless there is an earlier one, and gives whichever came first. */
export async function keepFirstAnswer<Answer extends Result<never>>(
  transaction: Database,
  key: string,
  answer: Answer,
  at: Temporal.Instant,
): Promise<Answer> {
  if (await keepReceipt(transaction, key, answer, at)) return answer;
  const first = await firstAnswer(transaction, key);
  // Receipts are removed only weeks later, so the one that stood in the way is there.
  return (first ?? answer) as Answer;
}

const answerTo = prepared((database, given: { key: string }) =>
  receiptTables(database).selectFrom("receipts").select("answer").where("key", "=", given.key),
);

const writeUnlessAnswered = prepared((database, { key, answer, received_at }: ReceiptRow) =>
  receiptTables(database)
    .insertInto("receipts")
    .values({ key, answer, received_at })
    .onConflict((conflict) => conflict.column("key").doNothing()),
);
