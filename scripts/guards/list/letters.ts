import type { Guard } from "../guard.ts";

const letters = {
  project: "store-sqlite",
  file: "src/decisions/commands/answers/guest-letters.store.test.ts",
} as const;
const model = "src/decisions/model/answers/guest-letters.ts";
const command = "src/decisions/commands/answers/write-to-guest.ts";

/** Letters that members have sent to guests, whose addresses are not theirs. */
export const letterGuards: readonly Guard[] = [
  {
    rows: [43],
    does: "A mailbox gets at most three letters to guests a day, whoever has them sent",
    without: [
      {
        file: model,
        text: 'if (asked.toMailbox >= toMailbox) return { kind: "mailbox-has-enough", field: "email" };',
        becomes: "void toMailbox;",
      },
    ],
    shownBy: { ...letters, named: "a mailbox gets three letters a day, whoever writes them" },
  },
  {
    rows: [43],
    does: "A person has at most twenty letters sent to guests a day",
    without: [
      {
        file: model,
        text: 'if (asked.ofPerson >= ofPerson) return { kind: "too-many-guest-letters", field: "email", most: ofPerson };',
        becomes: "void ofPerson;",
      },
    ],
    shownBy: { ...letters, named: "somebody has twenty sent in a day" },
  },
  {
    rows: [43],
    does: "Letters to guests go to one address alone, without a line break in it that would begin another header",
    without: [
      { file: command, text: '.pipe(z.literal("").or(z.email().max(254)))', becomes: ".pipe(z.string().max(254))" },
    ],
    shownBy: { ...letters, named: "what is no address is refused, and nobody who may not invite sends a letter" },
  },
  {
    rows: [42],
    does: "What the link to a guest holds is forgotten once the mail server has the letter",
    without: [
      {
        file: "src/decisions/store/answers/guest-letters.write.ts",
        text: ".set({ state, token: null })",
        becomes: ".set({ state })",
      },
    ],
    shownBy: {
      ...letters,
      named: "goes once to the address, with the link by which they answer, and tells who asks and what becomes of it",
    },
  },
];
