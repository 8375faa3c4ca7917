/** What hostile input could be after. */
export interface Threat {
  /** Its number, by which tests and comments name it; never used for another one. */
  readonly row: number;
  readonly attack: string;
}

/** The threats that every guard of the list belongs to one of. */
export const threats: readonly Threat[] = [
  { row: 1, attack: "Posting to an inbox without a signature, or with one that proves too little" },
  { row: 2, attack: "Acting as somebody else, under a valid signature of one's own" },
  { row: 3, attack: "A document or key that claims to be another server's" },
  { row: 4, attack: "An uploaded file that is taken for an actor" },
  { row: 5, attack: "Another body under a valid signature" },
  { row: 6, attack: "Sending again what was sent before" },
  { row: 7, attack: "An activity that two programs read differently" },
  { row: 8, attack: "A vocabulary fetched from wherever an activity says" },
  { row: 9, attack: "Bodies of any size, depth or number" },
  { row: 10, attack: "Making this server ask where it should not" },
  { row: 11, attack: "A name that leads elsewhere once it was checked" },
  { row: 12, attack: "Redirects without end, in circles, or to something less safe" },
  { row: 13, attack: "Slow servers and slow senders" },
  { row: 14, attack: "Texts that make an expression run for ever" },
  { row: 15, attack: "Scripts in what people and servers write" },
  { row: 16, attack: "Links and names that look like others" },
  { row: 17, attack: "Another site that sends our forms" },
  { row: 18, attack: "Signing in as somebody else by one's own server" },
  { row: 19, attack: "Sessions that are planted, stolen, or outlive their end" },
  { row: 20, attack: "Votes of accounts that a server invents" },
  { row: 21, attack: "Votes of a server in the name of its own members" },
  { row: 22, attack: "A second vote" },
  { row: 23, attack: "A vote that is late or early, or says it is not" },
  { row: 24, attack: "Learning who said what in a secret vote" },
  { row: 25, attack: "Votes shown to readers as posts" },
  { row: 26, attack: "Changing, deleting or undoing what is another's" },
  { row: 27, attack: "Another text under votes that were given to the first" },
  { row: 28, attack: "Private things that come out by another door" },
  { row: 29, attack: "Whoever was shut out comes in by another way" },
  { row: 30, attack: "A host or an account that somebody else has by now" },
  { row: 31, attack: "Filling tables and memory with invented hosts and accounts" },
  { row: 36, attack: "Names that change the prototype of all objects" },
  { row: 37, attack: "Formulas in tables that somebody opens in a spreadsheet" },
  { row: 39, attack: "Queries that are changed, or run for ever, by what is typed" },
  { row: 41, attack: "A tally that is changed in the database" },
  { row: 42, attack: "Secrets in logs and back-ups" },
  { row: 43, attack: "Finding out who has an account, and flooding mailboxes" },
  { row: 44, attack: "Packages that run or become something else when they are installed" },
];
