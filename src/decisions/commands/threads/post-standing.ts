import { isMember, isSteward } from "../../../communities/index.ts";
import type { CommandContext } from "../../../kernel/commands/command.ts";
import { postById, type Post, type Thread } from "../../store/threads/threads.read.ts";
import { actingPerson, threadOf, type AboutThread, type StandingRefusal } from "../standing.ts";

/** The input of every command about one post. */
export interface AboutPost extends AboutThread {
  readonly postId: string;
}

/** Who a command about a thread or a post is refused to, beyond what standing refuses. */
export type CareRefusal =
  | StandingRefusal
  | { readonly kind: "only-stewards" }
  | { readonly kind: "not-your-post" }
  | { readonly kind: "not-the-opener" };

/** The post, if it is of this thread, and the thread this community's; a post that is gone is none any more. */
export async function postOf(
  context: CommandContext,
  about: AboutPost,
): Promise<{ readonly post: Post; readonly thread: Thread } | undefined> {
  const thread = await threadOf(context, about);
  const post = thread === undefined ? undefined : await postById(context.db, about.postId);
  if (thread === undefined || post?.threadId !== thread.id || post.removedAt !== undefined) return undefined;
  return { post, thread };
}

/** Only whoever wrote a post changes it or takes it back; standing in the community is not asked for. */
export async function mustBeWriter(context: CommandContext, about: AboutPost): Promise<CareRefusal | undefined> {
  const person = actingPerson(context);
  if (person === undefined) return { kind: "sign-in-needed" };
  const found = await postOf(context, about);
  if (found === undefined) return { kind: "not-found" };
  return found.post.authorId === person ? undefined : { kind: "not-your-post" };
}

/** What stewards alone do in a thread of their community. */
export async function mustBeSteward(context: CommandContext, about: AboutThread): Promise<CareRefusal | undefined> {
  const person = actingPerson(context);
  if (person === undefined) return { kind: "sign-in-needed" };
  if ((await threadOf(context, about)) === undefined) return { kind: "not-found" };
  return (await isSteward(context.db, about.communityId, person)) ? undefined : { kind: "only-stewards" };
}

/** Closing, reopening and tagging a thread is for the member who opened it and for the stewards. */
export async function mayLookAfter(context: CommandContext, about: AboutThread): Promise<CareRefusal | undefined> {
  const thread = await threadOf(context, about);
  if (thread === undefined) return { kind: "not-found" };
  const person = actingPerson(context);
  if (person === undefined) return { kind: "sign-in-needed" };
  if (await isSteward(context.db, about.communityId, person)) return undefined;
  if (person !== thread.authorId) return { kind: "not-the-opener" };
  return (await isMember(context.db, about.communityId, person)) ? undefined : { kind: "only-members" };
}
