import type { DescribedEntry } from "../entry.ts";
import type { FieldName, FieldValue } from "../entry-fields.ts";
import type { Lifecycle } from "../typology.ts";

/** The schemas that a profile follows: the one every index knows, and ours, which knows how a place is governed. */
const linkedSchemas = ["organizations_schema-v1.0.0", "fediverse_collectives_schema-v1.0.0"] as const;

/** ISO 3166-1 alpha-2, as the field `country_iso_3166` of the Murmurations library lists it; our records have codes of use as well, such as XK. */
export const countriesOfProfiles: readonly string[] = (
  "AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC CD CF CG CH CI CK " +
  "CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS " +
  "GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV " +
  "LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM " +
  "PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR " +
  "TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW"
).split(" ");

/** Where a place is in its life, in the words of the field `status`. */
const statuses: Partial<Record<Lifecycle, string>> = {
  planned: "in_planning",
  active: "active",
  dormant: "on_hold",
  closing: "active",
  closed: "completed",
};

/** Our fields that a profile has under a name of their own; the rest of what it says is in the words of the library. */
const ownProfileFields = {
  software: "software",
  languages: "languages",
  ownership: "ownership",
  legalForm: "legal_form",
  legalEntity: "legal_entity",
  practice: "decision_practice",
  howItDecides: "how_it_decides",
  whoDecides: "who_decides",
  registration: "registration",
  joining: "joining",
  fee: "membership_fee",
  intention: "intention",
  bylaws: "bylaws_url",
  lifecycle: "lifecycle",
} as const satisfies Partial<Record<FieldName, string>>;

/**
 * An entry as a Murmurations profile (https://docs.murmurations.network). A profile says what stands, without who says so; `record` leads to
 * where that is. One whose country is `international` has that as its scope, since that is no code of a country.
 */
export function profileOf(entry: DescribedEntry, record: string): Readonly<Record<string, unknown>> {
  const standing = <Name extends FieldName>(field: Name): FieldValue<Name> | undefined =>
    entry.fields[field]?.claim.value;
  const countries = standing("country") ?? [];
  const lifecycle = standing("lifecycle");
  const own = Object.entries(ownProfileFields).flatMap(([field, called]) => {
    const value = entry.fields[field as keyof typeof ownProfileFields]?.claim.value;
    if (value === undefined) return [];
    return [[called, typeof value === "string" ? value : [...new Set(value)]] as const];
  });
  const said = {
    linked_schemas: linkedSchemas,
    name: entry.name,
    primary_url: entry.domain === undefined ? undefined : `https://${entry.domain}/`,
    description: standing("summary"),
    status: lifecycle === undefined ? undefined : statuses[lifecycle],
    country_iso_3166: countries.find((country) => countriesOfProfiles.includes(country)),
    geographic_scope: countries.includes("international") ? "international" : undefined,
    unique_id: entry.id,
    directory_record: record,
    ...Object.fromEntries(own),
  };
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined));
}
