import type { Guard } from "../guard.ts";

const commands = "src/gatherings/commands";
const asking = `${commands}/outreach/ask-target.ts`;
const finding = "src/gatherings/federation/outreach/find-contact.ts";
const applying = "src/gatherings/model/apply-rsvp.ts";
const store = "store-sqlite";
const outreach = { project: store, file: `${commands}/outreach/outreach.store.test.ts` } as const;
const documents = {
  project: store,
  file: "src/gatherings/federation/outreach/federation-document.store.test.ts",
} as const;
const contacts = {
  project: "federation-sqlite",
  file: "src/gatherings/federation/outreach/find-contact.fed.test.ts",
} as const;
const delegates = { project: "rules", file: "src/gatherings/model/seats/delegates.test.ts" } as const;
const seats = { project: "rules", file: "src/gatherings/model/seats/seat-for.test.ts" } as const;
const answers = { project: store, file: `${commands}/questions/answer-questions.store.test.ts` } as const;
const questions = { project: store, file: "src/gatherings/pages/questions/questions.store.test.ts" } as const;
const roles = { project: store, file: "src/gatherings/pages/roles/roles.store.test.ts" } as const;
const doors = { project: "rules", file: "src/gatherings/model/room/room.test.ts" } as const;
const rooms = { project: store, file: "src/gatherings/pages/room/room.store.test.ts" } as const;

/** Who is asked to a gathering, who comes, and what they confide to whom. */
export const comingGuards: readonly Guard[] = [
  {
    rows: [6],
    does: "Whoever is invited is asked once, whatever happens to the program meanwhile",
    without: [{ file: asking, text: 'if (target.state !== "asking") return accepted({ asked: false });', becomes: "" }],
    shownBy: { ...outreach, named: "asked again by whatever mishap, a target stays asked once" },
  },
  {
    rows: [29],
    does: "A server that the community blocks is not invited",
    without: [{ file: asking, text: "if (isShutOut || isAsked)", becomes: "if (isAsked)" }],
    shownBy: { ...outreach, named: "a blocked instance is not asked" },
  },
  {
    rows: [29],
    does: "Whoever never wants to be asked again is not, in the name of their instance either",
    without: [
      {
        file: asking,
        text: 'if (await neverAsk(context, [target.address, contact.uri, contact.handle])) return settle("opted-out");',
        becomes: "",
      },
    ],
    shownBy: { ...outreach, named: "an account that opted out is not asked in the name of its instance either" },
  },
  {
    rows: [42],
    does: "The list of those who never want to be asked again tells nobody who they are",
    without: [
      {
        file: `${commands}/outreach/refused-addresses.ts`,
        text: 'return createHash("sha256").update(`${salt}\\n${address.toLowerCase()}`).digest("hex");',
        becomes: "return `${salt}${address.toLowerCase()}`;",
      },
    ],
    shownBy: { ...outreach, named: "is honoured by every later board of the server, and leaves nothing but a hash" },
  },
  {
    rows: [3],
    does: "The contact of an instance is an account of that instance",
    without: [
      {
        file: finding,
        text: 'if (kind === "instance" && new URL(uri).host !== host && home !== host) return refused({ kind: "no-contact" });',
        becomes: "",
      },
    ],
    shownBy: { ...contacts, named: "a contact on another server is not believed" },
  },
  {
    rows: [3, 10],
    does: "What describes an instance is asked for on that instance alone",
    without: [
      {
        file: finding,
        text: "links.value?.links.find(({ href }) => URL.parse(href)?.origin === base)?.href",
        becomes: "links.value?.links[0]?.href",
      },
    ],
    shownBy: { ...contacts, named: "a contact on another server is not believed" },
  },
  {
    rows: [26],
    does: "An invitation is answered by whoever was asked, and by nobody in their name",
    without: [
      {
        file: `${commands}/outreach/answer-invitation.ts`,
        text: "const isTheirs = target?.contact?.uri === uri && (await personByActor(context.db, uri)) === person;",
        becomes: "const isTheirs = target !== undefined;",
      },
    ],
    shownBy: { ...outreach, named: "is nobody's to give but whose account was asked" },
  },
  {
    rows: [28],
    does: "An invitation is served to the server of whoever it was sent to, and to no other",
    without: [
      {
        file: "src/gatherings/federation/outreach/objects.ts",
        text: "invitation !== undefined && new URL(invitation.contactUri).origin === new URL(requester).origin;",
        becomes: "invitation !== undefined;",
      },
    ],
    shownBy: { ...documents, named: "is served to the server of whoever it was sent to alone" },
  },
  {
    rows: [31],
    does: "The link of an instance brings a limited number of people",
    without: [
      {
        file: `${commands}/outreach/bring-team-member.ts`,
        text: 'if (members.length >= largestTeam) return refused({ kind: "team-full", most: largestTeam });',
        becomes: "",
      },
    ],
    shownBy: { ...outreach, named: "holds for a limited number, can be taken back, and opens no other gathering" },
  },
  {
    rows: [29],
    does: "A link that was taken back brings nobody",
    without: [
      {
        file: `${commands}/outreach/bring-team-member.ts`,
        text: "if (team.isRevoked || isShutOut)",
        becomes: "if (isShutOut)",
      },
    ],
    shownBy: { ...outreach, named: "holds for a limited number, can be taken back, and opens no other gathering" },
  },
  {
    rows: [22],
    does: "An instance has one delegate",
    without: [
      { file: applying, text: 'if (seat === "delegate" && represented.has(entry.instance)) continue;', becomes: "" },
    ],
    shownBy: { ...delegates, named: "the second delegate of an instance waits" },
  },
  {
    rows: [22],
    does: "A delegate comes alone",
    without: [
      {
        file: applying,
        text: 'return seat === "delegate" && people > 1 ? { kind: "delegate-comes-alone" } : null;',
        becomes: "return null;",
      },
    ],
    shownBy: { ...delegates, named: "a delegate comes alone" },
  },
  {
    rows: [29],
    does: "A seat for members is taken by members",
    without: [
      {
        file: "src/gatherings/model/seats/seat-for.ts",
        text: 'if (wanted === "member" && !seeker.isMember) return refused({ kind: "seat-for-members" });',
        becomes: "",
      },
    ],
    shownBy: { ...seats, named: "who has no seat to take hears why" },
  },
  {
    rows: [28],
    does: "What people need to take part is read by the access steward alone",
    without: [
      {
        file: "src/gatherings/pages/questions/access-page.tsx",
        text: 'if (!(await maySeeAccessNeeds(read, gathering, standing.personId))) return forbidden(c, "only-access-steward");',
        becomes: "",
      },
    ],
    shownBy: { ...questions, named: "the access steward reads what people need, and nobody else does" },
  },
  {
    rows: [28],
    does: "It does not stand among the answers that organisers read",
    without: [
      {
        file: `${commands}/questions/may-read-access-needs.ts`,
        text: "return reader === person || maySeeAccessNeeds(db, gathering, reader);",
        becomes: "return reader !== db;",
      },
    ],
    shownBy: { ...questions, named: "organisers read numbers and introductions, and nobody's access needs" },
  },
  {
    rows: [29],
    does: "An access steward whom the community keeps out reads no more of it",
    without: [
      {
        file: `${commands}/roles/may-see-access-needs.ts`,
        text: "return !(await isBlocked(read, gathering.communityId, { personId, host }));",
        becomes: "return host !== null;",
      },
    ],
    shownBy: { ...roles, named: "are read no more by an access steward whom the community keeps out" },
  },
  {
    rows: [28],
    does: "What is not asked of people is not kept of them",
    without: [
      {
        file: `${commands}/questions/answer-questions.ts`,
        text: 'if (asked.includes("access")) {',
        becomes: "if (asked.length > 0) {",
      },
    ],
    shownBy: { ...answers, named: "what is not asked is not kept" },
  },
  {
    rows: [28],
    does: "Nobody comes by a role in which people confide without an organiser's word",
    without: [
      {
        file: "src/gatherings/model/roles/role.ts",
        text: 'return rule === "at-once" && !alwaysAgreed.includes(role);',
        becomes: 'return rule === "at-once";',
      },
    ],
    shownBy: {
      project: "rules",
      file: "src/gatherings/model/roles/role.test.ts",
      named: "is taken at once only where chosen, and never when people confide in its holder",
    },
  },
  {
    rows: [26],
    does: "A role is given and taken by those of its own gathering",
    without: [
      {
        file: `${commands}/roles/answer-role.ts`,
        text: "gathering === undefined || before?.gatheringId !== gathering.id)",
        becomes: "gathering === undefined || before === undefined)",
      },
      {
        file: "src/gatherings/pages/roles/role-routes.tsx",
        text: "if (part?.gatheringId !== visit.gathering.id)",
        becomes: "if (part === undefined)",
      },
    ],
    shownBy: { ...roles, named: "answers for no role of another gathering" },
  },
  {
    rows: [28],
    does: "The way into the video room is shown to those who have a place",
    without: [
      {
        file: "src/gatherings/model/room/may-enter.ts",
        text: "return organises || entries.some(({ answer, standing }) => hasPlace(answer, standing));",
        becomes: "return organises || entries.length > 0;",
      },
    ],
    shownBy: { ...rooms, named: "the way into the room is shown to those who have a place, and to nobody else" },
  },
  {
    rows: [16],
    does: "A link to a room does not show one host and lead to another",
    without: [
      {
        file: "src/gatherings/model/room/room-link.ts",
        text: ' && url.username === "" && url.password === ""',
        becomes: "",
      },
    ],
    shownBy: { ...doors, named: "leads to none" },
  },
];
