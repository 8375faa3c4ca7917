import { formsOf, type SnacForms } from "./snac2-forms.ts";
import type { SnacProcess } from "./snac2-process.ts";
import { authorOf, isDirectTo, pollOptions } from "./snac2-reading.ts";
import {
  readFollowers,
  readFollowState,
  readNotifications,
  readObject,
  readSeenObject,
  readTimeline,
  statusNumberOf,
  type FollowState,
  type SnacNotification,
  type StoredObject,
} from "./snac2-store.ts";
import { waitFor, type Patience } from "./wait-for.ts";

/** Who is meant to see a post; `mentioned` is a direct message. The words are those of snac2's own form. */
export type Visibility = "public" | "unlisted" | "followers" | "mentioned";

/** A poll to be posted; snac2 takes at most 8 options of 60 characters. */
export type PollToPost = {
  readonly options: readonly string[];
  readonly isMultiple: boolean;
  readonly endsInSeconds: number;
};

/**
 * A person with an account on a snac2, and what they can do and see there.
 *
 * What they do goes by the same web forms and the same Mastodon-compatible API that people and their apps use; each promise holds
 * when snac2 has taken the act in, not when it has been delivered. What they see is read from snac2's files: as it came.
 */
export type SnacUser = Following &
  Writing &
  Voting &
  Seeing & {
    readonly name: string;
    readonly password: string;
    /** Their ActivityPub id, `http://127.0.0.11:PORT/NAME`. */
    readonly actorUrl: string;
    /** `NAME@127.0.0.11:PORT` */
    readonly handle: string;
    /** Says that `other`, on the same server, is the same person and moves there: `alsoKnownAs` on both, a Move to all followers. */
    moveTo(other: SnacUser): Promise<void>;
  };

type Following = {
  /** Asks to follow. Throws when snac2 cannot fetch the actor. `followState` tells the answer. */
  follow(actorUrl: string): Promise<void>;
  unfollow(actorUrl: string): Promise<void>;
  followState(actorUrl: string): Promise<FollowState>;
  followers(): Promise<readonly string[]>;
  /** Mutes for good; snac2 tells nobody about it. */
  block(actorUrl: string): Promise<void>;
};

type Writing = {
  /** Posts, publicly unless told otherwise, and gives the ActivityPub id of the post. */
  post(text: string, as?: { readonly visibility?: Visibility; readonly poll?: PollToPost }): Promise<string>;
  /** Answers a post that snac2 has or can fetch, publicly unless told otherwise, and gives the id. Throws when it cannot be fetched. */
  reply(objectId: string, text: string, visibility?: Visibility): Promise<string>;
  /**
   * Writes to one actor alone, by the form of snac2's people page, and gives the id. The Note carries a Mention tag only when `text`
   * holds `@name@host` and that host needs no port: snac2 reads no port in a handle.
   */
  directMessage(actorUrl: string, text: string): Promise<string>;
  edit(objectId: string, text: string): Promise<void>;
  delete(objectId: string): Promise<void>;
  boost(objectId: string): Promise<void>;
  like(objectId: string): Promise<void>;
};

type Voting = {
  /** Votes as an app does, by `choices[]`. Throws when the poll or an option is not there, is closed, or they have voted already. */
  vote(pollId: string, options: readonly string[]): Promise<void>;
  /** Votes by the form on snac2's page, which checks nothing: unknown options and a second vote go out too, and without `content`. */
  voteOnPage(pollId: string, options: readonly string[]): Promise<void>;
  /** The votes that snac2 shows for each option of a poll. Throws when it has no such poll. */
  tallies(pollId: string): Promise<Readonly<Record<string, number>>>;
};

type Seeing = {
  /** Everything in their private timeline, own posts included, the oldest first. */
  timeline(): Promise<readonly StoredObject[]>;
  /** What others wrote to them and not to the public or to followers, the oldest first. */
  directMessages(): Promise<readonly StoredObject[]>;
  /** The lines of their notifications page, the oldest first. */
  notifications(): Promise<readonly SnacNotification[]>;
  /** One object of their timeline by its ActivityPub id; `undefined` when it has not come, or was deleted. */
  object(objectId: string): Promise<StoredObject | undefined>;
  /** {@link waitFor} with the end of snac2's log in its complaint. */
  waitFor<Found>(
    what: string,
    probe: () => Found | Promise<Found>,
    patience?: Patience,
  ): Promise<Exclude<Found, undefined | null | false>>;
};

/** The person `name` on a running snac2. */
export function snacUser(snac: SnacProcess, name: string): SnacUser {
  const password = snac.passwords.get(name);
  if (password === undefined) throw new Error(`snac2 has no user ${name}`);
  const person: Person = { snac, name, actorUrl: `${snac.origin}/${name}`, forms: formsOf(snac, name, password) };
  return {
    name,
    password,
    actorUrl: person.actorUrl,
    handle: `${name}@${new URL(snac.origin).host}`,
    ...following(person),
    ...writing(person),
    ...voting(person),
    ...seeing(person),
    async moveTo(other) {
      await snac.run("alias", other.name, person.actorUrl);
      await snac.run("alias", name, other.actorUrl);
      await snac.run("migrate", name);
    },
  };
}

type Person = {
  readonly snac: SnacProcess;
  readonly name: string;
  readonly actorUrl: string;
  readonly forms: SnacForms;
};

function following({ snac, name, forms }: Person): Following {
  const followState = (actorUrl: string) => readFollowState(snac.folder, name, actorUrl);
  return {
    async follow(actorUrl) {
      await forms.submit("action", { action: "Follow", actor: actorUrl });
      if ((await followState(actorUrl)) === "none")
        throw new Error(`${name} could not follow ${actorUrl}\n${snac.logEnd()}`);
    },
    unfollow: (actorUrl) => forms.submit("action", { action: "Unfollow", actor: actorUrl }),
    followState,
    followers: () => readFollowers(snac.folder, name),
    block: (actorUrl) => forms.submit("action", { action: "MUTE", actor: actorUrl }),
  };
}

function writing({ snac, name, actorUrl, forms }: Person): Writing {
  /** The page does not tell the id of a new post, so it is the one that was not there before. */
  async function write(fields: Readonly<Record<string, string>>): Promise<string> {
    const before = new Set((await readTimeline(snac.folder, name)).map(({ id }) => id));
    await forms.submit("note", fields);
    const after = await readTimeline(snac.folder, name);
    const written = after.find(({ id, attributedTo }) => attributedTo === actorUrl && !before.has(id));
    if (written === undefined) throw new Error(`snac2 wrote no post of ${name}\n${snac.logEnd()}`);
    return written.id;
  }
  return {
    post: (text, { visibility = "public", poll } = {}) => write({ content: text, visibility, ...pollFields(poll) }),
    async reply(objectId, text, visibility = "public") {
      const id = await write({ content: text, visibility, in_reply_to: objectId });
      if ((await readObject(snac.folder, objectId)) !== undefined) return id;
      throw new Error(`snac2 could not fetch ${objectId}, so nobody gets the reply\n${snac.logEnd()}`);
    },
    directMessage: (recipient, text) => write({ content: text, visibility: "mentioned", to: recipient }),
    edit: (objectId, text) => forms.call("PUT", `/api/v1/statuses/${statusNumberOf(objectId)}`, { status: text }),
    delete: (objectId) => forms.submit("action", { action: "Delete", id: objectId, actor: actorUrl }),
    boost: (objectId) => forms.submit("action", { action: "Boost", id: objectId }),
    like: (objectId) => forms.submit("action", { action: "Like", id: objectId }),
  };
}

function voting({ snac, name, forms }: Person): Voting {
  async function received(pollId: string): Promise<StoredObject> {
    const poll = await readObject(snac.folder, pollId);
    if (poll === undefined) throw new Error(`${name}'s server has not received the poll ${pollId}\n${snac.logEnd()}`);
    return poll;
  }
  return {
    async vote(pollId, options) {
      const names = pollOptions(await received(pollId)).map((option) => option.name);
      const missing = options.filter((option) => !names.includes(option));
      if (missing.length > 0) throw new Error(`${pollId} offers ${names.join(", ")}, not ${missing.join(", ")}`);
      const choices = options.map((option) => String(names.indexOf(option)));
      await forms.call("POST", `/api/v1/polls/${statusNumberOf(pollId)}/votes`, { "choices[]": choices });
    },
    async voteOnPage(pollId, options) {
      const author = authorOf(await received(pollId));
      await forms.submit("vote", { actor: author, irt: pollId, question: options });
    },
    async tallies(pollId) {
      return Object.fromEntries(pollOptions(await received(pollId)).map((option) => [option.name, option.votes]));
    },
  };
}

function seeing({ snac, name, actorUrl }: Person): Seeing {
  const timeline = () => readTimeline(snac.folder, name);
  return {
    timeline,
    directMessages: async () => (await timeline()).filter((object) => isDirectTo(object, actorUrl)),
    notifications: () => readNotifications(snac.folder, name),
    object: (objectId) => readSeenObject(snac.folder, name, objectId),
    waitFor: (what, probe, patience) => waitFor(`${name}: ${what}`, probe, { diagnose: snac.logEnd, ...patience }),
  };
}

function pollFields(poll: PollToPost | undefined): Readonly<Record<string, string>> {
  if (poll === undefined) return {};
  return {
    poll_options: poll.options.join("\n"),
    poll_multiple: poll.isMultiple ? "on" : "off",
    poll_end_secs: String(poll.endsInSeconds),
  };
}
