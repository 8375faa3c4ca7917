/** What became of a letter to a guest: it waits for the mail server, which has taken it, or did not. */
export type GuestLetterState = "waiting" | "sent" | "failed";

/** So many letters to guests go out in a day: of one person, to one mailbox, and of everybody on this server. Designs of ours. */
export const guestLetterLimits = { ofPerson: 20, toMailbox: 3, ofEveryone: 500 } as const;

/** How many letters were asked for within a day. */
export interface LettersAsked {
  readonly ofPerson: number;
  readonly toMailbox: number;
  readonly ofEveryone: number;
}

export type GuestLetterRefusal =
  | { readonly kind: "too-many-guest-letters"; readonly field: "email"; readonly most: number }
  | { readonly kind: "mailbox-has-enough"; readonly field: "email" }
  | { readonly kind: "letters-used-up"; readonly field: "email" };

/**
 * Whether one more letter is too many today, and why; undefined when it may go.
 * `beyondLetterLimits({ ofPerson: 20, toMailbox: 0, ofEveryone: 20 })` is `too-many-guest-letters` with most 20.
 */
export function beyondLetterLimits(asked: LettersAsked): GuestLetterRefusal | undefined {
  const { ofPerson, toMailbox, ofEveryone } = guestLetterLimits;
  if (asked.ofPerson >= ofPerson) return { kind: "too-many-guest-letters", field: "email", most: ofPerson };
  if (asked.toMailbox >= toMailbox) return { kind: "mailbox-has-enough", field: "email" };
  return asked.ofEveryone >= ofEveryone ? { kind: "letters-used-up", field: "email" } : undefined;
}
