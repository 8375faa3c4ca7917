import type { Translator } from "../../../kernel/i18n/translator.ts";
import { RelativeTime } from "../../../ui/components/time-text.tsx";
import { UserName } from "../../../ui/text.tsx";
import type { Thread } from "../../store/threads/threads.read.ts";
import { threadPath } from "../addresses.ts";

interface ThreadListProps {
  readonly t: Translator;
  readonly threads: readonly Thread[];
  readonly now: Temporal.Instant;
}

/** Threads one below the other: title, how much was written, and when last. */
export function ThreadList({ t, threads, now }: ThreadListProps) {
  return (
    <ul class="thread-list">
      {threads.map((thread) => (
        <li>
          <p class="thread-title">
            <a href={threadPath(thread)} lang={thread.language}>
              <UserName name={thread.title} />
            </a>
          </p>
          <p class="thread-line">
            {t("decisions.thread.posts", { posts: thread.posts })} ·{" "}
            <RelativeTime t={t} instant={thread.lastAt} now={now} />
            {thread.audience === "members" && ` · ${t("decisions.thread.among-members")}`}
            {thread.closedAt !== undefined && ` · ${t("decisions.thread.closed")}`}
          </p>
        </li>
      ))}
    </ul>
  );
}
