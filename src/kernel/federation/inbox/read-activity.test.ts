import { expect, test } from "vitest";
import type { Json } from "../../base/canonical-json.ts";
import type { RemoteDocument } from "../documents/reading.ts";
import { goldenActivities, goldenActivity } from "../golden/golden.ts";
import { activityFrom } from "./activity-parts.ts";
import { readActivity } from "./read-activity.ts";

const ana = "https://mastodon.example/users/ana";
const circle = "https://gather.example/actors/circle";

test.each(goldenActivities())("what %s/%s sends is read", async (software, name) => {
  const activity = await read(goldenActivity(software, name));
  expect(activity).toMatchObject({ ok: true });
});

test("a vote is a Note with a name, whatever comes with it", async () => {
  const votes: readonly (readonly [string, string])[] = [
    ["mastodon", "Mon 7 Feb, 18:00 CET"],
    ["snac2", "Mon"],
    ["gotosocial", "C"],
    ["misskey", "Consent"],
    ["pleroma", "Consent"],
  ];
  for (const [software, option] of votes) {
    const vote = await read(goldenActivity(software, "create-note-vote"));
    expect(vote).toMatchObject({
      ok: true,
      value: { type: "Create", object: { type: "Note", name: option, text: undefined } },
    });
  }
});

test("a reply in words is read without its mention, with its language and who may read it", async () => {
  const reply = await read(goldenActivity("mastodon", "create-note-reply"));
  expect(reply).toMatchObject({
    ok: true,
    value: {
      object: {
        text: "Add me to the list!",
        language: "en",
        isPublic: true,
        inReplyTo: "https://gather.example/gatherings/1/announcement",
        audience: [`${ana}/followers`, circle],
      },
    },
  });
  // Parsing at the edge: a recorded document, made quiet.
  const recorded = goldenActivity("mastodon", "create-note-reply") as { readonly object: object };
  const cc = ["https://www.w3.org/ns/activitystreams#Public", circle];
  const quiet = await read({ ...recorded, object: { ...recorded.object, to: [`${ana}/followers`], cc } });
  expect(quiet).toMatchObject({ ok: true, value: { object: { isPublic: true, isQuiet: true } } });
  expect(reply).not.toHaveProperty("value.object.isQuiet");
  const direct = await read(goldenActivity("mastodon", "create-note-direct"));
  expect(direct).toMatchObject({ ok: true, value: { object: { text: "STOP", isPublic: false, audience: [circle] } } });
});

test("a follow, its undoing and an answer to an invitation say what they are about", async () => {
  const value = async (software: string, name: string) => {
    const activity = await read(goldenActivity(software, name));
    return activity.ok ? activity.value : undefined;
  };
  expect(await value("mastodon", "follow")).toMatchObject({ type: "Follow", objectId: circle, object: undefined });
  expect(await value("mastodon", "undo-follow")).toMatchObject({
    type: "Undo",
    inner: { type: "Follow", objectId: circle },
  });
  expect(await value("snac2", "undo-follow")).toMatchObject({ type: "Undo", inner: { type: "Follow" } });
  const session = "https://gather.example/gatherings/1/sessions/3";
  expect(await value("friendica", "tentative-accept-invite")).toMatchObject({
    type: "TentativeAccept",
    inner: { type: "Invite", objectId: session },
  });
  expect(await value("mobilizon", "join")).toMatchObject({
    type: "Join",
    objectId: session,
    text: "Two of us will come",
  });
});

test("a deletion is told by an id or by a Tombstone, a report names all it is about", async () => {
  expect(await read(goldenActivity("gotosocial", "delete"))).toMatchObject({
    value: { objectId: "https://gotosocial.example/users/alice/statuses/01M806JBP6DJXEWJ14CH0G1FNQ" },
  });
  expect(await read(goldenActivity("mastodon", "delete-note"))).toMatchObject({
    value: { objectId: `${ana}/statuses/114` },
  });
  expect(await read(goldenActivity("mastodon", "flag"))).toMatchObject({
    value: { type: "Flag", objects: [circle, "https://gather.example/gatherings/1/announcement"], text: "It shouts." },
  });
});

const note = { id: `${ana}/1`, type: "Note", attributedTo: ana, content: "yes", to: circle };
const create = {
  "@context": "https://www.w3.org/ns/activitystreams",
  id: `${ana}/1/activity`,
  type: "Create",
  actor: ana,
  object: note,
};
const victim = "https://victim.example/users/vic";

test.each<[string, RemoteDocument]>([
  ["an id of another server", { ...create, id: "https://victim.example/1" }],
  ["an object with the id of another server", { ...create, object: { ...note, id: "https://victim.example/1" } }],
  ["an object attributed to another", { ...create, object: { ...note, attributedTo: victim } }],
  [
    "an object attributed to another account of the same host",
    { ...create, object: { ...note, attributedTo: "https://mastodon.example/users/ben" } },
  ],
  ["an object attributed to the actor and another", { ...create, object: { ...note, attributedTo: [ana, victim] } }],
  [
    "an update of another server's object",
    { ...create, type: "Update", object: { ...note, id: "https://victim.example/1" } },
  ],
  [
    "an update of another account's object",
    { ...create, type: "Update", object: { ...note, attributedTo: "https://mastodon.example/users/ben" } },
  ],
  ["a deletion of another server's object", { ...create, type: "Delete", object: "https://victim.example/1" }],
  ["a deletion of another server's actor", { ...create, type: "Delete", object: victim }],
  [
    "a deletion by Tombstone of another server's object",
    { ...create, type: "Delete", object: { type: "Tombstone", id: "https://victim.example/1" } },
  ],
  [
    "an undoing of what another did",
    { ...create, type: "Undo", object: { id: `${ana}/2`, type: "Follow", actor: victim, object: circle } },
  ],
  ["an undoing by the id of another server", { ...create, type: "Undo", object: "https://victim.example/follows/1" }],
  ["a move of somebody else", { ...create, type: "Move", object: "https://mastodon.example/users/ben", target: ana }],
])("%s is a forgery", async (_what, document) => {
  expect(await read(document)).toMatchObject({ ok: false, refusal: { kind: "forged" } });
});

test("an announced object is known by its id alone: what stands inside is not its author's word", async () => {
  const announced = await read({
    ...create,
    type: "Announce",
    object: { ...note, id: "https://victim.example/1", attributedTo: victim },
  });
  expect(announced).toMatchObject({
    ok: true,
    value: { type: "Announce", objectId: "https://victim.example/1", object: undefined },
  });
});

const inContext = (context: Json, more: RemoteDocument = {}): RemoteDocument => ({
  ...create,
  "@context": ["https://www.w3.org/ns/activitystreams", context],
  ...more,
});
const mutated: readonly (readonly [string, RemoteDocument])[] = [
  ["actor remapped", inContext({ actor: "as:target" })],
  ["actor aliased", inContext({ by: { "@id": "as:actor", "@type": "@id" } }, { by: victim })],
  [
    "actor only by an alias",
    { ...inContext({ by: { "@id": "as:actor", "@type": "@id" } }), actor: undefined, by: victim },
  ],
  ["actor by its full name too", { ...create, "https://www.w3.org/ns/activitystreams#actor": { "@id": victim } }],
  ["actor by its short name too", { ...create, "as:actor": { "@id": victim } }],
  ["two actors", { ...create, actor: [ana, victim] }],
  ["type remapped", inContext({ Create: "as:Delete" })],
  ["type aliased", inContext({ kind: "@type" }, { kind: "Delete" })],
  ["two types", { ...create, type: ["Create", "Delete"] }],
  ["@type beside type", { ...create, "@type": "Delete" }],
  ["id aliased", inContext({ self: "@id" }, { self: "https://victim.example/1" })],
  ["@id beside id", { ...create, "@id": "https://victim.example/1" }],
  ["no id", { ...create, id: undefined }],
  ["object remapped", inContext({ object: "as:instrument" })],
  ["object aliased", inContext({ what: { "@id": "as:object", "@type": "@id" } }, { what: `${ana}/2` })],
  [
    "object by @reverse",
    inContext({ of: { "@reverse": "as:object" } }, { of: { id: `${ana}/2`, type: "Create", actor: victim } }),
  ],
  ["@graph", { "@context": create["@context"], "@graph": [create] }],
  ["@graph beside", { ...create, "@graph": [{ ...create, actor: victim }] }],
  ["@included beside", { ...create, "@included": [{ ...create, actor: victim }] }],
  ["@reverse beside", { ...create, "@reverse": { "as:object": { id: `${ana}/3`, type: "Create", actor: victim } } }],
  ["nested terms", inContext({ wrap: "@nest" }, { actor: undefined, wrap: { actor: victim } })],
  ["@base moved", inContext({ "@base": "https://victim.example/" }, { object: { ...note, id: "1" } })],
  ["@vocab moved", inContext({ "@vocab": "https://victim.example/ns#" })],
  ["context nulled", inContext(null)],
  ["context nulled inside", { ...create, object: { ...note, "@context": null } }],
  ["context changed inside", { ...create, object: { ...note, "@context": { attributedTo: "as:generator" } } }],
  ["name from content", inContext({ content: "as:name" })],
  [
    "inReplyTo remapped",
    inContext(
      { url: { "@id": "as:inReplyTo", "@type": "@id" } },
      { object: { ...note, url: "https://gather.example/1" } },
    ),
  ],
  ["a list of contexts in contexts", inContext([[["https://www.w3.org/ns/activitystreams"]]])],
  ["an unknown context", inContext("https://evil.example/context.jsonld")],
  ["the context of a private address", inContext("http://169.254.169.254/context")],
  ["no context", { ...create, "@context": undefined }],
];

test("there are at least thirty ways to write it differently", () => {
  expect(mutated.length).toBeGreaterThanOrEqual(30);
});

test.each(mutated)("%s means the same, or is refused", async (_what, document) => {
  const plain = await read(create);
  const other = await read(document);
  if (other.ok) expect(other).toEqual(plain);
  else expect(other.refusal.kind).toMatch(/^(not-understood|forged)$/);
});

test("nothing is fetched for an activity, whatever it names", async () => {
  const fetched = globalThis.fetch;
  const asked: unknown[] = [];
  globalThis.fetch = (input) => {
    asked.push(input);
    return Promise.reject(new Error("no network"));
  };
  try {
    for (const [, document] of mutated) await read(document);
    await read({ ...create, type: "Announce", object: "https://victim.example/1" });
  } finally {
    globalThis.fetch = fetched;
  }
  expect(asked).toEqual([]);
});

async function read(document: RemoteDocument) {
  const parts = await readActivity(document);
  return parts.ok ? activityFrom(parts.value) : parts;
}

const question = (options: Json, parts: RemoteDocument = {}): RemoteDocument => ({
  "@context": "https://www.w3.org/ns/activitystreams",
  id: `${ana}/polls/1/activity`,
  type: "Create",
  actor: ana,
  object: { id: `${ana}/polls/1`, type: "Question", attributedTo: ana, oneOf: options, ...parts },
});

test("a poll is read with what can be voted for, to the letter, its counts and its end", async () => {
  const options = [
    { type: "Note", name: "  Yes & no ", replies: { type: "Collection", totalItems: 4 } },
    { type: "Note", name: "Maybe" },
  ];
  const parts = { endTime: "2027-02-08T10:00:00Z", url: "https://mastodon.example/@ana/1", summary: "A warning" };
  expect(await read(question(options, parts))).toMatchObject({
    ok: true,
    value: {
      object: {
        url: "https://mastodon.example/@ana/1",
        summary: "A warning",
        poll: {
          choice: "one",
          options: [
            { label: "  Yes & no ", votes: 4 },
            { label: "Maybe", votes: undefined },
          ],
          endsAt: Temporal.Instant.from("2027-02-08T10:00:00Z"),
          isClosed: false,
        },
      },
    },
  });
  const closed = await read(question(options, { closed: "2027-02-01T10:00:00Z" }));
  expect(closed).toMatchObject({ ok: true, value: { object: { poll: { isClosed: true } } } });
});

test("a poll that asks in both ways at once, or whose options two readers would read differently, is none", async () => {
  const options = [{ type: "Note", name: "Yes" }];
  const both = await read(question(options, { anyOf: options }));
  expect(both).toMatchObject({ ok: true, value: { object: { poll: undefined } } });
  const renamed = {
    ...question(options),
    "@context": ["https://www.w3.org/ns/activitystreams", { oneOf: "as:anyOf" }],
  };
  expect(await read(renamed)).toMatchObject({ ok: false });
});
