import type { Application } from "../../../kernel/application.ts";
import type { ActivityDocument } from "../../../kernel/federation/outgoing.ts";
import { postsOf, threadById, type Thread } from "../../store/threads/threads.read.ts";
import { actorUrl, contextUrl, postAddress, threadUrl } from "../addresses.ts";

const postsPerPage = 50;

/**
 * The whole conversation of a thread that the world may read, as a collection of pages (FEP-7888); undefined for one among members,
 * which is served to nobody. It names no total: counting what was taken back would cost more the longer a thread is.
 */
export async function composedContext(
  application: Application,
  threadId: string,
): Promise<ActivityDocument | undefined> {
  const thread = await openThreadOf(application, threadId);
  if (thread === undefined) return undefined;
  const { origin } = application;
  return {
    id: contextUrl(origin, thread.id),
    type: "OrderedCollection",
    attributedTo: actorUrl(origin, thread.communityId),
    name: thread.title,
    url: threadUrl(origin, thread.id),
    first: contextUrl(origin, thread.id, 0),
    last: contextUrl(origin, thread.id, lastPage(thread)),
  };
}

/** One page of it: the posts that stand, in order, each by its address: here, or at the server that it came from. */
export async function composedContextPage(
  application: Application,
  threadId: string,
  page: string,
): Promise<ActivityDocument | undefined> {
  const thread = await openThreadOf(application, threadId);
  if (thread === undefined || !/^\d{1,6}$/.test(page)) return undefined;
  const { origin, read } = application;
  const number = Number(page);
  const last = lastPage(thread);
  if (number > last) return undefined;
  const posts = await postsOf(read, thread.id, { from: number * postsPerPage, limit: postsPerPage });
  return {
    id: contextUrl(origin, thread.id, number),
    type: "OrderedCollectionPage",
    partOf: contextUrl(origin, thread.id),
    prev: number === 0 ? undefined : contextUrl(origin, thread.id, number - 1),
    next: number === last ? undefined : contextUrl(origin, thread.id, number + 1),
    orderedItems: posts.filter(({ removedAt }) => removedAt === undefined).map((post) => postAddress(origin, post)),
  };
}

function lastPage(thread: Thread): number {
  return Math.max(0, Math.ceil(thread.posts / postsPerPage) - 1);
}

async function openThreadOf(application: Application, threadId: string): Promise<Thread | undefined> {
  const thread = await threadById(application.read, threadId);
  return thread?.audience === "everyone" ? thread : undefined;
}
