import { z } from "zod";
import { fieldNames, wordsOfField, type FieldName } from "../../model/entry-fields.ts";
import { bases, certainties, doubts } from "../../model/claims.ts";
import { changeKinds } from "../../model/open-data/change.ts";
import { ladderShapes } from "./ladder-shapes.ts";
import { licence } from "../../model/open-data/licence.ts";

// What the data addresses answer, for readers and for the description that is made of it. The tests hold the answers to it, to the letter.

const instant = z.string().meta({ format: "date-time" });
const address = z.url();

const lists: ReadonlySet<FieldName> = new Set(["software", "languages", "country", "practice", "intention"]);
const value = z.union([z.string(), z.array(z.string())]);

function fieldShape(field: FieldName) {
  const words: Partial<Record<FieldName, readonly string[]>> = wordsOfField;
  const known = words[field];
  const one = known === undefined ? z.string() : z.enum(known);
  return (lists.has(field) ? z.array(one) : one).optional();
}

const provenance = z
  .strictObject({
    basis: z.enum(bases),
    by: z.string().meta({
      description:
        "`list:` and the name of a list, `person` for somebody with an account, `program`, or `directory:` and the host of another directory",
    }),
    at: instant,
    asOf: z.string().nullable(),
    sources: z.array(z.string()),
    certainty: z.enum(certainties),
    doubt: z.enum(doubts).nullable(),
    note: z.string().nullable(),
    heard: z
      .strictObject({ from: z.string(), claim: z.string(), basis: z.enum(bases), by: z.string(), at: instant })
      .nullable()
      .meta({
        description: "What another directory that is followed says of who says it there; null for what is said here",
      }),
  })
  .meta({ description: "Who says it, how they know, and where it is written" });

const said = z.strictObject({ value, ...provenance.shape });

const replied = { text: z.string(), language: z.string(), by: z.string(), at: instant } as const;

const item = z
  .strictObject({
    id: address,
    type: z.array(z.string()),
    domain: z.string().nullable(),
    ...Object.fromEntries(fieldNames.map((field) => [field, fieldShape(field)])),
    verification: z.array(
      z.strictObject({
        level: z.int(),
        method: z.string().nullable(),
        by: z.string().nullable(),
        at: instant.nullable(),
        checked: instant.nullable(),
        expires: instant.nullable(),
        stale: z.string().nullable(),
      }),
    ),
    reply: z
      .strictObject({ ...replied, stillSpeaks: z.boolean() })
      .nullable()
      .meta({ description: "What the place itself says to what is said of it" }),
    provenance: z.record(z.string(), provenance).meta({ description: "By field" }),
    contradictions: z.record(z.string(), z.array(said)).meta({ description: "What others say otherwise, by field" }),
    changed: instant,
  })
  .meta({ description: "A place with what is known of it; what nobody says is not there" });

/** The list, or a part of it. */
export const listShape = z.strictObject({
  "@context": address,
  directory: address,
  license: z.literal(licence.url),
  entries: z.array(item),
  next: address.nullable().meta({ description: "Where the list goes on" }),
});

/** One entry. */
export const recordShape = z.strictObject({
  "@context": address,
  ...item.shape,
  ...ladderShapes,
  contested: z
    .array(z.strictObject({ field: z.string(), thread: address }))
    .meta({ description: "The fields that are contested, and where that is talked over" }),
  license: z.literal(licence.url),
});

/** The changes after a number. */
export const changesShape = z.strictObject({
  directory: address,
  actor: address.meta({ description: "Who sends these changes to those who follow it" }),
  license: z.literal(licence.url),
  changes: z.array(
    z.strictObject({
      number: z
        .int()
        .meta({ description: "Grows; some are missing, since of a place that is gone only the tombstone stays" }),
      type: z.enum(changeKinds),
      at: instant,
      entry: address,
      domain: z.string().nullable().meta({ description: "The host of the place; null where it has none, or is gone" }),
      field: z.string().nullable(),
      claimId: z.string().nullable().meta({ description: "What a retraction takes back was said under the same id" }),
      replaces: z
        .string()
        .nullable()
        .meta({ description: "The id of what the same claimant said before, which stands no more" }),
      claim: said.nullable().meta({ description: "Null for what no longer stands, and where nothing was said" }),
      reply: z
        .strictObject(replied)
        .nullable()
        .meta({ description: "What the place replied; null once it is withdrawn or replaced" }),
      thread: address.nullable().meta({ description: "Where the field is contested, or was" }),
    }),
  ),
  last: z.int().meta({ description: "Ask for what is after this number next time" }),
  next: address.nullable().meta({ description: "Where more changes are already" }),
});
