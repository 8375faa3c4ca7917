import { contactOf } from "../../../accounts/index.ts";
import type { Application } from "../../../kernel/application.ts";
import type { OutgoingAudience } from "../../../kernel/federation/outgoing.ts";
import { postById, type Post } from "../../store/threads/threads.read.ts";

/**
 * Whose servers were sent a post that was written here, and so are told what becomes of it: all who listen for the one that opened its
 * thread, whoever it answers for one in answer to somebody elsewhere. Undefined when nobody was.
 */
export async function readersOf(application: Application, post: Post): Promise<OutgoingAudience | undefined> {
  if (post.sourceUri !== undefined) return undefined;
  if (post.place === 0) return { kind: "followers" };
  const parent = post.parentId === undefined ? undefined : await postById(application.read, post.parentId);
  if (parent?.sourceUri === undefined) return undefined;
  const uri = (await contactOf(application.read, parent.authorId))?.actorUri;
  return uri === undefined ? undefined : { kind: "actors", uris: [uri] };
}
