import { BriefTime } from "../../../ui/components/time-text.tsx";
import { UserName, UserText } from "../../../ui/text.tsx";
import type { Post } from "../../store/threads/threads.read.ts";
import { postAnchor, postPath } from "../addresses.ts";
import { PersonName } from "../person-name.tsx";
import { AttachmentList } from "../attachments/attachment-list.tsx";
import { mayRemove } from "../attachments/attachment-routes.tsx";
import { PostActs } from "./post-acts.tsx";
import { ReactionLine } from "./reaction-line.tsx";
import type { ThreadView } from "./thread-view.ts";

/** One post: who, when, in answer to whom, and what they said. */
export function PostItem({ view, post }: { readonly view: ThreadView; readonly post: Post }) {
  const { visit, people } = view;
  const { c, thread } = visit;
  const { t } = c.var;
  const author = people.get(post.authorId);
  return (
    <li class="post" id={postAnchor(post)} data-depth={view.order === "nested" ? Math.min(post.depth, 4) : undefined}>
      <p class="post-head">
        <PersonName t={t} person={author} /> · <BriefTime t={t} instant={post.writtenAt} />
        {post.editedAt !== undefined && post.removedAt === undefined && (
          <>
            {" · "}
            <a href={`${postPath(post)}/versions`} rel="nofollow">
              {t("decisions.post.edited")}
            </a>
          </>
        )}
        {post.sourceUri !== undefined && (
          <>
            {" · "}
            <a href={post.sourceUri} rel="nofollow noopener">
              {t("decisions.post.elsewhere")}
            </a>
          </>
        )}
      </p>
      <AnswersWhat view={view} post={post} />
      {post.removedAt === undefined ? (
        <>
          <UserText text={post.text} language={post.place === 0 ? thread.language : undefined} />
          <AttachmentList
            t={t}
            files={view.files.get(post.id) ?? []}
            elsewhere={view.elsewhere.get(post.id) ?? []}
            mayRemove={mayRemove({ ...visit, post })}
          />
        </>
      ) : (
        <p class="post-removed">
          {post.removalReason === ""
            ? t("decisions.post.taken-back")
            : t("decisions.post.removed", { reason: post.removalReason })}
        </p>
      )}
      <ReactionLine t={t} post={post} counts={view.reactions.get(post.id) ?? []} />
      {post.removedAt === undefined && <PostActs view={view} post={post} />}
    </li>
  );
}

/** Whom a post answers, with the way there; the first post and answers to it need no such line. */
function AnswersWhat({ view, post }: { readonly view: ThreadView; readonly post: Post }) {
  const { t } = view.visit.c.var;
  const parent = view.posts.find(({ id }) => id === post.parentId);
  if (parent === undefined || parent.place === 0) return null;
  const name = view.people.get(parent.authorId)?.name ?? t("decisions.people.gone");
  return (
    <p class="post-answers">
      <a href={`#${postAnchor(parent)}`}>{t("decisions.post.answers")}</a> <UserName name={name} />
    </p>
  );
}
