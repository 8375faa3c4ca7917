import type { PageContext } from "../../../ui/request.ts";
import { contactsOf, type Contact } from "../../store/elsewhere/contacts.read.ts";
import { personActorOf, type PersonActor } from "../../store/elsewhere/person-actors.read.ts";
import { postsFor, type ReadablePost } from "../../store/elsewhere/posts.read.ts";
import { saidBy, type Said } from "../../store/elsewhere/said.read.ts";
import type { AccountPageServices } from "../account-page-services.ts";

const POSTS = 60;
const SAID = 300;
const OF_EACH = 5;

/** Something said by one of the two, with when. */
export type Utterance =
  | { readonly by: "them"; readonly at: Temporal.Instant; readonly post: ReadablePost }
  | { readonly by: "me"; readonly at: Temporal.Instant; readonly said: Said };

/** What passed between the reader and one actor elsewhere, the newest first. */
export interface Exchange {
  readonly contact: Contact;
  readonly utterances: readonly Utterance[];
  /** Whether there is more than is shown. */
  readonly hasMore: boolean;
}

/** All that the reader's page of taking part elsewhere shows. */
export interface ElsewhereView {
  readonly c: PageContext;
  readonly actor: PersonActor;
  /** `@ana@gather.example`. */
  readonly handle: string;
  readonly contacts: readonly Contact[];
  /** The newest of everybody who said something lately. */
  readonly exchanges: readonly Exchange[];
}

/** Reads the view; undefined for a reader who takes part nowhere else. */
export async function readElsewhere(
  c: PageContext,
  { application }: AccountPageServices,
  contactId?: string,
): Promise<ElsewhereView | undefined> {
  const { read, origin } = application;
  const actor = await personActorOf(read, c.var.reader.person?.id ?? "");
  if (actor === undefined) return undefined;
  const contacts = await contactsOf(read, actor.id);
  const of = contactId === undefined ? {} : { contactId };
  const posts = await postsFor(read, actor.id, { most: POSTS, ...of });
  const said = await saidBy(read, actor.id, SAID);
  const exchanges = exchangesOf(contacts, posts, said, contactId === undefined ? OF_EACH : POSTS + SAID);
  return { c, actor, handle: `@${actor.handle}@${origin.host}`, contacts, exchanges };
}

function exchangesOf(
  contacts: readonly Contact[],
  posts: readonly ReadablePost[],
  said: readonly Said[],
  most: number,
): readonly Exchange[] {
  const exchanges = contacts.flatMap((contact) => {
    const theirs = posts.filter((post) => post.contactId === contact.id);
    const mine = said.filter((words) => words.contactId === contact.id && !contact.isShutOut);
    const all: readonly Utterance[] = [
      ...theirs.map((post) => ({ by: "them", at: post.arrivedAt, post }) as const),
      ...mine.map((words) => ({ by: "me", at: words.saidAt, said: words }) as const),
    ].toSorted(newestFirst);
    return all.length === 0 ? [] : [{ contact, utterances: all.slice(0, most), hasMore: all.length > most }];
  });
  return exchanges.toSorted((one, other) => newestOf(other) - newestOf(one));
}

function newestFirst(one: Utterance, other: Utterance): number {
  return Temporal.Instant.compare(other.at, one.at);
}

function newestOf({ utterances }: Exchange): number {
  return utterances[0]?.at.epochMilliseconds ?? 0;
}
