import type { AnyRefusal, Result } from "../../kernel/base/result.ts";
import type { DirectReply, InboxReading, ReceivedActivity } from "../../kernel/federation/received.ts";
import { answeredNotice } from "../../kernel/notifications/answered-notice.ts";
import { gatheringById } from "../store/gatherings.read.ts";
import { matterOfReply } from "./inbox.ts";

/** How one part of gatherings tells of its refusals. */
export interface RefusalWords {
  /** The refusals that have a sentence of their own. */
  readonly kinds: readonly string[];
  /** The message for a kind. */
  readonly key: (kind: string) => string;
  /** The page of a gathering on which it can be mended. */
  readonly page: string;
}

/** Says to the sender, in the words of one part of gatherings, why nothing came of their reply, and where it can be mended. */
export async function answerIn(
  words: RefusalWords,
  activity: ReceivedActivity,
  answer: Result<unknown, AnyRefusal>,
  reading: InboxReading,
): Promise<DirectReply | undefined> {
  if (answer.ok) return undefined;
  const { read, origin } = reading;
  const id = (await answeredNotice(reading, activity))?.from ?? matterOfReply(activity, origin)?.gatheringId;
  const gathering = id === undefined ? undefined : await gatheringById(read, id);
  if (gathering === undefined) return undefined;
  const kind = words.kinds.includes(answer.refusal.kind) ? answer.refusal.kind : "not-taken";
  return {
    from: gathering.id,
    key: words.key(kind),
    values: { title: gathering.title, page: new URL(`/gatherings/${gathering.id}/${words.page}`, origin).href },
  };
}
