import { describePeople, type PersonDescription } from "../../../accounts/index.ts";
import { proposalsOfThread, type Proposal } from "../../store/proposals/proposals.read.ts";
import { consentsOfThread, type Consent } from "../../store/consent/consents.read.ts";
import { postById, postsOf, type Post } from "../../store/threads/threads.read.ts";
import type { ThreadVisit } from "../visit.ts";

export const postsPerPage = 50;

/** All that the page of a thread shows. */
export interface ThreadView {
  readonly visit: ThreadVisit;
  readonly posts: readonly Post[];
  /** The place of the first post shown. */
  readonly from: number;
  readonly people: ReadonlyMap<string, PersonDescription>;
  readonly proposals: readonly Proposal[];
  readonly consents: readonly Consent[];
  /** The post that the reader is about to answer, if they chose one. */
  readonly answered: Post | undefined;
}

/** Reads a page of a thread: the first one, unless the address says from which place on. */
export async function readThreadView(visit: ThreadVisit): Promise<ThreadView> {
  const { c, application, thread } = visit;
  const { read } = application;
  const asked = Number(c.req.query("from") ?? "0");
  const from = Number.isSafeInteger(asked) && asked > 0 ? Math.min(asked, Math.max(0, thread.posts - 1)) : 0;
  const [posts, proposals, consents] = await Promise.all([
    postsOf(read, thread.id, { from, limit: postsPerPage }),
    proposalsOfThread(read, thread.id),
    consentsOfThread(read, thread.id),
  ]);
  const chosen = c.req.query("answer");
  const answered =
    chosen === undefined ? undefined : (posts.find(({ id }) => id === chosen) ?? (await postById(read, chosen)));
  const people = await describePeople(read, [thread.authorId, ...posts.map(({ authorId }) => authorId)]);
  return {
    visit,
    posts,
    from,
    people,
    proposals,
    // A draft is among members until it is submitted.
    consents: visit.isMember ? consents : consents.filter(({ state }) => state !== "draft"),
    answered: answered?.threadId === thread.id ? answered : undefined,
  };
}
