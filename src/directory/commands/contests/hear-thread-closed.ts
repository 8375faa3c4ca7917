import type { Subscriber } from "../../../kernel/activity-log/subscribers.ts";
import { contestOfThread } from "../../store/contests/contests.read.ts";
import { noteChanges } from "../../store/open-data/changes.write.ts";

/** Has it told in the directory's changes when a thread about a contested word is closed, or opened again. */
export const hearThreadClosed: Subscriber = {
  name: "directory/hear-thread-closed",
  events: ["thread-closed", "thread-reopened"],
  async handle({ read }, { name, payload, at }) {
    const { thread } = payload;
    const contest = typeof thread === "string" ? await contestOfThread(read, thread) : undefined;
    if (contest === undefined) return undefined;
    const kind = name === "thread-closed" ? "contest-ended" : "contested";
    const { entryId, field, threadId } = contest;
    return (transaction) => noteChanges(transaction, [{ kind, entryId, field, threadId }], at);
  },
};
