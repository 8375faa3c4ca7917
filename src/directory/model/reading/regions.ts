import { unknown } from "../filter.ts";
import type { Tally } from "./tallies.ts";

/**
 * Countries by ISO 3166-1 alpha-2 in the regions of the United Nations' M49 standard (https://unstats.un.org/unsd/methodology/m49/), whose numbers
 * the runtime names in every language; Kosovo and Taiwan, which M49 has no number for, by where they lie.
 */
const countriesOf: Readonly<Record<string, string>> = {
  "150":
    "AD AL AT AX BA BE BG BY CH CZ DE DK EE ES FI FO FR GB GG GI GR HR HU IE IM IS IT JE LI LT LU LV MC MD ME MK MT NL NO PL PT RO " +
    "RS RU SE SI SJ SK SM UA VA XK",
  "019":
    "AG AI AR AW BB BL BM BO BQ BR BS BV BZ CA CL CO CR CU CW DM DO EC FK GD GF GL GP GS GT GY HN HT JM KN KY LC MF MQ MS MX NI PA " +
    "PE PM PR PY SR SV SX TC TT US UY VC VE VG VI",
  "142":
    "AE AF AM AZ BD BH BN BT CN CY GE HK ID IL IN IQ IR JO JP KG KH KP KR KW KZ LA LB LK MM MN MO MV MY NP OM PH PK PS QA SA SG SY " +
    "TH TJ TL TM TR TW UZ VN YE",
  "002":
    "AO BF BI BJ BW CD CF CG CI CM CV DJ DZ EG EH ER ET GA GH GM GN GQ GW IO KE KM LR LS LY MA MG ML MR MU MW MZ NA NE NG RE RW SC " +
    "SD SH SL SN SO SS ST SZ TD TF TG TN TZ UG YT ZA ZM ZW",
  "009": "AS AU CC CK CX FJ FM GU HM KI MH MP NC NF NR NU NZ PF PG PN PW SB TK TO TV UM VU WF WS",
};

/** Countries of a region, by number. */
export interface Region {
  /** Its number in M49; `elsewhere` for codes it does not have. */
  readonly region: string;
  readonly countries: readonly Tally[];
}

/** How many places there are, region by region; those that are in no one country, and those of which nobody says where they are, apart. */
export function regionsFrom(tallies: readonly Tally[]): {
  readonly regions: readonly Region[];
  readonly international: number;
  readonly unknown: number;
} {
  const of = (wanted: string) => tallies.find(({ answer }) => answer === wanted)?.count ?? 0;
  const countries = tallies.filter(({ answer }) => answer !== unknown && answer !== "international");
  const regions = [...Object.keys(countriesOf), "elsewhere"].map((region) => ({
    region,
    countries: countries
      .filter(({ answer }) => regionOf(answer) === region)
      .toSorted((one, other) => other.count - one.count || (one.answer < other.answer ? -1 : 1)),
  }));
  return {
    regions: regions.filter((region) => region.countries.length > 0),
    international: of("international"),
    unknown: of(unknown),
  };
}

/** The region of a country; `regionOf("IT")` is `150`, Europe. */
export function regionOf(country: string): string {
  return Object.keys(countriesOf).find((region) => countriesOf[region]?.split(" ").includes(country)) ?? "elsewhere";
}
