import { expect, test } from "vitest";
import { beyondLetterLimits, guestLetterLimits } from "./guest-letters.ts";

const none = { ofPerson: 0, toMailbox: 0, ofEveryone: 0 };

test("so many letters go out in a day of a person, to a mailbox and of everybody, and not one more", () => {
  const { ofPerson, toMailbox, ofEveryone } = guestLetterLimits;
  const last = { ofPerson: ofPerson - 1, toMailbox: toMailbox - 1, ofEveryone: ofEveryone - 1 };
  expect(beyondLetterLimits(last)).toBeUndefined();
  expect(beyondLetterLimits({ ...none, ofPerson })).toMatchObject({ kind: "too-many-guest-letters", most: 20 });
  expect(beyondLetterLimits({ ...none, toMailbox })).toMatchObject({ kind: "mailbox-has-enough" });
  expect(beyondLetterLimits({ ...none, ofEveryone })).toMatchObject({ kind: "letters-used-up" });
});
