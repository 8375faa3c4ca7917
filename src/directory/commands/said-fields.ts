import { z } from "zod";
import { accepted, refused, type Result } from "../../kernel/base/result.ts";
import type { CommandContext } from "../../kernel/commands/command.ts";
import { certainties, type Basis, type Claim, type Claimant } from "../model/claims.ts";
import { fieldNames, fieldValue, longest, type FieldName, type FieldValue } from "../model/entry-fields.ts";
import type { DirectoryRefusal } from "./directory-guards.ts";

function said<Name extends FieldName>(name: Name) {
  return z.custom<FieldValue<Name>>((given) => fieldValue(name, given) !== undefined).optional();
}

/**
 * What somebody may say of a place: any of its fields, left out where they know nothing; how sure they are, and where that is written.
 */
export const saidFields = {
  name: said("name"),
  kind: said("kind"),
  summary: said("summary"),
  software: said("software"),
  languages: said("languages"),
  country: said("country"),
  ownership: said("ownership"),
  legalForm: said("legalForm"),
  legalEntity: said("legalEntity"),
  practice: said("practice"),
  howItDecides: said("howItDecides"),
  whoDecides: said("whoDecides"),
  venue: said("venue"),
  registration: said("registration"),
  joining: said("joining"),
  fee: said("fee"),
  intention: said("intention"),
  bylaws: said("bylaws"),
  since: said("since"),
  lifecycle: said("lifecycle"),
  lessons: said("lessons"),
  source: z.httpUrl().max(longest.url).optional(),
  certainty: z.enum(certainties).default("medium"),
} as const;

type Said = { readonly [Name in FieldName]?: unknown } & {
  readonly source?: string | undefined;
  readonly certainty: (typeof certainties)[number];
};

/**
 * The claims of a form, of what it says and `besides`. Whoever says something of others says where it is written, so that they can look: refuses
 * `source-needed` where they do not.
 */
export function claimsSaid(
  context: CommandContext,
  { source, certainty, ...said }: Said,
  { besides, basis }: { readonly besides: { readonly [Name in FieldName]?: unknown }; readonly basis: Basis },
): Result<readonly Claim[], DirectoryRefusal> {
  const values = fieldNames.flatMap((field) => {
    const value = fieldValue(field, said[field]);
    return value === undefined ? [] : [{ field, value }];
  });
  if (values.length > 0 && source === undefined && basis === "attested")
    return refused({ kind: "source-needed", field: "source" });
  const implied = fieldNames.flatMap((field) => {
    const value = said[field] === undefined ? fieldValue(field, besides[field]) : undefined;
    return value === undefined ? [] : [{ field, value }];
  });
  const claimant = claimantOf(context);
  return accepted(
    [...implied, ...values].map(({ field, value }) => ({
      field,
      value,
      basis,
      claimant,
      at: context.now,
      asOf: "",
      sources: source === undefined ? [] : [source],
      certainty,
      doubt: undefined,
      note: "",
    })),
  );
}

function claimantOf({ actor }: CommandContext): Claimant {
  return actor.kind === "person" ? { kind: "person", personId: actor.personId } : { kind: "program" };
}
