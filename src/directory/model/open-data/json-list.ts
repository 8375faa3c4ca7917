import type { Json } from "../../../kernel/base/canonical-json.ts";
import { certainties, doubts } from "../claims.ts";
import { fieldValue, longest, saidFieldNames, type FieldName } from "../entry-fields.ts";
import { hostFrom } from "../host.ts";
import type { ListedField, ListedPlace, PassedOver, ReadList } from "../listed-place.ts";

type Members = { readonly [name: string]: Json | undefined };

/**
 * The places in a JSON document, or in the parts of one: the list of another directory (`entries`), or what a Murmurations index answers
 * (`data`, https://docs.murmurations.network/technical/api.html). Undefined for whatever is neither. What another directory says of a place it
 * says here as well, with the sources it names and the page where it says so; what it measured is not taken, since we look ourselves.
 */
export function placesInJson(document: Json): ReadList | undefined {
  const parts = isList(document) ? document : [document];
  const found = parts.flatMap((part) => placesInPart(part) ?? []);
  if (found.length === 0) return undefined;
  const places = new Map<string, ListedPlace>();
  const passedOver: PassedOver[] = [];
  for (const [index, { what, place }] of found.entries()) {
    const key = typeof place === "string" ? "" : (place.domain ?? `name:${place.name.toLowerCase()}`);
    const reason = typeof place === "string" ? place : places.has(key) ? ("twice" as const) : undefined;
    if (reason !== undefined) passedOver.push({ row: index + 1, what, reason });
    else if (typeof place !== "string") places.set(key, place);
  }
  return { places: [...places.values()], passedOver };
}

/** The same in a text; undefined for what is no JSON. */
export function placesInJsonText(text: string): ReadList | undefined {
  if (!/^\s*[{[]/.test(text)) return undefined;
  try {
    return placesInJson(JSON.parse(text) as Json);
  } catch {
    return undefined;
  }
}

/** Where a document goes on: `next` of another directory, `links.next` of an index. */
export function nextPartOf(document: Json): string | undefined {
  const members = membersOf(document);
  return textIn(members["next"]) ?? textIn(membersOf(members["links"])["next"]);
}

interface Found {
  /** By what it is recognised where it is not taken. */
  readonly what: string;
  readonly place: ListedPlace | PassedOver["reason"];
}

function placesInPart(part: Json): readonly Found[] | undefined {
  const { entries, data } = membersOf(part);
  if (isList(entries)) return entries.map((entry) => foundAs(membersOf(entry), placeInEntry));
  if (isList(data)) return data.filter(isPosted).map((node) => foundAs(membersOf(node), placeInNode));
  return undefined;
}

function foundAs(members: Members, read: (members: Members) => Found["place"]): Found {
  return { what: (textIn(members["name"]) ?? textIn(members["domain"]) ?? "").slice(0, 120), place: read(members) };
}

function placeInEntry(entry: Members): Found["place"] {
  const written = textIn(entry["domain"]);
  const domain = written === undefined ? undefined : hostFrom(written);
  const name = (textIn(entry["name"]) ?? domain ?? "").slice(0, longest.name);
  if (written !== undefined && domain === undefined) return "not-a-host";
  if (name === "") return "no-name";
  const page = addressIn(entry["id"]);
  const provenance = membersOf(entry["provenance"]);
  const fields = saidFieldNames.flatMap((field) => {
    const said = membersOf(provenance[field]);
    // What it heard itself is asked of whoever says it.
    if (said["basis"] === "heard") return [];
    return listed(field, entry[field], {
      certainty: certainties.find((one) => one === said["certainty"]) ?? "medium",
      doubt: doubts.find((one) => one === said["doubt"]),
      sources: [...new Set([...addressesIn(said["sources"]), ...page])].slice(0, 10),
      asOf: (textIn(said["asOf"]) ?? "").slice(0, 40),
      note: (textIn(said["note"]) ?? "").slice(0, longest.line),
    });
  });
  return { domain, name, fields, asOf: "", sources: page, note: "" };
}

/** A node tells little, and where its profile is; its own address is a host only where nothing comes after it. */
function placeInNode(node: Members): Found["place"] {
  const primary = textIn(node["primary_url"]) ?? "";
  const url = URL.parse(/^https?:\/\//i.test(primary) ? primary : `https://${primary}`);
  const domain = url === null || url.pathname !== "/" || url.search !== "" ? undefined : hostFrom(url.href);
  if (domain === undefined) return "not-a-host";
  const profile = addressIn(node["profile_url"]);
  const about = { certainty: "low", doubt: undefined, sources: profile, asOf: "", note: "" } as const;
  const name = (textIn(node["name"]) ?? domain).slice(0, longest.name);
  const country = textIn(node["country"]);
  const schemas = isList(node["linked_schemas"]) ? node["linked_schemas"] : [];
  const isPlace = schemas.some((schema) => textIn(schema)?.startsWith("fediverse_collectives_schema-") === true);
  const fields = [
    ...listed("name", name, about),
    ...(isPlace ? listed("kind", "instance", about) : []),
    ...listed("country", country === undefined ? undefined : [country.toUpperCase()], about),
  ];
  return { domain, name, fields, asOf: "", sources: profile, note: "" };
}

/** What an index has taken off is only named by it for those who had it. */
function isPosted(node: Json): boolean {
  return textIn(membersOf(node)["status"]) !== "deleted";
}

function listed(field: FieldName, given: Json | undefined, about: Omit<ListedField, "field" | "value">) {
  const value = fieldValue(field, isList(given) ? given.map((one) => textIn(one) ?? one) : textIn(given));
  return value === undefined ? [] : [{ field, value, ...about }];
}

function addressesIn(given: Json | undefined): readonly string[] {
  return isList(given) ? given.flatMap(addressIn) : [];
}

function addressIn(given: Json | undefined): readonly string[] {
  const text = textIn(given);
  const isAddress = text !== undefined && text.length <= longest.url && /^https?:\/\//.test(text) && URL.canParse(text);
  return isAddress ? [text] : [];
}

/** Text as a row can hold it: PostgreSQL stores no NUL, and half a surrogate pair has no UTF-8. */
function textIn(given: Json | undefined): string | undefined {
  const text = typeof given === "string" ? given.toWellFormed().replaceAll("\u0000", "").trim() : "";
  return text === "" ? undefined : text;
}

function isList(given: Json | undefined): given is readonly Json[] {
  return Array.isArray(given);
}

function membersOf(given: Json | undefined): Members {
  return typeof given === "object" && given !== null && !isList(given) ? given : {};
}
