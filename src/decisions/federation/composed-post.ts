import { describePerson } from "../../accounts/index.ts";
import { communityById } from "../../communities/index.ts";
import type { Application } from "../../kernel/application.ts";
import { addressing, worldAudience } from "../../kernel/federation/documents/addressing.ts";
import type { ActivityDocument } from "../../kernel/federation/outgoing.ts";
import { escapeHtml } from "../../kernel/federation/html-from-text.ts";
import { htmlFromMarkdown } from "../../kernel/text/markdown.ts";
import { postById, postsOf, threadById, type Post, type Thread } from "../store/threads/threads.read.ts";
import { composedAttachments } from "./attachments/composed-attachments.ts";
import { actorUrl, contextUrl, postAddress, postUrl, threadUrl } from "./addresses.ts";
import { voiceIn } from "./voice.ts";

/**
 * A post of a thread that the world may read, as a Note; undefined for one that is for members alone, was removed, or came from
 * another server, where it lives.
 *
 * The community speaks, since those who write here have no actor of their own; the Note says who wrote it.
 */
export async function composedPost(application: Application, postId: string): Promise<ActivityDocument | undefined> {
  const { read, origin } = application;
  const post = await postById(read, postId);
  const thread = post === undefined ? undefined : await threadById(read, post.threadId);
  if (post === undefined || thread?.audience !== "everyone") return undefined;
  if (post.removedAt !== undefined || post.sourceUri !== undefined) return undefined;
  const actor = actorUrl(origin, thread.communityId);
  const parent = post.parentId === undefined ? undefined : await postById(read, post.parentId);
  const answered = parent === undefined ? await firstOf(application, thread, post) : postAddress(origin, parent);
  const content = await contentOf(application, thread, post);
  const { attachment, removedAt } = await composedAttachments(application, post.id);
  return {
    id: postUrl(origin, post.id),
    type: "Note",
    attributedTo: actor,
    url: postUrl(origin, post.id),
    context: contextUrl(origin, thread.id),
    inReplyTo: answered,
    content,
    contentMap: { [thread.language]: content },
    published: post.writtenAt.toString(),
    updated: laterOf(post.editedAt, removedAt)?.toString(),
    attachment,
    ...addressing(worldAudience(actor)),
  };
}

/** A server takes a post as changed only when it says so by a later time, and a file that was taken away is a change. */
function laterOf(one: Temporal.Instant | undefined, other: Temporal.Instant | undefined): Temporal.Instant | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  return Temporal.Instant.compare(one, other) < 0 ? other : one;
}

async function contentOf(application: Application, thread: Thread, post: Post): Promise<string> {
  const community = await communityById(application.read, thread.communityId);
  const t = voiceIn(application, thread.language, community?.zone ?? "UTC");
  const name = (await describePerson(application.read, post.authorId))?.name ?? t("decisions.people.gone");
  const key = post.place === 0 ? "decisions.fediverse.opens" : "decisions.fediverse.writes";
  const said = t(key, { name, title: thread.title });
  const address = escapeHtml(threadUrl(application.origin, thread.id));
  return `<p>${escapeHtml(said)}</p>${htmlFromMarkdown(post.text).trim()}<p><a href="${address}">${address}</a></p>`;
}

async function firstOf(application: Application, thread: Thread, post: Post): Promise<string | undefined> {
  if (post.place === 0) return undefined;
  const [first] = await postsOf(application.read, thread.id, { from: 0, limit: 1 });
  return first === undefined ? undefined : postAddress(application.origin, first);
}
