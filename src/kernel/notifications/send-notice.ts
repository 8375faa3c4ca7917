import type { Application } from "../application.ts";
import { instantFromMicroseconds, microsecondsFromInstant } from "../base/time.ts";
import type { DueJob, JobDefinition } from "../jobs/job.ts";
import { mostAttempts } from "../jobs/leases.ts";
import { StorageFailure, type Write } from "../database/database.ts";
import { schedule } from "../jobs/schedule.ts";
import { addressOf, type Addressed, type Delay } from "./address-notice.ts";
import { letterWords, messageText } from "./notice-words.ts";
import { noticeTables, type NoticeRow } from "./notices.tables.ts";
import type { NoticeMail, NotificationOptions } from "./notification-options.ts";
import { sendingKind } from "./queue-notices.ts";

/**
 * The job that sends one notice by the way its reader chose. People are served side by side; one person's notices go in order.
 *
 * A worker that dies after sending and before writing so down sends again: with the same key or Message-ID, so that the repeat is
 * recognisable. A notice whose job failed too often is dropped.
 */
export function sendNoticeJob(options: NotificationOptions): JobDefinition {
  return {
    kind: sendingKind,
    lane: (job) => `notices ${(job.payload as { readonly recipient: string }).recipient}`,
    async run(application, job) {
      const notice = await waitingNotice(application, job.key);
      if (notice === undefined) return;
      const next = await addressOf(application, options, notice);
      switch (next.kind) {
        case "drop":
          return settle(application, notice, { state: "dropped", reason: next.reason });
        case "delay":
          return delay(job, next);
        case "send":
          return attempt(application, options, job, notice, next);
      }
    },
  };
}

function waitingNotice(application: Application, id: string): Promise<NoticeRow | undefined> {
  return noticeTables(application.read)
    .selectFrom("notices")
    .selectAll()
    .where("id", "=", id)
    .where("state", "in", ["queued", "held"])
    .executeTakeFirst();
}

function delay(job: DueJob, { state, until }: Delay): Write {
  return async (transaction) => {
    await noticeTables(transaction)
      .updateTable("notices")
      .set({ state, due_at: microsecondsFromInstant(until) })
      .where("id", "=", job.key)
      .execute();
    await schedule(transaction, [{ kind: job.kind, key: job.key, due: until, payload: job.payload }]);
  };
}

async function attempt(
  application: Application,
  options: NotificationOptions,
  job: DueJob,
  notice: NoticeRow,
  addressed: Addressed,
): Promise<Write> {
  const sent = await (addressed.way === "fediverse"
    ? composeMessage(options, notice, addressed)
    : sendLetter(application, addressed.mail, notice, addressed));
  if (typeof sent === "object" && !sent.isFinal && job.attempt < mostAttempts) throw new Error(sent.why);
  if (typeof sent === "object")
    return settle(application, notice, { state: "dropped", way: addressed.way, reason: sent.why });
  const isStoppable = addressed.way === "fediverse" && notice.is_to_actor === 0;
  const sentTo = isStoppable ? addressed.to : null;
  const note = settle(application, notice, { state: "sent", way: addressed.way, sent_to: sentTo });
  return async (transaction) => {
    await sent?.(transaction);
    await note(transaction);
  };
}

/** Why a notice did not go out, without naming anybody. */
interface Failure {
  readonly isFinal: boolean;
  readonly why: string;
}

async function composeMessage(
  options: NotificationOptions,
  notice: NoticeRow,
  { t, to, unspoken }: Addressed,
): Promise<Write | Failure> {
  try {
    return await options.prepareDirect({
      from: notice.sender,
      to,
      text: messageText(t, unspoken, notice.is_urgent === 0),
      language: t.language,
      inReplyTo: notice.in_reply_to ?? undefined,
      key: notice.id,
    });
  } catch (cause) {
    if (cause instanceof StorageFailure) throw cause;
    return { isFinal: false, why: `not queued: ${cause instanceof Error ? cause.name : "unknown"}` };
  }
}

async function sendLetter(
  application: Application,
  mail: NoticeMail,
  notice: NoticeRow,
  { t, to, unspoken, personId }: Addressed,
): Promise<Failure | undefined> {
  const stopUrl = notice.is_urgent === 1 ? undefined : mail.stopUrl(personId, notice.kind);
  const link = notice.path === null ? undefined : await mail.linkFor(application, personId, notice.path);
  const senderName = await mail.senderName(application, notice.sender);
  const answer = await mail.mailer.send({
    to,
    ...(await letterWords(t, { ...unspoken, link }, stopUrl)),
    id: `notice.${notice.id}`,
    at: instantFromMicroseconds(notice.created_at),
    ...(senderName !== undefined && { senderName }),
    ...(stopUrl !== undefined && { stopUrl }),
  });
  return answer.ok
    ? undefined
    : { isFinal: answer.refusal.isFinal, why: `${answer.refusal.kind}: ${answer.refusal.code}` };
}

/**
 * Notes what became of a notice, and lets go of what was only needed to send it; of one that is settled already, nothing more is
 * said.
 */
function settle(
  application: Application,
  notice: NoticeRow,
  outcome: Partial<Pick<NoticeRow, "state" | "way" | "sent_to" | "reason">>,
): Write {
  return async (transaction) => {
    await noticeTables(transaction)
      .updateTable("notices")
      .set({
        message_values: "{}",
        in_reply_to: null,
        sent_to: null,
        ...outcome,
        settled_at: microsecondsFromInstant(application.clock()),
      })
      .where("id", "=", notice.id)
      .where("state", "in", ["queued", "held"])
      .execute();
  };
}
