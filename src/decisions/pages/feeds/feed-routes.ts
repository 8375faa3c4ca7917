import type { Hono } from "hono";
import { describePeople } from "../../../accounts/index.ts";
import type { Application } from "../../../kernel/application.ts";
import { htmlFromMarkdown } from "../../../kernel/text/markdown.ts";
import { showNotFound } from "../../../ui/refusal-page.tsx";
import type { PageContext, PageEnv } from "../../../ui/request.ts";
import { firstPostsOf, lastPostsOf, threadsOfCommunity } from "../../store/threads/threads.read.ts";
import { communityFeedPath, postPath, threadFeedPath, threadPath, threadsPath } from "../addresses.ts";
import { visitingCommunity, visitingThread, type CommunityVisit, type ThreadVisit } from "../visit.ts";
import { atomFeed, type AtomFeed } from "../../../kernel/text/atom-feed.ts";

const entriesAtMost = 30;

/** What is written in threads that the world may read, for feed readers. */
export function feedRoutes(web: Hono<PageEnv>, application: Application): void {
  web.get("/threads/:thread/feed.atom", visitingThread(application, threadFeed));
  web.get("/communities/:handle/threads/feed.atom", visitingCommunity(application, communityFeed));
}

/** The last posts of a thread. One among members has no feed, for members neither: feed readers tell others what they hold. */
async function threadFeed(visit: ThreadVisit): Promise<Response> {
  const { c, application, thread } = visit;
  if (thread.audience !== "everyone") return showNotFound(c);
  const posts = await lastPostsOf(application.read, thread.id, entriesAtMost);
  const authorOf = await namesOf(visit, posts);
  const { href } = addressesIn(application);
  return answer(c, {
    self: href(threadFeedPath(thread)),
    page: href(threadPath(thread)),
    title: thread.title,
    language: thread.language,
    updated: latest([thread.openedAt, ...posts.map((post) => post.editedAt ?? post.writtenAt)]),
    entries: posts.map((post) => ({
      id: href(postPath(post)),
      title: thread.title,
      author: authorOf(post.authorId),
      published: post.writtenAt,
      updated: post.editedAt ?? post.writtenAt,
      html: htmlFromMarkdown(post.text),
    })),
  });
}

/** A community's threads, the last written in first, each with the post that opened it. */
async function communityFeed(visit: CommunityVisit): Promise<Response> {
  const { c, application, community } = visit;
  const page = { audiences: ["everyone"], before: undefined, limit: entriesAtMost } as const;
  const threads = await threadsOfCommunity(application.read, community.id, page);
  const firsts = await firstPostsOf(
    application.read,
    threads.map(({ id }) => id),
  );
  const authorOf = await namesOf(visit, threads);
  const { href } = addressesIn(application);
  return answer(c, {
    self: href(communityFeedPath(community)),
    page: href(threadsPath(community)),
    title: c.var.t("decisions.threads.page-title", { community: community.name }),
    language: c.var.t.language,
    updated: latest([community.foundedAt, ...threads.map(({ lastAt }) => lastAt)]),
    entries: threads.map((thread) => ({
      id: href(threadPath(thread)),
      title: thread.title,
      author: authorOf(thread.authorId),
      published: thread.openedAt,
      updated: thread.lastAt,
      html: htmlFromMarkdown(firsts.get(thread.id)?.text ?? ""),
    })),
  });
}

async function namesOf(
  { c, application }: CommunityVisit,
  written: readonly { readonly authorId: string }[],
): Promise<(id: string) => string> {
  const people = await describePeople(
    application.read,
    written.map(({ authorId }) => authorId),
  );
  return (id) => people.get(id)?.name ?? c.var.t("decisions.people.gone");
}

function addressesIn({ origin }: Application): { readonly href: (path: string) => string } {
  return { href: (path) => new URL(path, origin).href };
}

function latest(instants: readonly Temporal.Instant[]): Temporal.Instant {
  return instants.reduce((one, other) => (Temporal.Instant.compare(one, other) > 0 ? one : other));
}

function answer(c: PageContext, feed: AtomFeed): Response {
  return c.body(atomFeed(feed), 200, {
    "Content-Type": "application/atom+xml; charset=utf-8",
    "Cache-Control": "public, max-age=60",
  });
}
