import { answeredNotice } from "../../kernel/notifications/answered-notice.ts";
import type { InboxReading, ReceivedActivity } from "../../kernel/federation/received.ts";
import { proposalById, type Proposal } from "../store/proposals/proposals.read.ts";
import { matterOf } from "./addresses.ts";

/** The proposal that a Note answers: by replying to what asks for answers, to what came of it, or to our message about it. */
export async function proposalAnswered(
  activity: ReceivedActivity,
  reading: InboxReading,
): Promise<Proposal | undefined> {
  const matter = matterOf(reading.origin, activity.object?.inReplyTo);
  if (matter?.kind === "proposal") return proposalById(reading.read, matter.proposalId);
  const notice = await answeredNotice(reading, activity);
  const [, id] = /^proposal-[a-z-]+:([0-9a-f-]{36})/.exec(notice?.matter ?? "") ?? [];
  return id === undefined ? undefined : proposalById(reading.read, id);
}
