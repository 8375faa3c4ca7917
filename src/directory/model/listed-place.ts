import type { Certainty, Doubt } from "./claims.ts";
import { fieldValue, longest, type FieldName } from "./entry-fields.ts";
import { hostFrom } from "./host.ts";
import type { Lifecycle, Ownership, Practice } from "./typology.ts";

/** Something a list says of a place. */
export interface ListedField {
  readonly field: FieldName;
  readonly value: unknown;
  readonly certainty: Certainty;
  readonly doubt: Doubt | undefined;
  /** What this field rests on, where that is another thing than what the whole row does. */
  readonly sources?: readonly string[];
  readonly asOf?: string;
  readonly note?: string;
}

/** One row of a list of places, as far as it could be understood. */
export interface ListedPlace {
  /** The host of its server; undefined for what has none yet. */
  readonly domain: string | undefined;
  readonly name: string;
  readonly fields: readonly ListedField[];
  readonly asOf: string;
  readonly sources: readonly string[];
  /** What the list says of the row itself. */
  readonly note: string;
}

/** Why a row is not taken: it has no name and no host, or a host that is none; or another row has the same host. */
export interface PassedOver {
  readonly row: number;
  readonly what: string;
  readonly reason: "no-name" | "not-a-host" | "twice";
}

/** A list as it was read. */
export interface ReadList {
  readonly places: readonly ListedPlace[];
  readonly passedOver: readonly PassedOver[];
}

type Cell = (...names: readonly string[]) => string;

/**
 * Reads a table of places whose first row names its columns: those of the list that comes with the program (`name`, `domain`, `entry_type`,
 * `ownership_class`, …), those of our own export, or those of a wiki page (`Instance`, `Country`, `Legal form`, `Status`, …); other columns are
 * passed over. What a row infers rather than knows is marked as doubtful: where the class of ownership is wider than ours, or its
 * certainty is low. Two rows of one host are one place: the first.
 */
export function readPlaces(rows: readonly (readonly string[])[]): ReadList {
  const [header = [], ...body] = rows.filter((row) => row.some((cell) => cell.trim() !== ""));
  const columns = header.map(columnName);
  const places = new Map<string, ListedPlace>();
  const passedOver: PassedOver[] = [];
  for (const [index, row] of body.entries()) {
    const cell: Cell = (...names) =>
      names.map((name) => row[columns.indexOf(name)]?.trim() ?? "").find((found) => found !== "") ?? "";
    const place = placeIn(cell);
    const what = cell("name", "domain").slice(0, 120);
    const key = typeof place === "string" ? "" : (place.domain ?? `name:${place.name.toLowerCase()}`);
    if (typeof place === "string") passedOver.push({ row: index + 2, what, reason: place });
    else if (places.has(key)) passedOver.push({ row: index + 2, what, reason: "twice" });
    else places.set(key, place);
  }
  return { places: [...places.values()], passedOver };
}

/** What other lists call our columns. */
const otherNames: Readonly<Record<string, string>> = {
  instance: "domain",
  host: "domain",
  url: "domain",
  address: "domain",
  title: "name",
  organisation: "legal_entity",
  organization: "legal_entity",
  type: "ownership_class",
  ownership: "ownership_class",
  governance: "governance_note",
  decisions: "governance_note",
  fee: "membership_fee",
  bylaws: "bylaws_url",
  statutes: "bylaws_url",
  source: "source_url",
  language: "languages",
  notes: "source_note",
};

function columnName(label: string): string {
  const name = label
    .trim()
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, "_");
  return otherNames[name] ?? name;
}

function placeIn(cell: Cell): ListedPlace | PassedOver["reason"] {
  const written = cell("domain");
  const domain = written === "" ? undefined : hostFrom(written);
  const name = cell("name").slice(0, 120) || (domain ?? "");
  if (written !== "" && domain === undefined) return "not-a-host";
  if (name === "") return "no-name";
  const sure = certaintyIn(cell);
  const said = (field: FieldName, given: unknown, doubt?: Doubt): readonly ListedField[] => {
    const value = fieldValue(field, given);
    return value === undefined ? [] : [{ field, value, certainty: doubt === undefined ? sure : "low", doubt }];
  };
  const ownership = ownershipIn(cell);
  const practices = practicesIn(cell("governance_note"));
  return {
    domain,
    name,
    asOf: cell("as_of").slice(0, 40),
    sources: sourcesIn(cell("source_url")),
    note: cell("source_note").slice(0, longest.line),
    fields: [
      ...said("name", name),
      ...said("kind", cell("entry_type", "kind") === "ally" ? "ally" : "instance"),
      ...said("software", softwareIn(cell("software"))),
      ...said(
        "languages",
        wordsIn(cell("languages")).map((tag) => tag.slice(0, 2).toLowerCase()),
      ),
      ...said("country", countriesIn(cell("country"))),
      ...said("ownership", ownership?.word, ownership?.doubt),
      ...said("legalForm", cell("legal_form")),
      ...said("legalEntity", cell("legal_entity")),
      ...said("practice", practices, "read-from-words"),
      ...said("howItDecides", cell("governance_note")),
      ...said("whoDecides", cell("governing_body")),
      ...said("venue", cell("decision_venue")),
      ...said("fee", cell("membership_fee")),
      ...said("bylaws", cell("bylaws_url")),
      ...said("since", cell("since")),
      ...said("lifecycle", lifecycleIn(cell("status", "lifecycle"))),
    ],
  };
}

function certaintyIn(cell: Cell): Certainty {
  const word = cell("confidence", "certainty").toLowerCase();
  return word === "high" || word === "low" ? word : "medium";
}

function wordsIn(text: string): readonly string[] {
  return text
    .split(/[;,/]| and /)
    .map((word) => word.trim())
    .filter((word) => word !== "");
}

/** `hometown/mastodon` is both; what stands in brackets is no name. */
function softwareIn(text: string): readonly string[] {
  return wordsIn(text.replaceAll(/\([^)]*\)/g, "").replace(/ hosting$/, "")).slice(0, 5);
}

function countriesIn(text: string): readonly string[] {
  return wordsIn(text).map((word) => (word.toLowerCase() === "international" ? "international" : word.toUpperCase()));
}

function sourcesIn(text: string): readonly string[] {
  return text
    .split(/\s+/)
    .filter((word) => /^https?:\/\//.test(word) && URL.canParse(word))
    .slice(0, 10);
}

function lifecycleIn(text: string): Lifecycle | undefined {
  const [word] = /^(planned|active|dormant|closing|closed|unknown)/i.exec(text) ?? [];
  return word?.toLowerCase() as Lifecycle | undefined;
}

/** Words of a list for whose a place is, each with ours, and with the doubt where it says less than ours does. */
const ownershipWords: Readonly<Record<string, { readonly word: Ownership; readonly doubt?: Doubt }>> = {
  collective: { word: "collective_unincorporated" },
  community: { word: "collective_unincorporated", doubt: "wider-word" },
  association: { word: "association" },
  cooperative: { word: "member_coop", doubt: "wider-word" },
  "co-operative": { word: "member_coop", doubt: "wider-word" },
  institutional: { word: "institution" },
  institution: { word: "institution" },
  affiliated_nonprofit: { word: "affiliated_nonprofit" },
  nonprofit_operator: { word: "nonprofit_operator" },
};

/** What a legal form says of whose a place is. */
const formWords: readonly (readonly [RegExp, Ownership])[] = [
  [/worker co-?op/i, "worker_coop"],
  [/multi-?stakeholder co-?op/i, "multi_stakeholder_coop"],
  [/member co-?op|consumer co-?op/i, "member_coop"],
  [/limited liability|company|\bllc\b|\bltd\b|gmbh/i, "company"],
  [/political party/i, "party"],
];

function ownershipIn(cell: Cell): { readonly word: Ownership; readonly doubt?: Doubt } | undefined {
  const said = cell("ownership_class").toLowerCase();
  const exact = fieldValue("ownership", said);
  if (exact !== undefined && !Object.hasOwn(ownershipWords, said)) return { word: exact };
  const [, byForm] = formWords.find(([words]) => words.test(cell("legal_form"))) ?? [];
  const listed = ownershipWords[said];
  if (byForm !== undefined && (listed === undefined || listed.doubt !== undefined))
    return listed === undefined ? { word: byForm, doubt: "read-from-words" } : { word: byForm };
  return listed;
}

/** Words by which texts tell how a place decides. */
const practiceWords: readonly (readonly [RegExp, Practice])[] = [
  [/consensus/i, "consensus"],
  [/sociocra|\bconsent\b/i, "sociocratic_consent"],
  [/\bboard\b/i, "elected_board"],
  [/working.group/i, "working_groups"],
  [/assembl/i, "assembly"],
  [/\bjury\b|sortition|by lot/i, "jury_sortition"],
  [/majority|members vote/i, "majority_vote"],
  [/do-?ocra/i, "do_ocracy"],
  [/bdfl/i, "bdfl"],
];

function practicesIn(text: string): readonly Practice[] {
  return practiceWords.flatMap(([words, practice]) => (words.test(text) ? [practice] : []));
}
