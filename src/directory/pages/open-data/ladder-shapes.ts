import { z } from "zod";
import { documentKinds, documentLicences } from "../../model/ladder/document.ts";

const instant = z.string().meta({ format: "date-time" });
const address = z.url();
const stale = z.string().nullable().meta({ description: "Why it no longer counts; null where it does" });

/** What a place shows above its proofs, in the record of its entry. */
export const ladderShapes = {
  delegates: z
    .array(
      z.strictObject({
        decision: address,
        until: z.iso.date(),
        scope: z.string().nullable(),
        at: instant,
        checked: instant,
        stale,
      }),
    )
    .meta({ description: "Decisions by which delegates are named, who stand on the page alone" }),
  documents: z
    .array(
      z.strictObject({
        documentKind: z.enum(documentKinds),
        url: address,
        licence: z.enum(documentLicences),
        versions: z
          .array(
            z.strictObject({
              sha256: z.string(),
              mediaType: z.string(),
              size: z.int(),
              firstSeen: instant,
              lastSeen: instant,
              copy: address.nullable(),
            }),
          )
          .meta({ description: "What stood there, the newest first" }),
        stale,
      }),
    )
    .meta({ description: "Documents that the place shows" }),
  vouches: z
    .array(
      z.strictObject({
        voucher: address,
        note: z.string().nullable(),
        at: instant,
        expires: instant,
        answer: z.string().nullable().meta({ description: "What the vouched-for place replies" }),
        declined: z.boolean(),
        stale,
      }),
    )
    .meta({ description: "Other places that vouch for it" }),
} as const;
