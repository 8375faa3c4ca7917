import type { z } from "zod";
import type { ReceivedActivity, ReceivedObject, ReceivedPoll } from "../../../kernel/federation/received.ts";
import type { postInput } from "../../commands/elsewhere/post-input.ts";
import { bounds } from "../../model/elsewhere/bounds.ts";

type Post = z.input<typeof postInput>;

const kinds: Readonly<Record<string, Post["kind"] | undefined>> = {
  Note: "note",
  Question: "question",
  Event: "event",
  Article: "article",
  Page: "article",
};

/** What an activity says to its readers, as commands take it; undefined when it is nothing for people to read. */
export function postIn(activity: ReceivedActivity): Post | undefined {
  if (activity.type === "Announce") return sharedPost(activity);
  const { object, actor } = activity;
  const kind = kinds[object?.type ?? ""];
  if (object?.id === undefined || kind === undefined || object.attributedTo !== actor.uri) return undefined;
  // A vote in somebody's poll is no message.
  if (kind === "note" && object.name !== undefined && object.inReplyTo !== undefined) return undefined;
  const poll = pollIn(object);
  if (kind === "question" && poll === null) return undefined;
  return {
    uri: object.id,
    kind,
    title: object.name ?? null,
    summary: object.summary ?? null,
    html: object.html ?? "",
    language: object.language?.slice(0, 35) ?? null,
    url: pageIn(object.url),
    poll,
  };
}

/** What is passed on is only pointed to: its own author's server alone may say what stands in it. */
function sharedPost({ id, objectId }: ReceivedActivity): Post | undefined {
  const url = pageIn(objectId);
  if (url === null) return undefined;
  return { uri: id, kind: "share", title: null, summary: null, html: "", language: null, url, poll: null };
}

function pollIn({ poll }: ReceivedObject): Post["poll"] {
  if (poll === undefined || !isAnswerable(poll)) return null;
  return {
    choice: poll.choice,
    options: poll.options.map(({ label, votes }) => ({ label, votes: votes ?? null })),
    voters: poll.voters ?? null,
    endsAt: poll.endsAt?.toString() ?? null,
    isClosed: poll.isClosed,
  };
}

/** A vote names its option to the letter, so none may be cut, and no two may be the same. */
function isAnswerable({ options }: ReceivedPoll): boolean {
  const labels = options.map(({ label }) => label);
  const isEachShort = labels.every((label) => label !== "" && label.length <= bounds.option);
  return isEachShort && labels.length > 0 && labels.length <= bounds.options && new Set(labels).size === labels.length;
}

function pageIn(url: string | undefined): string | null {
  return url !== undefined && url.length <= 2_000 && /^https?:/.test(url) ? url : null;
}
