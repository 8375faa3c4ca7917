import type { Guard } from "../guard.ts";

const commands = "src/gatherings/commands";
const wall = "src/gatherings/federation/wall/inbox.ts";
const hearing = `${commands}/wall/hear-wall-post.ts`;
const store = "store-sqlite";
const walls = { project: store, file: "src/gatherings/federation/wall/wall.store.test.ts" } as const;
const feedback = { project: store, file: `${commands}/feedback/feedback.store.test.ts` } as const;
const commitments = { project: store, file: "src/gatherings/pages/commitments/commitments.store.test.ts" } as const;
const outlets = { project: store, file: "src/gatherings/federation/outlets/outlets.store.test.ts" } as const;
const outletPages = { project: store, file: "src/gatherings/pages/outlets/outlets.store.test.ts" } as const;

/** What is said around a gathering, promised at it, and told of it elsewhere. */
export const aroundGuards: readonly Guard[] = [
  {
    rows: [28],
    does: "The log does not tell who said how a gathering was",
    without: [
      {
        file: `${commands}/feedback/open-feedback.ts`,
        text: "payload: { gathering: gathering.id, via: context.origin.from } });",
        becomes: "payload: { gathering: gathering.id, via: context.origin.from, person } });",
      },
    ],
    shownBy: { ...feedback, named: "stands in the minutes line by line, without names" },
  },
  {
    rows: [28],
    does: "It is forgotten whose words they were",
    without: [
      {
        file: `${commands}/feedback/forget-feedback-writers.ts`,
        text: "await forgetWriters(context.db, gathering.id);",
        becomes: "",
      },
    ],
    shownBy: { ...feedback, named: "is nobody's any more thirty days after the end" },
  },
  {
    rows: [29],
    does: "Whoever did not take part says nothing of a gathering",
    without: [
      {
        file: `${commands}/feedback/open-feedback.ts`,
        text: "if (!(await readsDraft(context.db, gathering, { personId: person, organises })))",
        becomes: "if (organises === undefined)",
      },
    ],
    shownBy: { ...feedback, named: "is for those who take part: no stranger, no passer-by, nobody who is kept out" },
  },
  {
    rows: [26],
    does: "A commitment is answered for by its owner",
    without: [
      {
        file: `${commands}/commitments/answer-commitment.ts`,
        text: "isOwner: person === before.ownerId,",
        becomes: "isOwner: true,",
      },
    ],
    shownBy: { ...commitments, named: "is nobody else’s, not even an organiser’s" },
  },
  {
    rows: [28],
    does: "What nobody took on is shown to those alone whom it concerns",
    without: [
      {
        file: "src/gatherings/pages/commitments/commitments-view.ts",
        text: "standing.organises || ownerId === standing.personId || proposerId === standing.personId,",
        becomes: "ownerId !== proposerId || standing.organises,",
      },
    ],
    shownBy: { ...commitments, named: "asks somebody else, and shows it to others only once they accept" },
  },
  {
    rows: [31],
    does: "One person keeps so many waiting for an answer and no more",
    without: [
      {
        file: `${commands}/commitments/propose-commitment.ts`,
        text: "if ((await countUnanswered(context.db, gathering.id, proposerId)) >= mostUnanswered) {",
        becomes: "if ((await countUnanswered(context.db, gathering.id, proposerId)) < 0) {",
      },
    ],
    shownBy: { ...commitments, named: "keeps twenty people waiting at most" },
  },
  {
    rows: [28],
    does: "A post is on the wall once an organiser agreed",
    without: [{ file: hearing, text: "state: stateOnArrival(rule, before?.state),", becomes: 'state: "shown",' }],
    shownBy: { ...walls, named: "when it mentions the gathering and an organiser agrees" },
  },
  {
    rows: [15],
    does: "A post on the wall is cleaned like any other from elsewhere",
    without: [
      {
        file: hearing,
        text: "html: cleanHtml(input.html.slice(0, longestHtml)),",
        becomes: "html: input.html as never,",
      },
    ],
    shownBy: { ...walls, named: "when it mentions the gathering and an organiser agrees" },
  },
  {
    rows: [28],
    does: "A post that its author shows to fewer people leaves the wall",
    without: [
      {
        file: wall,
        text: "const isForAll = isPublic && isQuiet === undefined;",
        becomes: "const isForAll = isQuiet === undefined;",
      },
    ],
    shownBy: { ...walls, named: "changes a post, which is approved anew, and nobody changes another's" },
  },
  {
    rows: [28],
    does: "A post that is public but quiet is on no wall",
    without: [
      {
        file: wall,
        text: "const isForAll = isPublic && isQuiet === undefined;",
        becomes: "const isForAll = isPublic;",
      },
    ],
    shownBy: { ...walls, named: "but not when it" },
  },
  {
    rows: [26],
    does: "A post on a wall is changed by its author alone",
    without: [
      {
        file: wall,
        text: "if (object === undefined || gathering === undefined || post?.authorUri !== actor.uri) return undefined;",
        becomes: "if (object === undefined || gathering === undefined || post === undefined) return undefined;",
      },
    ],
    shownBy: { ...walls, named: "changes a post, which is approved anew, and nobody changes another's" },
  },
  {
    rows: [26],
    does: "A post on a wall is deleted by its author alone",
    without: [
      {
        file: wall,
        text: "if (gathering === undefined || post?.authorUri !== actor.uri) return undefined;\n    const authorUri",
        becomes: "if (gathering === undefined || post === undefined) return undefined;\n    const authorUri",
      },
    ],
    shownBy: { ...walls, named: "deletes a post, or is deleted, and it is gone" },
  },
  {
    rows: [29],
    does: "Nothing of the blocked stands on a wall, of before or after",
    without: [
      {
        file: "src/gatherings/pages/wall/wall-view.ts",
        text: "return posts.filter(({ authorUri }) => blocked.get(authorUri) !== true);",
        becomes: "return posts;",
      },
    ],
    shownBy: { ...walls, named: "block a server, and nothing of it is shown, of before or after" },
  },
  {
    rows: [31],
    does: "A wall keeps so many posts of one author and no more",
    without: [{ file: hearing, text: " || kept.ofAuthor >= mostWallPosts.ofAuthor;", becomes: ";" }],
    shownBy: { ...walls, named: "but only ten of one author" },
  },
  {
    rows: [10],
    does: "News of a gathering go out by https, to a name of the internet",
    without: [
      {
        file: "src/gatherings/model/outlets/outlet.ts",
        text: 'return url.protocol === "https:" && url.hostname.includes(".") ? url : undefined;',
        becomes: "return url;",
      },
    ],
    shownBy: { project: "rules", file: "src/gatherings/model/outlets/outlet.test.ts", named: "is none" },
  },
  {
    rows: [10],
    does: "Nobody makes this server call a webhook again and again by testing it",
    without: [
      {
        file: `${commands}/outlets/try-outlet.ts`,
        text: "if (again !== undefined && Temporal.Instant.compare(context.now, again) < 0) {",
        becomes: "if (again === null) {",
      },
    ],
    shownBy: { ...outlets, named: "a test goes at once, and the next one after a minute" },
  },
  {
    rows: [5],
    does: "What a webhook is told is signed with the secret that its receiver was shown",
    without: [
      {
        file: "src/gatherings/federation/outlets/webhook.ts",
        text: 'createHmac("sha256", secret)',
        becomes: 'createHmac("sha256", id)',
      },
    ],
    shownBy: { ...outlets, named: "a webhook is told in JSON, signed with the secret that was shown once" },
  },
  {
    rows: [42],
    does: "What opens an outlet is kept sealed",
    without: [
      {
        file: `${commands}/outlets/outlet-secrets.ts`,
        text: "return seal(serverSecret, purpose, JSON.stringify(opened));",
        becomes: "return JSON.stringify(opened);",
      },
    ],
    shownBy: { ...outlets, named: "neither the log nor the table shows what opens an outlet" },
  },
  {
    rows: [26],
    does: "An outlet is changed by those who organise its own gathering",
    without: [
      {
        file: `${commands}/outlets/keep-outlets.ts`,
        text: "return outlet?.gatheringId === gatheringId ? outlet : undefined;",
        becomes: "return outlet;",
      },
      {
        file: "src/gatherings/pages/outlets/outlet-routes.tsx",
        text: "if (outlet?.gatheringId !== gathering.id) return showNotFound(c);",
        becomes: "if (outlet === undefined) return showNotFound(c);",
      },
    ],
    shownBy: { ...outletPages, named: "an outlet of another gathering is not to be found here" },
  },
  {
    rows: [39],
    does: "No more rules of a pasted calendar are reckoned with than can be announced at once",
    without: [
      {
        file: `${commands}/import/understand-calendar.ts`,
        text: "const isOver = events.length >= mostImported || recurring > mostImported;",
        becomes: "const isOver = recurring < 0;",
      },
    ],
    shownBy: {
      project: "rules",
      file: `${commands}/import/understand-calendar.test.ts`,
      named: "no more events are taken, and no more rules reckoned with",
    },
  },
];
