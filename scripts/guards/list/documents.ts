import type { Guard } from "../guard.ts";

const federation = "src/kernel/federation";
const actors = `${federation}/remote-actors`;
const documents = { project: "rules", file: `${actors}/actor-document.test.ts` } as const;
const rogues = { project: "federation-sqlite", file: `${actors}/remote-actors.fed.test.ts` } as const;
const following = { project: "rules", file: `${federation}/egress/follow.test.ts` } as const;
const reading = { project: "rules", file: `${federation}/inbox/read-activity.test.ts` } as const;
const shapes = { project: "rules", file: `${federation}/fast-lane/plain-shapes.test.ts` } as const;
const strict = { project: "rules", file: `${federation}/inbox/strict-json.test.ts` } as const;

/** What other servers say of themselves, of others, and of what happened. */
export const documentGuards: readonly Guard[] = [
  {
    rows: [3],
    does: "An actor's document must be about the address where it was found",
    without: [{ file: `${actors}/actor-document.ts`, text: "!isSameUri(id, uri) || ", becomes: "" }],
    shownBy: { ...documents, named: "a document that is about another than where it was found is nobody's" },
  },
  {
    rows: [3],
    does: "Another id is followed once to where it leads, never to another server",
    without: [
      {
        file: `${actors}/ask-actor.ts`,
        text: "id === undefined || id === uri || !isSameOrigin(id, uri)",
        becomes: "id === undefined || id === uri",
      },
      { file: `${actors}/actor-document.ts`, text: "!isSameUri(id, uri) || ", becomes: "" },
    ],
    shownBy: { ...rogues, named: "a document that claims another server's id is cached under nobody's name" },
  },
  {
    rows: [3],
    does: "A redirect to another server makes nobody of it an actor of the first",
    without: [
      {
        file: `${actors}/ask-actor.ts`,
        text: 'if (!isSameOrigin(found.value.url.href, uri)) return refused({ kind: "refused" });',
        becomes: "",
      },
    ],
    shownBy: { ...rogues, named: "an id that redirects to another origin is not that origin's to describe" },
  },
  {
    rows: [3],
    does: "A key must stand on its actor's own server",
    without: [
      {
        file: `${actors}/actor-document.ts`,
        text: 'typeof id === "string" && isSameOrigin(id, uri)',
        becomes: 'typeof id === "string"',
      },
    ],
    shownBy: { ...documents, named: "a key of another origin, or of another owner, is not the actor's" },
  },
  {
    rows: [2, 3],
    does: "A key must name the actor as its owner",
    without: [{ file: `${actors}/actor-document.ts`, text: ' || !isSameUri(key["owner"], uri)', becomes: "" }],
    shownBy: { ...documents, named: "a key of another origin, or of another owner, is not the actor's" },
  },
  {
    rows: [3],
    does: "A handle must be confirmed by the actor it leads to",
    without: [
      {
        file: `${actors}/look-up.ts`,
        text: 'if (found.value.actor.handle !== writeHandle(handle)) return refused({ kind: "not-theirs" });',
        becomes: "",
      },
    ],
    shownBy: { ...rogues, named: "a rogue server that claims another server's actor under its own handle is refused" },
  },
  {
    rows: [3],
    does: "A handle of another host must be confirmed by that host",
    without: [
      {
        file: `${actors}/ask-actor.ts`,
        text: "far.ok && far.value.actorUri === uri ? writeHandle(handle) : plain",
        becomes: "writeHandle(handle)",
      },
    ],
    shownBy: { ...rogues, named: "a server that gives its actor somebody else's handle is believed in nothing" },
  },
  {
    rows: [4],
    does: "Only documents that call themselves ActivityPub are taken, after redirects too",
    without: [
      {
        file: `${federation}/egress/media-type.ts`,
        text: "wanted.type === type.toLowerCase() && ",
        becomes: "",
      },
    ],
    shownBy: { ...following, named: "an actor of the media type" },
  },
  {
    rows: [4],
    does: "Plain JSON-LD counts only with the profile of ActivityStreams",
    without: [
      {
        file: `${federation}/egress/media-type.ts`,
        text: "(wanted.profile === undefined || profiles.includes(wanted.profile))",
        becomes: "(wanted.profile === undefined || profiles.length >= 0)",
      },
    ],
    shownBy: { ...following, named: "an actor of the media type" },
  },
  {
    rows: [4],
    does: "An uploaded file is asked for as ActivityPub and found to be none",
    without: [
      {
        file: `${federation}/documents/fetch-document.ts`,
        text: "accepts: activityDocument,",
        becomes:
          "accepts: ['application/json', 'application/ld+json', 'text/html', 'image/png', 'application/activity+json', 'application/jrd+json'].map((type) => ({ type })),",
      },
    ],
    shownBy: { ...rogues, named: "an uploaded file is no actor, whatever it says" },
  },
  {
    rows: [7],
    does: "An activity must mean by its plain names what it means as JSON-LD",
    without: [
      {
        file: `${federation}/inbox/read-activity.ts`,
        text: 'if (essenceOf(parts) !== essenceOf(plain)) return notUnderstood("read in two ways");',
        becomes: "",
      },
    ],
    shownBy: { ...reading, named: "means the same, or is refused" },
  },
  {
    rows: [7],
    does: "A name given twice is refused, however it is written",
    without: [
      {
        file: `${federation}/inbox/strict-json.ts`,
        text: 'if (inside.names.has(name)) return "name-given-twice";',
        becomes: "",
      },
    ],
    shownBy: { ...strict, named: "a name given twice is refused, however it is written" },
  },
  {
    rows: [7],
    does: "The fast lane takes only the one plain vocabulary",
    without: [
      {
        file: `${federation}/fast-lane/plain-shapes.ts`,
        text: "z.union([z.literal(activityStreams), z.tuple([z.literal(activityStreams)])])",
        becomes: "z.any()",
      },
    ],
    shownBy: { ...shapes, named: "a remapped term" },
  },
  {
    rows: [7],
    does: "The fast lane takes no member that is not listed",
    without: [
      {
        file: `${federation}/fast-lane/plain-shapes.ts`,
        text: 'z.strictObject({ ...activity, type: z.literal("Create"), object: vote })',
        becomes: 'z.looseObject({ ...activity, type: z.literal("Create"), object: vote })',
      },
    ],
    shownBy: { ...shapes, named: "the keyword beside its id" },
  },
  {
    rows: [8],
    does: "An unknown vocabulary counts as empty and is not fetched",
    without: [
      {
        file: `${federation}/documents/contexts.ts`,
        text: 'document: preloadedContexts[url] ?? { "@context": {} },',
        becomes: "document: preloadedContexts[url] ?? (await (await fetch(url)).json()),",
      },
    ],
    shownBy: { ...reading, named: "nothing is fetched for an activity, whatever it names" },
  },
  {
    rows: [8, 10],
    does: "What an activity only names is not fetched while it is read",
    without: [
      {
        file: `${federation}/documents/contexts.ts`,
        text: "throw new Error(`documents are not fetched from inside an activity: ${url}`);",
        becomes: "return (await fetch(url)).json();",
      },
    ],
    shownBy: { ...reading, named: "nothing is fetched for an activity, whatever it names" },
  },
];
