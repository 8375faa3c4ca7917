import type { Application } from "../application.ts";
import { microsecondsFromInstant } from "../base/time.ts";
import type { Database, Write } from "../database/database.ts";
import { schedule } from "../jobs/schedule.ts";
import { hashOfToken } from "../secrets/token.ts";
import type { NoticeValue } from "./notice.ts";
import { noticeTables, type NoticeRow } from "./notices.tables.ts";

/** The kind of the job that sends one notice; its key is the notice's id. */
export const sendingKind = "notices/send";

/** Who is told: a person by the way they chose, or whoever is behind an actor, by direct message. */
export type Recipient =
  | { readonly kind: "person"; readonly personId: string }
  | { readonly kind: "actor"; readonly uri: string };

/** How a recipient is named in the table: a person by their id, an actor, who may be nobody here, by the SHA-256 of its URI. */
export function recipientName(to: Recipient): string {
  return to.kind === "person" ? to.personId : hashOfToken(to.uri);
}

/** A notice on its way into the queue. */
export interface QueuedNotice {
  readonly to: Recipient;
  readonly matter: string;
  readonly kind: string;
  readonly from: string;
  readonly key: string;
  readonly values: Readonly<Record<string, NoticeValue>>;
  readonly path: string | undefined;
  readonly isUrgent: boolean;
  readonly language: string | undefined;
  readonly inReplyTo: string | undefined;
  readonly until: Temporal.Instant | undefined;
}

const AT_ONCE = 200;

/** Writes a few notices down, as {@link queueNotices} does, in a transaction with something else. */
export function writeNotices(application: Application, notices: readonly QueuedNotice[]): Write {
  return (transaction) => (notices.length === 0 ? Promise.resolve() : queueSome(transaction, application, notices));
}

/**
 * Writes notices down together with the jobs that send them. A matter that a recipient was told of already, or is about to be, is
 * left out; so doing this twice, or being cut off in the middle and doing it again, tells nobody twice.
 */
export async function queueNotices(application: Application, notices: readonly QueuedNotice[]): Promise<void> {
  for (let first = 0; first < notices.length; first += AT_ONCE) {
    const some = notices.slice(first, first + AT_ONCE);
    await application.database.write((transaction) => queueSome(transaction, application, some));
  }
}

async function queueSome(
  transaction: Database,
  application: Application,
  notices: readonly QueuedNotice[],
): Promise<void> {
  const now = application.clock();
  const queued = await noticeTables(transaction)
    .insertInto("notices")
    .values(notices.map((notice) => rowOf(notice, application.ids.next(), now)))
    .onConflict((conflict) => conflict.columns(["recipient", "matter"]).doNothing())
    .returning(["id", "recipient"])
    .execute();
  await schedule(
    transaction,
    queued.map(({ id, recipient }) => ({ kind: sendingKind, key: id, due: now, payload: { recipient } })),
  );
}

function rowOf(notice: QueuedNotice, id: string, now: Temporal.Instant): NoticeRow {
  return {
    id,
    recipient: recipientName(notice.to),
    is_to_actor: notice.to.kind === "actor" ? 1 : 0,
    matter: notice.matter,
    kind: notice.kind,
    sender: notice.from,
    message_key: notice.key,
    message_values: JSON.stringify(notice.values),
    path: notice.path ?? null,
    is_urgent: notice.isUrgent ? 1 : 0,
    language: notice.language ?? null,
    in_reply_to: notice.inReplyTo ?? null,
    until: notice.until === undefined ? null : microsecondsFromInstant(notice.until),
    state: "queued",
    due_at: microsecondsFromInstant(now),
    way: null,
    sent_to: notice.to.kind === "actor" ? notice.to.uri : null,
    created_at: microsecondsFromInstant(now),
    settled_at: null,
    reason: null,
  };
}
