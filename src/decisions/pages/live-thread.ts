import type { LiveSource } from "../../kernel/activity-log/live-source.ts";
import { consentEvents } from "../model/consent/consent-events.ts";
import { lifeEvents } from "../model/lifecycle/life.ts";
import { threadById } from "../store/threads/threads.read.ts";

/** The topic of a thread's page and of the pages of its proposals. */
export function liveAddress(threadId: string): string {
  return `/live?topic=thread:${threadId}`;
}

/** Pages of a thread and of its proposals renew themselves while they are open. That something changed is told of public threads alone. */
export const liveThread: LiveSource = {
  name: "thread",
  events: [
    "post-written",
    "post-edited",
    "post-taken-back",
    "post-removed",
    "attachment-removed",
    "thread-closed",
    "thread-reopened",
    "proposal-opened",
    "proposal-closed",
    "proposal-withdrawn",
    "stance-given",
    "outcome-stated",
    ...consentEvents,
    ...lifeEvents,
  ],
  touched: ({ payload }) => (typeof payload["thread"] === "string" ? [payload["thread"]] : []),
  mayFollow: async ({ read }, id) => (await threadById(read, id))?.audience === "everyone",
};
