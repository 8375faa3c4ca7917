import type { Post } from "../../store/threads/threads.read.ts";
import { communityPath, postPath, threadPath } from "../addresses.ts";
import type { ThreadView } from "./thread-view.ts";

/** What the reader can do with a post, as links: answer it, change it, remove it, report it. */
export function PostActs({ view, post }: { readonly view: ThreadView; readonly post: Post }) {
  const { visit, people, from } = view;
  const { thread, community, application } = visit;
  const { t } = visit.c.var;
  const name = people.get(post.authorId)?.name ?? "";
  const isOwn = visit.personId === post.authorId;
  const report = new URLSearchParams({ about: new URL(postPath(post), application.origin).href });
  return (
    <p class="post-acts">
      {thread.closedAt === undefined && (
        <a href={`${threadPath(thread)}?answer=${post.id}${from > 0 ? `&from=${from}` : ""}#act`}>
          {t("decisions.post.answer")}
          <span class="visually-hidden"> {t("decisions.post.answer-whom", { name })}</span>
        </a>
      )}
      {isOwn && <a href={`${postPath(post)}/edit`}>{t("decisions.post.edit")}</a>}
      {visit.isSteward && !isOwn && <a href={`${postPath(post)}/removal`}>{t("decisions.post.remove")}</a>}
      {visit.personId !== undefined && !visit.isSteward && !isOwn && (
        <a href={`${communityPath(community)}/report?${report.toString()}`}>{t("decisions.post.report")}</a>
      )}
    </p>
  );
}
