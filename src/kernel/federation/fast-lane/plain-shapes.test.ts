import fc from "fast-check";
import { expect, test } from "vitest";
import type { Json } from "../../base/canonical-json.ts";
import { isObject, type RemoteDocument } from "../documents/reading.ts";
import { goldenActivities, goldenActivity } from "../golden/golden.ts";
import { activityFrom } from "../inbox/activity-parts.ts";
import { plainActivity } from "../inbox/plain-activity.ts";
import { readActivity } from "../inbox/read-activity.ts";
import { readStrictJson } from "../inbox/strict-json.ts";
import { hasPlainShape } from "./plain-shapes.ts";

const plain: readonly (readonly [string, string])[] = [
  ["gancio", "follow"],
  ["gotosocial", "create-note-vote"],
  ["gotosocial", "create-note-vote-2"],
  ["gotosocial", "delete"],
  ["gotosocial", "follow"],
  ["gotosocial", "like"],
  ["gotosocial", "undo-follow"],
  ["mastodon", "create-note-vote"],
  ["mastodon", "delete-person"],
  ["mastodon", "follow"],
  ["mastodon", "undo-follow"],
  ["snac2", "create-note-vote"],
  ["snac2", "delete"],
  ["snac2", "delete-tombstone"],
  ["snac2", "follow"],
  ["snac2", "like"],
  ["snac2", "undo-follow"],
  ["snac2", "vote-by-app"],
  ["snac2", "vote-on-page"],
];
const plainDocuments = plain.map(([software, name]) => goldenActivity(software, name));

/** What the fast lane makes of it; undefined when it leaves it alone. */
function byShape(json: Json) {
  const parts = hasPlainShape(json) ? plainActivity(json) : undefined;
  return parts === undefined ? undefined : activityFrom(parts);
}

/** What JSON-LD says it means. */
async function byJsonLd(document: RemoteDocument) {
  const parts = await readActivity(document);
  return parts.ok ? activityFrom(parts.value) : parts;
}

test("the votes and follows of Mastodon, GoToSocial and snac2 have plain shapes, and what else they send has none", () => {
  const taken = goldenActivities().filter(([software, name]) => hasPlainShape(goldenActivity(software, name)));
  expect(new Set(taken)).toEqual(new Set(plain));
});

test.each(plain)("%s/%s means to the fast lane what it means in JSON-LD", async (software, name) => {
  const document = goldenActivity(software, name);
  expect(byShape(document)).toMatchObject({ ok: true });
  expect(await byJsonLd(document)).toEqual(byShape(document));
});

const elsewhere = "https://evil.example/users/eve";
const remapped = { "@context": ["https://www.w3.org/ns/activitystreams", { actor: "https://evil.example/ns#actor" }] };
const signature = { type: "RsaSignature2017", creator: `${elsewhere}#main-key`, signatureValue: "c2lnbmF0dXJl" };

/** Each makes one of the plain activities into something that a reader of JSON-LD may take differently. */
const tricks: readonly (readonly [string, (document: RemoteDocument) => Json])[] = [
  ["a remapped term", (document) => ({ ...document, ...remapped })],
  ["a second context", (document) => ({ ...document, "@context": [context, "https://w3id.org/security/v1"] })],
  ["a context of its own", (document) => ({ ...document, "@context": { "@vocab": `${context}#` } })],
  ["the same context twice", (document) => ({ ...document, "@context": [context, context] })],
  ["the context written otherwise", (document) => ({ ...document, "@context": `${context}#` })],
  ["a base for relative ids", (document) => ({ ...document, "@context": [context, { "@base": elsewhere }] })],
  ["a language for all texts", (document) => ({ ...document, "@context": [context, { "@language": "de" }] })],
  ["no context", ({ "@context": _context, ...document }) => document],
  ["a list of one", (document) => [document]],
  ["a graph", (document) => ({ "@context": context, "@graph": [document] })],
  ["a graph beside it", (document) => ({ ...document, "@graph": [{ id: document["id"] ?? null, actor: elsewhere }] })],
  ["a reverse property", (document) => ({ ...document, "@reverse": { actor: elsewhere } })],
  ["something included", (document) => ({ ...document, "@included": [{ id: elsewhere, type: "Person" }] })],
  ["the keyword for its id", ({ id = null, ...document }) => ({ ...document, "@id": id })],
  ["the keyword beside its id", (document) => ({ ...document, "@id": elsewhere })],
  ["the keyword beside its type", (document) => ({ ...document, "@type": "Delete" })],
  ["two types", (document) => ({ ...document, type: ["Delete", document["type"] ?? null] })],
  ["a list of one type", (document) => ({ ...document, type: [document["type"] ?? null] })],
  ["its type as a URI", (document) => ({ ...document, type: `${context}#Delete` })],
  ["its type with a prefix", (document) => ({ ...document, type: "as:Delete" })],
  ["another type", (document) => ({ ...document, type: "Announce" })],
  ["a type of the runtime", (document) => ({ ...document, type: "toString" })],
  ["two actors", (document) => ({ ...document, actor: [document["actor"] ?? null, elsewhere] })],
  ["a list of one actor", (document) => ({ ...document, actor: [document["actor"] ?? null] })],
  ["an actor given whole", (document) => ({ ...document, actor: { id: document["actor"] ?? null, type: "Person" } })],
  ["an actor with a prefix", (document) => ({ ...document, "as:actor": elsewhere })],
  ["an actor as a URI", (document) => ({ ...document, [`${context}#actor`]: elsewhere })],
  ["two objects", (document) => ({ ...document, object: [document["object"] ?? null, elsewhere] })],
  ["no object", ({ object: _object, ...document }) => document],
  ["an object that is nothing", (document) => ({ ...document, object: null })],
  ["an object with an LD value", (document) => ({ ...document, object: { "@value": elsewhere } })],
  ["an LD signature", (document) => ({ ...document, signature })],
  ["a proof", (document) => ({ ...document, proof: { ...signature, type: "DataIntegrityProof" } })],
  ["a member of the runtime", (document) => ({ ...document, toString: "x", valueOf: "y" })],
  ["an id in capitals", (document) => ({ ...document, id: "HTTPS://SNAC.EXAMPLE/ana/1" })],
  ["an id with dots", (document) => ({ ...document, id: "https://snac.example/x/../ana/1" })],
  ["an id with a blank", (document) => ({ ...document, id: "https://snac.example/ana 1" })],
  ["a relative id", (document) => ({ ...document, id: "#votes/1" })],
  ["an id of another scheme", (document) => ({ ...document, id: "urn:uuid:1" })],
  ["a blank node for an id", (document) => ({ ...document, id: "_:b0" })],
  ["an audience with a prefix", (document) => ({ ...document, to: "as:Public" })],
  ["a short audience", (document) => ({ ...document, to: ["Public"] })],
  ["an audience given whole", (document) => ({ ...document, to: [{ id: elsewhere }] })],
  ["a blind audience", (document) => ({ ...document, bto: elsewhere })],
  ["a time that is none", (document) => ({ ...document, published: "2026-02-30T12:00:00Z" })],
  ["a time with a zone", (document) => ({ ...document, published: "2026-02-03T12:00:00+01:00" })],
  ["a time as an LD value", (document) => ({ ...document, published: { "@value": "2026-02-03T12:00:00Z" } })],
  ["an instrument", (document) => ({ ...document, instrument: elsewhere })],
  ["a text of its own", (document) => ({ ...document, content: "and I come too" })],
];
const context = "https://www.w3.org/ns/activitystreams";

test.each(tricks)("%s is left to the stock lane", (_name, played) => {
  expect(plainDocuments.map((document) => byShape(played(document)))).toEqual(plain.map(() => undefined));
});

/** The same, inside the object that an activity carries. */
const insideTricks = tricks.filter(([name]) => name.startsWith("the keyword") || name.includes("type"));

test.each(insideTricks)("%s inside what is carried is left to the stock lane", (_name, played) => {
  const inside = plainDocuments.flatMap(({ object, ...around }) =>
    isObject(object) ? [byShape({ ...around, object: played(object) })] : [],
  );
  expect(inside).toEqual(inside.map(() => undefined));
});

const vote = goldenActivity("mastodon", "create-note-vote");
const withNote = (said: RemoteDocument): RemoteDocument => ({
  ...vote,
  object: { ...(vote["object"] as RemoteDocument), ...said },
});

test("a vote that says more than its option is left to the stock lane", () => {
  expect(byShape(withNote({}))).toMatchObject({ ok: true });
  const more: readonly RemoteDocument[] = [
    { content: "<p>because</p>" },
    { content: null },
    { contentMap: { en: "<p>because</p>" } },
    { nameMap: { en: "No" } },
    { name: ["Yes", "No"] },
    { name: { "@value": "Yes", "@language": "en" } },
    { name: "" },
    { name: "half \ud800" },
    { summary: "a warning" },
    { inReplyTo: ["https://gather.example/gatherings/1/polls/2"] },
    { inReplyTo: { id: "https://gather.example/gatherings/1/polls/2" } },
    { inReplyTo: null },
    { attributedTo: [vote["actor"] ?? null, elsewhere] },
    { attachment: [] },
    { tag: [{ type: "Hashtag", href: elsewhere, name: "#yes" }] },
    { type: "Question" },
    { updated: "2026-02-03T12:00:00Z" },
  ];
  for (const said of more) expect([said, byShape(withNote(said))]).toEqual([said, undefined]);
});

test("what is not the sender's to say is as forged here as in JSON-LD", async () => {
  const forged: readonly RemoteDocument[] = [
    { ...vote, id: "https://victim.example/users/vic#votes/1" },
    withNote({ attributedTo: elsewhere }),
    withNote({ id: "https://victim.example/users/vic#votes/1" }),
    { ...goldenActivity("gotosocial", "delete"), object: "https://victim.example/posts/1" },
    { ...goldenActivity("mastodon", "undo-follow"), id: "https://victim.example/undo/1" },
  ];
  for (const document of forged) {
    expect(byShape(document)).toMatchObject({ ok: false, refusal: { kind: "forged" } });
    expect(await byJsonLd(document)).toEqual(byShape(document));
  }
});

test("a name given twice never comes as far as the shape", () => {
  const text = JSON.stringify(vote).replace(
    '"type":"Create"',
    '"type":"Create","actor":"https://evil.example/users/eve"',
  );
  expect(readStrictJson(text)).toMatchObject({ ok: false, refusal: { kind: "name-given-twice" } });
  const hidden = JSON.stringify(vote).replace('"type":"Create"', '"type":"Create","__proto__":{"actor":"x"}');
  expect(readStrictJson(hidden)).toMatchObject({ ok: false, refusal: { kind: "forbidden-name" } });
});

const names = [
  "id",
  "type",
  "actor",
  "object",
  "to",
  "cc",
  "name",
  "content",
  "inReplyTo",
  "published",
  "attributedTo",
];
const oddNames = ["@id", "@type", "@graph", "@context", "url", "tag", "context", "summary", "nameMap", "as:actor", "x"];
const values = fc.oneof(
  fc.constantFrom<Json>(
    elsewhere,
    context,
    "as:Public",
    "Public",
    `${context}#Public`,
    "",
    "<br>",
    null,
    "Note",
    "Follow",
  ),
  fc.constantFrom<Json>([], [elsewhere], [elsewhere, elsewhere], { id: elsewhere }, { id: elsewhere, type: "Note" }),
  fc.webUrl({ withFragments: true, withQueryParameters: true }),
  fc.string(),
  fc.json({ maxDepth: 2 }).map((text) => JSON.parse(text) as Json),
);

test("however a plain activity is changed, both lanes read the same in it or the fast one leaves it alone", async () => {
  const change = fc.record({
    document: fc.constantFrom(...plainDocuments),
    isInside: fc.boolean(),
    name: fc.constantFrom(...names, ...oddNames),
    value: fc.option(values, { nil: undefined }),
  });
  await fc.assert(
    fc.asyncProperty(change, async ({ document, isInside, name, value }) => {
      const { object } = document;
      const changed =
        isInside && isObject(object)
          ? { ...document, object: changedIn(object, name, value) }
          : changedIn(document, name, value);
      const json = JSON.parse(JSON.stringify(changed)) as RemoteDocument;
      const read = byShape(json);
      if (read !== undefined) expect(await byJsonLd(json)).toEqual(read);
    }),
    { numRuns: 2000 },
  );
  expect.hasAssertions();
});

function changedIn(document: RemoteDocument, name: string, value: Json | undefined): RemoteDocument {
  return { ...document, [name]: value };
}
