import type { Database } from "../database/database.ts";
import { directMessageUri } from "../federation/deliveries/direct-message.ts";
import type { ReceivedActivity } from "../federation/received.ts";
import { noticeTables } from "./notices.tables.ts";
import { recipientName } from "./queue-notices.ts";

/** One of our own direct messages, which whoever got it answers. */
export interface AnsweredNotice {
  readonly matter: string;
  readonly from: string;
}

/** How the matter of an answer begins that is about nothing which could be answered in turn. */
export const answerToNothing = "answer:";

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
  const known = noticeTables(read)
    .selectFrom("notices")
    .select(["id", "matter", "sender"])
    .orderBy("id", "desc")
    .limit(MOST_REMEMBERED);
  const toPerson = known.where("sent_to", "=", actor.uri).where("is_to_actor", "=", 0);
  // Of whoever was answered directly no address is kept: they are known by its hash.
  const toActor = known.where("recipient", "=", recipientName({ kind: "actor", uri: actor.uri }));
  const told = [
    ...(await toPerson.execute()),
    ...(await toActor.where("matter", "not like", `${answerToNothing}%`).execute()),
  ];
  const notice = told.find(({ id, sender }) => directMessageUri(origin, { from: sender, key: id }) === answered);
  return notice && { matter: notice.matter, from: notice.sender };
}
