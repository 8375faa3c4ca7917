import type { Database } from "../database/database.ts";
import { directMessageUri } from "../federation/deliveries/direct-message.ts";
import type { ReceivedActivity, Recogniser, Recognition } from "../federation/received.ts";
import { noticeTables } from "./notices.tables.ts";
import { stopOrStart } from "./stop-words.ts";

/** News of one kind from one local actor to one person. */
export interface NewsToPerson {
  readonly personId: string;
  readonly kind: string;
  readonly from: string;
}

/** How the composition ends and takes up again what a person hears of. */
export interface StopActs {
  stop(news: NewsToPerson): Recognition;
  start(news: NewsToPerson): Recognition;
}

/** A direct message that says nothing but STOP or START, in answer to one of our own direct messages. */
export function stopByReply(acts: StopActs): Recogniser {
  return {
    name: "kernel/stop-by-reply",
    types: ["Create"],
    async recognise(activity, { read, origin }) {
      const asked = askedFor(activity);
      if (asked === undefined) return undefined;
      const news = await newsBehind(read, origin, activity);
      return news === undefined ? undefined : acts[asked](news);
    },
    async reply(activity, answer, { read, origin }) {
      const asked = askedFor(activity);
      const news = await newsBehind(read, origin, activity);
      if (asked === undefined || news === undefined || !answer.ok) return undefined;
      return { from: news.from, key: asked === "stop" ? "kernel.notice.stopped" : "kernel.notice.started", values: {} };
    },
  };
}

function askedFor({ actor, object }: ReceivedActivity): "stop" | "start" | undefined {
  if (object?.type !== "Note" || object.attributedTo !== actor.uri || object.isPublic) return undefined;
  return object.text === undefined ? undefined : stopOrStart(object.text);
}

/**
 * What the sender was last told by the local actor that the message is addressed to; if it names the message that it answers, just
 * that one. Undefined when they were never told anything there.
 */
async function newsBehind(
  read: Database,
  origin: URL,
  { actor, object }: ReceivedActivity,
): Promise<NewsToPerson | undefined> {
  const prefix = `${origin.origin}/actors/`;
  const senders = (object?.audience ?? [])
    .filter((uri) => uri.startsWith(prefix))
    .map((uri) => uri.slice(prefix.length));
  if (senders.length === 0) return undefined;
  const told = await noticeTables(read)
    .selectFrom("notices")
    .select(["id", "recipient", "kind", "sender"])
    .where("sent_to", "=", actor.uri)
    .where("sender", "in", senders)
    .where("is_to_actor", "=", 0)
    .orderBy("id", "desc")
    .limit(50)
    .execute();
  const isAnswered = (notice: { readonly id: string; readonly sender: string }) =>
    directMessageUri(origin, { from: notice.sender, key: notice.id }) === object?.inReplyTo;
  const answered = told.find(isAnswered) ?? told[0];
  return answered === undefined
    ? undefined
    : { personId: answered.recipient, kind: answered.kind, from: answered.sender };
}
