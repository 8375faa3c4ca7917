import { intentions, joinings, lifecycles, ownerships, placeKinds, practices, registrations } from "./typology.ts";

/** What most of a kind of text an entry holds, in characters. */
export const longest = { name: 120, line: 300, text: 2_000, url: 500 } as const;

/** Reads a value of one shape; undefined for what has another. */
type Shape<Value> = (given: unknown) => Value | undefined;

function textUpTo(most: number): Shape<string> {
  return (given) => {
    const text = typeof given === "string" ? given.trim() : "";
    return text !== "" && text.length <= most ? text : undefined;
  };
}

function wordOf<Word extends string>(words: readonly Word[]): Shape<Word> {
  return (given) => words.find((word) => word === given);
}

function listOf<Value>(shape: Shape<Value>, most: number): Shape<readonly Value[]> {
  return (given) => {
    if (!Array.isArray(given) || given.length === 0 || given.length > most) return undefined;
    const values = given.flatMap((one: unknown) => shape(one) ?? []);
    return values.length === given.length ? values : undefined;
  };
}

function textLike(pattern: RegExp): Shape<string> {
  return (given) => (typeof given === "string" && pattern.test(given) ? given : undefined);
}

const line = textUpTo(longest.line);
const text = textUpTo(longest.text);

const webAddress: Shape<string> = (given) => {
  const address = textUpTo(longest.url)(given);
  return address !== undefined && /^https?:$/.test(URL.parse(address)?.protocol ?? "") ? address : undefined;
};

/**
 * What can be said of a place, field by field, and the shape of each. Every field stands alone, with its own claims: who says so, since
 * when, and by what source. Countries are by ISO 3166-1 alpha-2 or `international`, languages by their shortest tag (BCP 47); how it
 * decides is in the place's own words, or in those of who looked, since a legal form is not the server's rule.
 */
const shapes = {
  name: textUpTo(longest.name),
  kind: wordOf(placeKinds),
  summary: text,
  software: listOf((given) => textUpTo(60)(given)?.toLowerCase(), 5),
  languages: listOf(textLike(/^[a-z]{2,3}$/), 20),
  country: listOf(textLike(/^(?:[A-Z]{2}|international)$/), 5),
  ownership: wordOf(ownerships),
  legalForm: line,
  legalEntity: line,
  practice: listOf(wordOf(practices), practices.length),
  howItDecides: text,
  whoDecides: text,
  venue: line,
  registration: wordOf(registrations),
  joining: wordOf(joinings),
  fee: line,
  intention: listOf(wordOf(intentions), intentions.length),
  bylaws: webAddress,
  since: line,
  lifecycle: wordOf(lifecycles),
  lessons: text,
  version: textUpTo(60),
  accounts: textLike(/^\d{1,10}$/),
  activeAccounts: textLike(/^\d{1,10}$/),
  contact: webAddress,
  serverActor: webAddress,
} as const;

/** The name of a field. */
export type FieldName = keyof typeof shapes;

/** What a field holds. */
export type FieldValue<Name extends FieldName> = Exclude<ReturnType<(typeof shapes)[Name]>, undefined>;

/** The fields in the order in which people read them. */
export const fieldNames = Object.keys(shapes).filter(isFieldName);

/** Whether there is such a field. */
export function isFieldName(name: string): name is FieldName {
  return Object.hasOwn(shapes, name);
}

/** The value of a field, if what is given can be one; `fieldValue("country", ["IT"])` is `["IT"]`. */
export function fieldValue<Name extends FieldName>(name: Name, given: unknown): FieldValue<Name> | undefined {
  // Each shape gives what its own name promises, which the compiler cannot follow over all names at once.
  return shapes[name](given) as FieldValue<Name> | undefined;
}

/** What only a program that looked can say, since the server itself tells it to programs: counts are as that server counts. */
const lookedUpFields: ReadonlySet<FieldName> = new Set<FieldName>([
  "version",
  "accounts",
  "activeAccounts",
  "contact",
  "serverActor",
]);

/** The fields of which people say something, in the order in which they read them. */
export const saidFieldNames = fieldNames.filter((name) => !lookedUpFields.has(name));

/** The fields that take one of a list of words, and that list: for forms and filters. */
export const wordsOfField = {
  kind: placeKinds,
  ownership: ownerships,
  practice: practices,
  registration: registrations,
  joining: joinings,
  intention: intentions,
  lifecycle: lifecycles,
} as const;

/** A field whose answers are words of a list. */
export type WordField = keyof typeof wordsOfField;
