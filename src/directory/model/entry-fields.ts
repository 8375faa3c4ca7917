import { z } from "zod";
import { intentions, joinings, lifecycles, ownerships, placeKinds, practices, registrations } from "./typology.ts";

/** What most of a kind of text an entry holds, in characters. */
export const longest = { name: 120, line: 300, text: 2_000, url: 500 } as const;

const line = z.string().trim().min(1).max(longest.line);
const text = z.string().trim().min(1).max(longest.text);
const webAddress = z.httpUrl().max(longest.url);

/** Country by ISO 3166-1 alpha-2, or `international`. */
const country = z.string().regex(/^(?:[A-Z]{2}|international)$/);
/** A language by its shortest tag (BCP 47). */
const language = z.string().regex(/^[a-z]{2,3}$/);
const software = z.string().trim().toLowerCase().min(1).max(60);

/**
 * What can be said of a place, field by field, and the shape of each. Every field stands alone, with its own claims: who says so, since
 * when, and by what source.
 */
export const entryFields = {
  name: z.string().trim().min(1).max(longest.name),
  kind: z.enum(placeKinds),
  summary: text,
  software: z.array(software).min(1).max(5),
  languages: z.array(language).min(1).max(20),
  country: z.array(country).min(1).max(5),
  ownership: z.enum(ownerships),
  legalForm: line,
  legalEntity: line,
  practice: z.array(z.enum(practices)).min(1).max(practices.length),
  /** In the place's own words, or in those of who looked: legal form is not the server's rule. */
  howItDecides: text,
  whoDecides: text,
  venue: line,
  registration: z.enum(registrations),
  joining: z.enum(joinings),
  fee: line,
  intention: z.array(z.enum(intentions)).min(1).max(intentions.length),
  bylaws: webAddress,
  since: line,
  lifecycle: z.enum(lifecycles),
  lessons: text,
} as const;

/** The name of a field. */
export type FieldName = keyof typeof entryFields;

/** What a field holds. */
export type FieldValue<Name extends FieldName> = z.output<(typeof entryFields)[Name]>;

/** The fields in the order in which people read them. */
export const fieldNames = Object.keys(entryFields) as readonly FieldName[];

/** Whether there is such a field. */
export function isFieldName(name: string): name is FieldName {
  return Object.hasOwn(entryFields, name);
}

/** The value of a field, if what is given can be one; `valueOf("country", ["IT"])` is `["IT"]`. */
export function fieldValue<Name extends FieldName>(name: Name, given: unknown): FieldValue<Name> | undefined {
  const read = entryFields[name].safeParse(given);
  return read.success ? (read.data as FieldValue<Name>) : undefined;
}

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
