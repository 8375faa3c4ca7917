import type { AnyRefusal, Result } from "../../kernel/base/result.ts";
import type { DirectReply, InboxReading, ReceivedActivity } from "../../kernel/federation/received.ts";
import { answeredNotice } from "../../kernel/notifications/answered-notice.ts";
import { gatheringById } from "../store/gatherings.read.ts";
import { matterOfReply } from "./inbox.ts";

/** Which refusals have a sentence of their own, by the messages they are told with. */
const told: Readonly<Record<string, readonly string[]>> = {
  "gatherings.commitments.answer": [
    "unreadable-answer",
    "which-day",
    "which-commitment",
    "until-when",
    "due-in-the-past",
    "commitment-moved-on",
  ],
  "gatherings.roles.answer": [
    "unreadable-answer",
    "which-role",
    "role-moved-on",
    "role-yours-already",
    "role-is-taken",
  ],
};

/** Says to the sender, in the words of one part of gatherings, why nothing came of their reply, and where it can be mended. */
export async function answerIn(
  words: keyof typeof told,
  page: string,
  activity: ReceivedActivity,
  answer: Result<unknown, AnyRefusal>,
  reading: InboxReading,
): Promise<DirectReply | undefined> {
  if (answer.ok) return undefined;
  const { read, origin } = reading;
  const id = (await answeredNotice(reading, activity))?.from ?? matterOfReply(activity, origin)?.gatheringId;
  const gathering = id === undefined ? undefined : await gatheringById(read, id);
  if (gathering === undefined) return undefined;
  const kind = (told[words] ?? []).includes(answer.refusal.kind) ? answer.refusal.kind : "not-taken";
  return {
    from: gathering.id,
    key: `${words}.${kind}`,
    values: { title: gathering.title, page: new URL(`/gatherings/${gathering.id}/${page}`, origin).href },
  };
}
