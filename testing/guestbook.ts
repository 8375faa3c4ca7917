import { z } from "zod";
import { accepted, refused } from "../src/kernel/base/result.ts";
import { actorName, defineCommand } from "../src/kernel/commands/command.ts";
import type { Database } from "../src/kernel/database/database.ts";
import type { SchemaStep } from "../src/kernel/database/migrate.ts";
import type { ActorSource, LocalActor } from "../src/kernel/federation/local-actor.ts";
import type { ObjectRoute, Publisher } from "../src/kernel/federation/outgoing.ts";
import type { Recogniser } from "../src/kernel/federation/received.ts";
import { Note } from "@fedify/vocab";

/**
 * The smallest capability that federates, for tests of the machinery: `@circle` can be followed, has a guestbook that takes votes,
 * messages and joins, and posts to its followers or to one person. Nothing of it is in the program.
 */

type Tables = {
  readonly guests: { readonly uri: string; readonly inbox: string; readonly shared_inbox: string | null };
  readonly entries: {
    readonly activity: string;
    readonly what: string;
    readonly person: string;
    readonly received_at: string;
  };
};

function tables(database: Database) {
  return database.withTables<Tables>();
}

export const guestbookSchema: readonly SchemaStep[] = [
  {
    name: "guestbook/0001",
    async up(database) {
      await database.schema
        .createTable("guests")
        .addColumn("uri", "text", (column) => column.primaryKey())
        .addColumn("inbox", "text", (column) => column.notNull())
        .addColumn("shared_inbox", "text")
        .execute();
      await database.schema
        .createTable("entries")
        .addColumn("activity", "text", (column) => column.notNull())
        .addColumn("what", "text", (column) => column.notNull())
        .addColumn("person", "text", (column) => column.notNull())
        .addColumn("received_at", "text", (column) => column.notNull())
        .execute();
    },
  },
];

const follow = defineCommand({
  name: "guestbook/follow",
  input: z.object({ uri: z.string(), inbox: z.string(), sharedInbox: z.string().nullable(), followId: z.string() }),
  chain: () => "guestbook",
  authorise: async () => undefined,
  run: async (context, { uri, inbox, sharedInbox, followId }) => {
    const row = { uri, inbox, shared_inbox: sharedInbox };
    await tables(context.db)
      .insertInto("guests")
      .values(row)
      .onConflict((conflict) => conflict.column("uri").doUpdateSet(row))
      .execute();
    context.emit({ name: "guest-followed", version: 1, payload: { uri, followId } });
    return accepted(null);
  },
});

/** Takes guests off the list, as their server or ours said. */
export const forgetGuests = defineCommand({
  name: "guestbook/forget",
  input: z.object({ uris: z.array(z.string()) }),
  chain: () => "guestbook",
  authorise: async () => undefined,
  run: async (context, { uris }) => {
    await tables(context.db).deleteFrom("guests").where("uri", "in", uris).execute();
    return accepted(null);
  },
});

/** Writes into the guestbook; refuses "too late" to whoever says just that, so that refusals can be tested. */
const sign = defineCommand({
  name: "guestbook/sign",
  input: z.object({ what: z.string(), activity: z.string(), receivedAt: z.string() }),
  chain: () => "guestbook",
  authorise: async () => undefined,
  run: async (context, { what, activity, receivedAt }) => {
    if (what.endsWith("too late")) return refused({ kind: "too-late" });
    const entry = { activity, what, person: actorName(context.actor), received_at: receivedAt };
    await tables(context.db).insertInto("entries").values(entry).execute();
    return accepted(null);
  },
});

/** Says something to the followers, or to one actor. */
export const post = defineCommand({
  name: "guestbook/post",
  input: z.object({ id: z.string(), text: z.string(), to: z.string().nullable() }),
  chain: () => "guestbook",
  authorise: async () => undefined,
  run: async (context, { id, text, to }) => {
    context.emit({ name: "posted", version: 1, payload: { id, text, to } });
    return accepted(null);
  },
});

/** The first to recognise something takes it: follows, their undoing, and everything that is said. */
export const guestbookInbox: readonly Recogniser[] = [
  {
    name: "guestbook/following",
    types: ["Follow", "Undo"],
    recognise: async (activity) => {
      const { uri, inbox, sharedInbox } = activity.actor;
      if (activity.type === "Undo" && activity.inner?.type === "Follow")
        return { command: forgetGuests, input: { uris: [uri] } };
      const input = { uri, inbox, sharedInbox: sharedInbox ?? null, followId: activity.id };
      return activity.type === "Follow" ? { command: follow, input } : undefined;
    },
  },
  {
    name: "guestbook/signing",
    types: ["Create", "Join", "Leave", "Like", "Delete", "Move", "Announce", "Update"],
    recognise: async (activity) => {
      const said =
        activity.object?.name ?? activity.object?.text ?? activity.movedTo?.uri ?? activity.objectId ?? "nothing";
      const what = `${activity.type} ${said}`;
      const receivedAt = activity.receivedAt.toString();
      return { command: sign, input: { what, activity: activity.id, receivedAt } };
    },
    reply: async (_activity, answer) =>
      answer.ok ? undefined : { from: "circle", key: `guestbook.${answer.refusal.kind}`, values: {} },
  },
];

const actors: readonly LocalActor[] = ["circle", "gone"].map((id) => ({
  id,
  type: "Group",
  handle: id,
  name: `The ${id}`,
  summary: "A guestbook",
  path: `/guestbooks/${id}`,
  createdAt: Temporal.Instant.from("2027-01-01T00:00:00Z"),
  approvesFollowers: false,
  isDiscoverable: true,
  isGone: id === "gone",
}));

export const guestbookActors: ActorSource = {
  byId: async (_read, id) => actors.find((actor) => actor.id === id),
  byHandle: async (_read, handle) => actors.find((actor) => actor.handle === handle),
  followers: async (read, _id, { after, limit }) => {
    const rows = await tables(read)
      .selectFrom("guests")
      .selectAll()
      .where("uri", ">", after)
      .orderBy("uri")
      .limit(limit)
      .execute();
    return rows.map(({ uri, inbox, shared_inbox }) => ({ uri, inbox, sharedInbox: shared_inbox ?? undefined }));
  },
  countFollowers: async (read) => {
    const counted = await tables(read)
      .selectFrom("guests")
      .select((row) => row.fn.countAll<number>().as("count"))
      .executeTakeFirstOrThrow();
    return counted.count;
  },
};

const world = "https://www.w3.org/ns/activitystreams#Public";

export const guestbookOutbox: readonly Publisher[] = [
  {
    name: "guestbook/posting",
    events: ["posted"],
    publish: async (application, event) => {
      const { id, text, to } = event.payload;
      if (typeof id !== "string" || (typeof to !== "string" && to !== null)) return [];
      const circle = new URL("/actors/circle", application.origin).href;
      const audience = to === null ? { to: [world], cc: [`${circle}/followers`] } : { to: [to], cc: [] };
      const note = {
        id: new URL(`/notes/${id}`, application.origin).href,
        type: "Note",
        attributedTo: circle,
        content: text,
        tag: [],
        ...audience,
      };
      const activity = {
        "@context": "https://www.w3.org/ns/activitystreams",
        type: "Create",
        actor: circle,
        published: event.at.toString(),
        object: note,
        ...audience,
      };
      return [{ from: "circle", activity, to: to === null ? { kind: "followers" } : { kind: "actors", uris: [to] } }];
    },
  },
  {
    name: "guestbook/accepting",
    events: ["guest-followed"],
    publish: async (application, event) => {
      const { uri, followId } = event.payload;
      if (typeof uri !== "string" || typeof followId !== "string") return [];
      const circle = new URL("/actors/circle", application.origin).href;
      const activity = {
        type: "Accept",
        actor: circle,
        object: { type: "Follow", id: followId, actor: uri, object: circle },
        to: [uri],
      };
      return [{ from: "circle", activity, to: { kind: "actors", uris: [uri] } }];
    },
  },
];

/** `/notes/{id}` is for everybody, `/secrets/{host}` only for actors of that host. */
export const guestbookObjects: readonly ObjectRoute[] = [
  {
    type: Note,
    path: "/notes/{id}",
    load: async (application, { id = "" }) => (id === "none" ? undefined : note(application.origin, `/notes/${id}`)),
  },
  {
    type: Note,
    path: "/secrets/{host}",
    load: async (application, { host = "" }, requester) =>
      requester !== undefined && new URL(requester).host === decodeURIComponent(host)
        ? note(application.origin, `/secrets/${host}`)
        : undefined,
  },
];

function note(origin: URL, path: string) {
  const context = "https://www.w3.org/ns/activitystreams";
  return { "@context": context, id: new URL(path, origin).href, type: "Note", content: "hello" };
}

/** What stands in the guestbook, in no order. */
export function guestbookEntries(read: Database) {
  return tables(read).selectFrom("entries").selectAll().execute();
}

/** Who follows, by URI. */
export async function guests(read: Database): Promise<readonly string[]> {
  const rows = await tables(read).selectFrom("guests").select("uri").execute();
  return rows.map(({ uri }) => uri);
}
