import type { Post } from "../../store/threads/threads.read.ts";
import { communityPath, postPath } from "../addresses.ts";
import { threadAddress, type ThreadView } from "./thread-view.ts";

/** What the reader can do with a post, as links: answer it, change it, remove it, report it. */
export function PostActs({ view, post }: { readonly view: ThreadView; readonly post: Post }) {
  const { visit, people } = view;
  const { thread, community, application } = visit;
  const { t } = visit.c.var;
  const name = people.get(post.authorId)?.name ?? "";
  const isOwn = visit.personId === post.authorId;
  const report = new URLSearchParams({ about: new URL(postPath(post), application.origin).href });
  return (
    <p class="post-acts">
      {thread.closedAt === undefined && (
        <a href={`${threadAddress(view, { answer: post.id })}#act`} rel="nofollow">
          {t("decisions.post.answer")}
          <span class="visually-hidden"> {t("decisions.post.answer-whom", { name })}</span>
        </a>
      )}
      {thread.closedAt === undefined && !isOwn && (
        <a href={`${postPath(post)}/reactions`} rel="nofollow">
          {t("decisions.post.react")}
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
