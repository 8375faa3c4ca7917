import { instantFromMicroseconds } from "../../../kernel/base/time.ts";
import type { Database } from "../../../kernel/database/database.ts";
import type { PersonId } from "../../model/person.ts";
import { contactsOf } from "./contacts.read.ts";
import { elsewhereTables } from "./elsewhere.tables.ts";
import { personActorOf } from "./person-actors.read.ts";

/** All that is kept of a person's taking part elsewhere, for them to take along; nothing for one who does not. */
export async function elsewhereRecordsOf(read: Database, personId: PersonId) {
  const actor = await personActorOf(read, personId);
  if (actor === undefined) return {};
  const { handle, name, createdAt } = actor;
  return {
    elsewhere: [{ handle, name, createdAt: createdAt.toString() }],
    elsewhereContacts: (await contactsOf(read, actor.id)).map((contact) => ({
      handle: contact.handle,
      uri: contact.uri,
      follow: contact.follow ?? null,
      isShutOut: contact.isShutOut,
    })),
    elsewhereSaid: await saidOf(read, actor.id),
    elsewhereAnswers: await answersOf(read, actor.id),
    elsewhereMessages: await messagesTo(read, actor.id),
  };
}

async function saidOf(read: Database, actor: string) {
  const rows = await elsewhereTables(read)
    .selectFrom("elsewhere_said as said")
    .leftJoin("elsewhere_contacts as contact", "contact.id", "said.contact")
    .select(["contact.uri", "said.in_reply_to", "said.text", "said.said_at"])
    .where("said.actor", "=", actor)
    .orderBy("said.said_at")
    .execute();
  return rows.map(({ uri, in_reply_to: inReplyTo, text, said_at }) => ({ to: uri, inReplyTo, text, at: at(said_at) }));
}

async function answersOf(read: Database, actor: string) {
  const rows = await elsewhereTables(read)
    .selectFrom("elsewhere_answers as answer")
    .innerJoin("elsewhere_posts as post", "post.id", "answer.post")
    .select(["post.uri", "answer.labels", "answer.answered_at"])
    .where("answer.actor", "=", actor)
    .orderBy("answer.answered_at")
    .execute();
  return rows.map(({ uri, labels, answered_at }) => ({ poll: uri, answers: labels, at: at(answered_at) }));
}

async function messagesTo(read: Database, actor: string) {
  const rows = await elsewhereTables(read)
    .selectFrom("elsewhere_addressed as addressed")
    .innerJoin("elsewhere_posts as post", "post.id", "addressed.post")
    .select(["post.uri", "post.author_uri", "post.title", "post.html", "post.arrived_at"])
    .where("addressed.actor", "=", actor)
    .orderBy("post.arrived_at")
    .execute();
  return rows.map(({ uri, author_uri: from, title, html, arrived_at }) => ({
    uri,
    from,
    title,
    html,
    at: at(arrived_at),
  }));
}

function at(microseconds: number): string {
  return instantFromMicroseconds(microseconds).toString();
}
