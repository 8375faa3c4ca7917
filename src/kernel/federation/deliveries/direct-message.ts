import { createHash } from "node:crypto";
import type { Application } from "../../application.ts";
import type { Write } from "../../database/database.ts";
import type { DirectMessage } from "../federation-handle.ts";
import { escapeHtml, htmlFromText } from "../html-from-text.ts";
import { localActorUri, type ActorKeys } from "../keys/actor-keys.ts";
import type { ActivityDocument } from "../outgoing.ts";
import type { RemoteActors } from "../remote-actors/remote-actors.ts";
import { composeActivity } from "./compose.ts";
import type { Say } from "./say.ts";

/** What sending a direct message needs. */
export interface DirectMessageOptions {
  readonly application: Application;
  readonly keys: ActorKeys;
  readonly actors: Pick<RemoteActors, "find">;
  readonly say: Say;
}

/**
 * Composes a message to one person; what is given back queues it. It mentions them, without which Mastodon would not notify, and names nobody else. The same key
 * from the same actor makes the same id, and is sent once.
 */
export async function prepareDirectMessage(options: DirectMessageOptions, message: DirectMessage): Promise<Write> {
  const { application, keys, actors, say } = options;
  const found = await actors.find(message.to);
  const handle = found.ok ? found.value.actor.handle : undefined;
  const now = application.clock();
  const create = directMessageActivity(application.origin, message, handle, now);
  const activity = await composeActivity({ from: message.from, activity: create }, "", {
    origin: application.origin,
    keys,
    now,
  });
  return say(activity, { kind: "actors", uris: [message.to] });
}

/** The id of the Note that a direct message is; the same for the same key from the same actor. */
export function directMessageUri(origin: URL, { from, key }: Pick<DirectMessage, "from" | "key">): string {
  const name = createHash("sha256").update(`${from}\n${key}`).digest("hex").slice(0, 40);
  return new URL(`/messages/${name}`, origin).href;
}

/** The Create of a direct message: `to` one person, with a Mention of them. */
export function directMessageActivity(
  origin: URL,
  message: DirectMessage,
  handle: string | undefined,
  now: Temporal.Instant,
): ActivityDocument {
  const actor = localActorUri(origin, message.from);
  const id = directMessageUri(origin, message);
  const mention = { type: "Mention", href: message.to, name: handle ?? message.to };
  const content = `${mentionHtml(mention)}${htmlFromText(message.text)}`;
  const published = now.toString({ smallestUnit: "second" });
  const shared = { to: [message.to], cc: [], published };
  return {
    "@context": "https://www.w3.org/ns/activitystreams",
    id: `${id}/activity`,
    type: "Create",
    actor,
    ...shared,
    object: {
      id,
      type: "Note",
      attributedTo: actor,
      ...shared,
      inReplyTo: message.inReplyTo,
      content,
      contentMap: message.language === undefined ? undefined : { [message.language]: content },
      tag: [mention],
    },
  };
}

function mentionHtml(mention: { readonly href: string; readonly name: string }): string {
  const link = `<a href="${escapeHtml(mention.href)}" class="u-url mention">${escapeHtml(mention.name)}</a>`;
  return `<p><span class="h-card">${link}</span></p>`;
}
