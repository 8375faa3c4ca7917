import type { Guard } from "../guard.ts";

const commands = "src/gatherings/commands";
const notesCommand = `${commands}/notes/write-notes.ts`;
const store = "store-sqlite";
const agendas = { project: store, file: `${commands}/agenda/agenda.store.test.ts` } as const;
const notes = { project: store, file: `${commands}/notes/notes.store.test.ts` } as const;
const notesPages = { project: store, file: "src/gatherings/pages/notes/notes.store.test.ts" } as const;
const minutes = { project: store, file: `${commands}/minutes/minutes.store.test.ts` } as const;
const minutesPages = { project: store, file: "src/gatherings/pages/minutes/minutes.store.test.ts" } as const;

/** What is prepared for a gathering and written down of it. */
export const recordGuards: readonly Guard[] = [
  {
    rows: [26],
    does: "An item of another community is no item of this agenda",
    without: [
      {
        file: `${commands}/agenda/settle-item.ts`,
        text: "if (item === undefined || !isAtHand(item, open.value))",
        becomes: "if (item === undefined)",
      },
    ],
    shownBy: { ...agendas, named: "is decided by those who organise, and of another community it is not found" },
  },
  {
    rows: [26],
    does: "An item is taken back by whoever proposed it",
    without: [
      {
        file: `${commands}/agenda/withdraw-item.ts`,
        text: 'if (meant.proposerId !== person) return refused({ kind: "item-not-yours" });',
        becomes: "",
      },
    ],
    shownBy: { ...agendas, named: "is taken back by whoever proposed it, while nobody has decided about it" },
  },
  {
    rows: [31],
    does: "Of one person so many items wait and no more",
    without: [
      {
        file: `${commands}/agenda/propose-item.ts`,
        text: "if (waiting.ofPerson >= mostItems.ofPerson)",
        becomes: "if (waiting.ofPerson < 0)",
      },
    ],
    shownBy: { ...agendas, named: "is one of ten at most that wait of one person" },
  },
  {
    rows: [23],
    does: "Consent to an agenda is given to the version that was read",
    without: [
      {
        file: `${commands}/agenda/answer-agenda-consent.ts`,
        text: 'if (askedVersion !== version || read !== version) return refused({ kind: "agenda-moved-on" });',
        becomes: "void read;",
      },
    ],
    shownBy: { ...agendas, named: "is asked of everyone who comes, and an objection leads to a new version" },
  },
  {
    rows: [26],
    does: "Nobody overwrites notes that they have not read",
    without: [
      {
        file: notesCommand,
        text: 'if (present.version !== input.version) return refused({ kind: "notes-moved-on", version: present.version });',
        becomes: "",
      },
    ],
    shownBy: { ...notes, named: "saved by two at once lose nothing" },
  },
  {
    rows: [28],
    does: "Of a block without notes nothing is kept",
    without: [{ file: notesCommand, text: 'if (!block.notes) return refused({ kind: "notes-off" });', becomes: "" }],
    shownBy: { ...notes, named: "where there are to be none are refused, and nothing of them is in the database" },
  },
  {
    rows: [26],
    does: "Notes are written by those whom the organisers let",
    without: [
      {
        file: notesCommand,
        text: "if (!(await writesNotes(context.db, gathering, { personId: person, organises })))",
        becomes: "if (organises === undefined)",
      },
    ],
    shownBy: { ...notes, named: "is those who organise; a member, a passer-by and whoever is blocked are refused" },
  },
  {
    rows: [28],
    does: "Notes are read by those who take part",
    without: [
      {
        file: "src/gatherings/pages/notes/notes-view.ts",
        text: "if (await readsDraft(application.read, visit.gathering, visit.standing)) return answer(visit);",
        becomes: "if (visit.gathering) return answer(visit);",
      },
    ],
    shownBy: { ...notesPages, named: "is read by whoever is on the list, who finds no form, and by nobody else" },
  },
  {
    rows: [28],
    does: "The draft of the minutes is the organisers' until they send it round",
    without: [
      {
        file: "src/gatherings/pages/minutes/minutes-view.ts",
        text: 'return found.standing !== "draft" && readsDraft(application.read, gathering, standing);',
        becomes: "return readsDraft(application.read, gathering, standing);",
      },
    ],
    shownBy: { ...minutesPages, named: "is the organisers' alone until they send it round" },
  },
  {
    rows: [28],
    does: "Minutes name those alone who said that they want it",
    without: [
      {
        file: "src/gatherings/store/minutes/minutes.read.ts",
        text: '.where("answer", "=", "named")',
        becomes: "",
      },
    ],
    shownBy: { ...minutes, named: "stand in the minutes by consent alone, and go when it is taken back" },
  },
  {
    rows: [26],
    does: "What is published changes by corrections that stay visible, and in no other way",
    without: [
      {
        file: `${commands}/minutes/settle-correction.ts`,
        text: 'if (decision === "worked-in" && standing === "published") return refused({ kind: "worked-in-too-late" });',
        becomes: "",
      },
    ],
    shownBy: { ...minutes, named: "lets people ask for corrections afterwards, which are printed and stay visible" },
  },
  {
    rows: [23],
    does: "Minutes are published when the time for corrections is over, and not before",
    without: [
      {
        file: `${commands}/minutes/publish-minutes.ts`,
        text: 'if (standing === "correcting")',
        becomes: 'if (standing === "not-yet")',
      },
    ],
    shownBy: { ...minutes, named: "comes by itself after 72 hours, and not before, whoever wants it" },
  },
  {
    rows: [31],
    does: "Of one person so many corrections wait and no more",
    without: [
      {
        file: `${commands}/minutes/send-correction.ts`,
        text: "if (waiting.filter(({ writerId }) => writerId === person).length >= mostWaiting.ofPerson)",
        becomes: "if (waiting.length < 0)",
      },
    ],
    shownBy: { ...minutes, named: "is taken from those who take part, once people were told, ten at a time" },
  },
];
