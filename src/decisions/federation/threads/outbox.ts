import type { LoggedEvent } from "../../../kernel/activity-log/event.ts";
import {
  activityAround,
  addressing,
  pollContext,
  worldAudience,
} from "../../../kernel/federation/documents/addressing.ts";
import type { Publisher } from "../../../kernel/federation/outgoing.ts";
import { postById, threadById } from "../../store/threads/threads.read.ts";
import { activityUrl, actorUrl, postUrl } from "../addresses.ts";
import { composedPost } from "../composed-post.ts";
import { readersOf } from "./post-readers.ts";

/** A post was edited, or a file was taken away from it: those who were sent it are sent it as it stands. */
const editing: Publisher = {
  name: "decisions/editing",
  events: ["post-edited", "attachment-removed"],
  publish: async (application, event) => {
    const post = await postById(application.read, postIn(event));
    const document = post === undefined ? undefined : await composedPost(application, post.id);
    const to = post === undefined ? undefined : await readersOf(application, post);
    if (document === undefined || to === undefined) return [];
    const id = activityUrl(application.origin, event, "update");
    const actor = actorUrl(application.origin, event.chain);
    return [{ from: event.chain, activity: activityAround(pollContext, "Update", id, actor, document), to }];
  },
};

/** A post was taken back or removed: those who were sent it are asked to forget it. */
const forgetting: Publisher = {
  name: "decisions/forgetting",
  events: ["post-taken-back", "post-removed"],
  publish: async (application, event) => {
    const post = await postById(application.read, postIn(event));
    const thread = post === undefined ? undefined : await threadById(application.read, post.threadId);
    const to = post === undefined ? undefined : await readersOf(application, post);
    if (post === undefined || thread?.audience !== "everyone" || to === undefined) return [];
    const actor = actorUrl(application.origin, event.chain);
    const activity = {
      "@context": pollContext,
      id: activityUrl(application.origin, event, "delete"),
      type: "Delete",
      actor,
      ...addressing(worldAudience(actor)),
      object: { id: postUrl(application.origin, post.id), type: "Tombstone" },
    };
    return [{ from: event.chain, activity, to }];
  },
};

/** What threads tell the fediverse after a post has gone out. */
export const threadPublishers: readonly Publisher[] = [editing, forgetting];

function postIn(event: LoggedEvent): string {
  const id = event.payload["post"];
  return typeof id === "string" ? id : "";
}
