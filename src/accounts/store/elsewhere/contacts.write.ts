import { microsecondsFromInstant } from "../../../kernel/base/time.ts";
import type { Database } from "../../../kernel/database/database.ts";
import type { FollowState } from "../../model/elsewhere/contact.ts";
import { elsewhereTables } from "./elsewhere.tables.ts";

/** What an actor elsewhere says of itself. */
export interface ContactFacts {
  readonly uri: string;
  readonly handle: string;
  readonly host: string;
  /** Cleaned. */
  readonly name: string;
  readonly url: string;
  readonly type: string;
}

/** Keeps somebody whom a person's actor did not know. */
export async function keepContact(
  transaction: Database,
  contact: ContactFacts & { readonly id: string; readonly actor: string; readonly at: Temporal.Instant },
): Promise<void> {
  const { at, ...facts } = contact;
  const unasked = { follow_id: null, follow_state: null, followed_at: null, shut_out_at: null };
  await elsewhereTables(transaction)
    .insertInto("elsewhere_contacts")
    .values({ ...facts, ...unasked, known_since: microsecondsFromInstant(at) })
    .execute();
}

/** Takes over what an actor now says of itself, wherever it is known here. */
export async function refreshContact(transaction: Database, { uri, ...facts }: ContactFacts): Promise<void> {
  await elsewhereTables(transaction).updateTable("elsewhere_contacts").set(facts).where("uri", "=", uri).execute();
}

/** Writes down that a person's actor asks to follow, is let, is refused, or no longer wants to. */
export async function setFollow(
  transaction: Database,
  contactId: string,
  follow: { readonly id: string; readonly state: FollowState; readonly at: Temporal.Instant } | undefined,
): Promise<void> {
  await elsewhereTables(transaction)
    .updateTable("elsewhere_contacts")
    .set({
      follow_id: follow?.id ?? null,
      follow_state: follow?.state ?? null,
      followed_at: follow === undefined ? null : microsecondsFromInstant(follow.at),
    })
    .where("id", "=", contactId)
    .execute();
}

/** Writes down the answer to the Follow with this id, of the actor `uri` alone; says whether there was one to answer. */
export async function answerFollow(
  transaction: Database,
  { followId, uri, state }: { readonly followId: string; readonly uri: string; readonly state: FollowState },
): Promise<boolean> {
  const answered = await elsewhereTables(transaction)
    .updateTable("elsewhere_contacts")
    .set({ follow_state: state })
    .where("follow_id", "=", followId)
    .where("uri", "=", uri)
    .returning("id")
    .execute();
  return answered.length > 0;
}

/** Shuts somebody out, or lets them be heard again. */
export async function setShutOut(
  transaction: Database,
  contactId: string,
  at: Temporal.Instant | undefined,
): Promise<void> {
  await elsewhereTables(transaction)
    .updateTable("elsewhere_contacts")
    .set({ shut_out_at: at === undefined ? null : microsecondsFromInstant(at) })
    .where("id", "=", contactId)
    .execute();
}

/** Forgets the strangers known for longest beyond `most`; those followed or shut out stay. */
export async function dropStrangersBeyond(transaction: Database, actor: string, most: number): Promise<void> {
  const tables = elsewhereTables(transaction);
  const strangers = await tables
    .selectFrom("elsewhere_contacts")
    .select("id")
    .where("actor", "=", actor)
    .where("follow_state", "is", null)
    .where("shut_out_at", "is", null)
    .orderBy("known_since", "desc")
    .orderBy("id", "desc")
    .offset(most)
    .limit(100)
    .execute();
  const ids = strangers.map((row) => row.id);
  if (ids.length > 0) await tables.deleteFrom("elsewhere_contacts").where("id", "in", ids).execute();
}

/** Forgets an actor that is gone, wherever it is known here. */
export async function dropContactEverywhere(transaction: Database, uri: string): Promise<void> {
  await elsewhereTables(transaction).deleteFrom("elsewhere_contacts").where("uri", "=", uri).execute();
}
