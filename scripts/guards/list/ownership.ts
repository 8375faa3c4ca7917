import type { Guard } from "../guard.ts";

const inbox = "src/kernel/federation/inbox";
const reading = { project: "rules", file: `${inbox}/read-activity.test.ts` } as const;
const communities = { project: "store-sqlite", file: "src/communities/federation/inbox.store.test.ts" } as const;

/** Whose a thing is, and so who may change it. */
export const ownershipGuards: readonly Guard[] = [
  {
    rows: [26],
    does: "An activity must have an id of its actor's own server",
    without: [
      {
        file: `${inbox}/activity-parts.ts`,
        text: 'if (!isSameOrigin(id, actorUri)) return "the activity has the id of another server";',
        becomes: "",
      },
    ],
    shownBy: { ...reading, named: "an id of another server" },
  },
  {
    rows: [26],
    does: "What is created or changed must have an id of its actor's own server",
    without: [
      {
        file: `${inbox}/activity-parts.ts`,
        text: 'if (!isOfServer(object.id, actorUri)) return "the object has the id of another server";',
        becomes: "",
      },
    ],
    shownBy: { ...reading, named: "an object with the id of another server" },
  },
  {
    rows: [26],
    does: "What is created or changed must be the actor's own, not another account's of the same server",
    without: [
      {
        file: `${inbox}/activity-parts.ts`,
        text: 'return "the object is attributed to somebody else";',
        becomes: "return undefined;",
      },
    ],
    shownBy: { ...reading, named: "an update of another account's object" },
  },
  {
    rows: [26],
    does: "Nobody deletes what is another server's",
    without: [
      {
        file: `${inbox}/activity-parts.ts`,
        text: 'return isOfServer(objectId, actorUri) ? undefined : "it deletes what is another server\'s";',
        becomes: "return undefined;",
      },
    ],
    shownBy: { ...reading, named: "a deletion of another server's object" },
  },
  {
    rows: [26],
    does: "Nobody takes back what another did",
    without: [
      {
        file: `${inbox}/activity-parts.ts`,
        text: 'return object?.actorUri === undefined || object.actorUri === actorUri\n        ? undefined\n        : "it takes back what another did";',
        becomes: "return undefined;",
      },
    ],
    shownBy: { ...reading, named: "an undoing of what another did" },
  },
  {
    rows: [26],
    does: "Nobody moves somebody else",
    without: [
      {
        file: `${inbox}/activity-parts.ts`,
        text: 'return objectId === actorUri ? undefined : "it moves somebody else";',
        becomes: "return undefined;",
      },
    ],
    shownBy: { ...reading, named: "a move of somebody else" },
  },
  {
    rows: [26],
    does: "A post that was passed on is forgotten when its author deletes it, and for nobody else of the same server",
    without: [
      {
        file: "src/communities/federation/inbox.ts",
        text: "if (!shares.some((share) => share.authorUri === activity.actor.uri)) return undefined;",
        becomes: "if (shares.length === 0) return undefined;",
      },
    ],
    shownBy: {
      ...communities,
      named: "is passed on where the community wants that, and forgotten when its author deletes it",
    },
  },
  {
    rows: [26],
    does: "A post that was passed on stays its author's, whoever names it in a Create",
    without: [
      {
        file: "src/communities/commands/announcements/share-post.ts",
        text: "if ((await sharedPost(context.db, communityId, uri)) !== undefined) return accepted(null);",
        becomes: "await deleteSharedPost(context.db, communityId, uri);",
      },
      {
        file: "src/communities/commands/announcements/share-post.ts",
        text: "import { insertSharedPost }",
        becomes: "import { deleteSharedPost, insertSharedPost }",
      },
    ],
    shownBy: { ...communities, named: "stays its author's, whoever of the same server names it as their own" },
  },
  {
    rows: [26],
    does: "A follow is undone by its id for nobody but whoever followed",
    without: [
      {
        file: "src/communities/store/listeners.read.ts",
        text: '.where("uri", "=", uri)\n    .where("follow_id", "=", followId)',
        becomes: '.where("follow_id", "=", followId)',
      },
    ],
    shownBy: { ...communities, named: "is undone by its id alone, and by nobody but its sender" },
  },
  {
    rows: [26],
    does: "Only those who organise a gathering change it",
    without: [
      {
        file: "src/gatherings/commands/standing.ts",
        text: '(await isSteward(context.db, about.communityId, person)) ? undefined : { kind: "not-an-organiser" }',
        becomes: "undefined",
      },
    ],
    shownBy: {
      project: "store-sqlite",
      file: "src/gatherings/commands/gathering-life.store.test.ts",
      named: "is opened by organisers only",
    },
  },
];
