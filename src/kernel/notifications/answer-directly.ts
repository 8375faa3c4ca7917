import type { Application } from "../application.ts";
import { microsecondsFromInstant } from "../base/time.ts";
import type { DirectReply, ReceivedActivity } from "../federation/received.ts";
import { answerToNothing } from "./answered-notice.ts";
import { noticeTables } from "./notices.tables.ts";
import { queueNotices, recipientName } from "./queue-notices.ts";

/** Beyond this nobody is answered: two programs that answer each other would never end. */
const ANSWERS_AN_HOUR = 30;

/**
 * Says something back to the sender of an activity, in their language, by direct message and at once; once per activity, however
 * often it is asked for.
 */
export async function answerDirectly(
  application: Application,
  reply: DirectReply,
  to: ReceivedActivity,
): Promise<void> {
  const sender = { kind: "actor", uri: to.actor.uri } as const;
  if (await isTalkative(application, recipientName(sender))) return;
  await queueNotices(application, [
    {
      to: sender,
      matter: reply.about === undefined ? `${answerToNothing}${to.id}` : `${reply.about}:${to.id}`,
      kind: "answer",
      from: reply.from,
      key: reply.key,
      values: reply.values,
      path: undefined,
      isUrgent: true,
      language: to.object?.language,
      inReplyTo: answeredObject(to),
      until: undefined,
    },
  ]);
}

/** What somebody wrote is answered where it stands; a vote is not a place to answer. */
function answeredObject({ object }: ReceivedActivity): string | undefined {
  return object?.type === "Note" && object.text !== undefined && object.name === undefined ? object.id : undefined;
}

async function isTalkative(application: Application, recipient: string): Promise<boolean> {
  const hourAgo = microsecondsFromInstant(application.clock().subtract({ hours: 1 }));
  const answers = await noticeTables(application.read)
    .selectFrom("notices")
    .select("id")
    .where("recipient", "=", recipient)
    .where("created_at", ">", hourAgo)
    .limit(ANSWERS_AN_HOUR)
    .execute();
  return answers.length >= ANSWERS_AN_HOUR;
}
