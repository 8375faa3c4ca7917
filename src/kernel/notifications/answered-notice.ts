import type { Database } from "../database/database.ts";
import { directMessageUri } from "../federation/deliveries/direct-message.ts";
import type { ReceivedActivity } from "../federation/received.ts";
import { noticeTables } from "./notices.tables.ts";

/** One of our own direct messages to a person, which somebody answers. */
export interface AnsweredNotice {
  readonly personId: string;
  readonly matter: string;
  readonly from: string;
}

/** So many of the last messages from one actor to one person are looked through. */
const MOST_REMEMBERED = 200;

/**
 * The notice that a Note answers: whoever it was sent to must be whoever writes, and the Note must name it in `inReplyTo`.
 *
 * Undefined where a Note answers something else, or something of ours that is too long ago (see `noticeRetention`).
 */
export async function answeredNotice(
  { read, origin }: { readonly read: Database; readonly origin: URL },
  { actor, object }: ReceivedActivity,
): Promise<AnsweredNotice | undefined> {
  const answered = object?.inReplyTo;
  if (answered === undefined || !answered.startsWith(`${origin.origin}/messages/`)) return undefined;
  const told = await noticeTables(read)
    .selectFrom("notices")
    .select(["id", "recipient", "matter", "sender"])
    .where("sent_to", "=", actor.uri)
    .where("is_to_actor", "=", 0)
    .orderBy("id", "desc")
    .limit(MOST_REMEMBERED)
    .execute();
  const notice = told.find(({ id, sender }) => directMessageUri(origin, { from: sender, key: id }) === answered);
  return notice && { personId: notice.recipient, matter: notice.matter, from: notice.sender };
}
