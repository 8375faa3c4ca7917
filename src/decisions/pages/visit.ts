import { forbidden, signInFirst } from "../../accounts/index.ts";
import {
  communityByHandle,
  communityById,
  isMember,
  isSteward,
  type Community,
  type PersonId,
} from "../../communities/index.ts";
import type { Application } from "../../kernel/application.ts";
import type { CommunityOfPage } from "../../ui/components/site-header.tsx";
import { showNotFound } from "../../ui/refusal-page.tsx";
import type { PageContext } from "../../ui/request.ts";
import { proposalById, type Proposal } from "../store/proposals/proposals.read.ts";
import { postById, threadById, type Post, type Thread } from "../store/threads/threads.read.ts";
import { communityPath } from "./addresses.ts";

/** A request about something of a community, with what the reader is to it. */
export interface CommunityVisit {
  readonly c: PageContext;
  readonly application: Application;
  readonly community: Community;
  /** Undefined for a visitor. */
  readonly personId: PersonId | undefined;
  readonly isMember: boolean;
  readonly isSteward: boolean;
}

/** A request about one thread. */
export interface ThreadVisit extends CommunityVisit {
  readonly thread: Thread;
}

/** A request about one proposal. */
export interface ProposalVisit extends ThreadVisit {
  readonly proposal: Proposal;
}

/** A request about one post that still stands. */
export interface PostVisit extends ThreadVisit {
  readonly post: Post;
}

type Answer = Response | Promise<Response>;

/** Handles a route with the parameter `handle` of a community; where there is none, the reader is told so. */
export function visitingCommunity(application: Application, answer: (visit: CommunityVisit) => Answer) {
  return async (c: PageContext): Promise<Response> => {
    const community = await communityByHandle(application.read, (c.req.param("handle") ?? "").toLowerCase());
    return community === undefined ? showNotFound(c) : answer(await visitOf(application, c, community));
  };
}

/** Handles a route with the parameter `thread`; one among members is shown to members alone. */
export function visitingThread(application: Application, answer: (visit: ThreadVisit) => Answer) {
  return async (c: PageContext): Promise<Response> => {
    const thread = await threadById(application.read, c.req.param("thread") ?? "");
    return thread === undefined ? showNotFound(c) : withThread(application, c, thread, answer);
  };
}

/** Handles a route with the parameter `proposal`, as {@link visitingThread}. */
export function visitingProposal(application: Application, answer: (visit: ProposalVisit) => Answer) {
  return async (c: PageContext): Promise<Response> => {
    const proposal = await proposalById(application.read, c.req.param("proposal") ?? "");
    const thread = proposal === undefined ? undefined : await threadById(application.read, proposal.threadId);
    if (proposal === undefined || thread === undefined) return showNotFound(c);
    return withThread(application, c, thread, (visit) => answer({ ...visit, proposal }));
  };
}

/** Handles a route with the parameter `post`, as {@link visitingThread}; one that was taken back or removed is none any more. */
export function visitingPost(application: Application, answer: (visit: PostVisit) => Answer) {
  return async (c: PageContext): Promise<Response> => {
    const post = await postById(application.read, c.req.param("post") ?? "");
    const thread = post === undefined ? undefined : await threadById(application.read, post.threadId);
    if (post === undefined || thread === undefined || post.removedAt !== undefined) return showNotFound(c);
    return withThread(application, c, thread, (visit) => answer({ ...visit, post }));
  };
}

/** The community as the header of its pages shows it. */
export function communityOfPage(community: Community): CommunityOfPage {
  return { name: community.name, path: communityPath(community), hue: community.hue };
}

/** Answers about something of a thread; one among members is shown to members alone. */
export async function withThread(
  application: Application,
  c: PageContext,
  thread: Thread,
  answer: (visit: ThreadVisit) => Answer,
): Promise<Response> {
  const community = await communityById(application.read, thread.communityId);
  if (community === undefined) throw new Error(`thread ${thread.id} has no community`);
  const visit = await visitOf(application, c, community);
  if (thread.audience === "everyone" || visit.isMember) return answer({ ...visit, thread });
  return visit.personId === undefined ? signInFirst(c) : forbidden(c, "only-members");
}

async function visitOf(application: Application, c: PageContext, community: Community): Promise<CommunityVisit> {
  const personId = c.var.reader.person?.id as PersonId | undefined;
  const { read } = application;
  const visit = { c, application, community, personId };
  if (personId === undefined) return { ...visit, isMember: false, isSteward: false };
  const [member, steward] = await Promise.all([
    isMember(read, community.id, personId),
    isSteward(read, community.id, personId),
  ]);
  return { ...visit, isMember: member, isSteward: steward };
}
