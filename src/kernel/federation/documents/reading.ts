import type { Json } from "../../base/canonical-json.ts";

/** A JSON object: the only form in which anything of ActivityPub comes. */
export type RemoteDocument = { readonly [name: string]: Json | undefined };

/** Whether a piece of JSON is an object with named members. */
export function isObject(json: Json | undefined): json is RemoteDocument {
  return typeof json === "object" && json !== null && !Array.isArray(json);
}

/** ActivityPub leaves out the brackets of a list of one, and the list of none: `listOf("a")` is `["a"]`. */
export function listOf(json: Json | undefined): readonly Json[] {
  if (json === undefined || json === null) return [];
  return isList(json) ? json : [json];
}

/** The texts in a list; whatever else is in it is left out. */
export function textsOf(json: Json | undefined): readonly string[] {
  return listOf(json).filter((item) => typeof item === "string");
}

/** The id of something given by its id or whole: `idOf({ id: "https://a.example/1" })` is that id. */
export function idOf(json: Json | undefined): string | undefined {
  if (typeof json === "string") return json;
  return isObject(json) && typeof json["id"] === "string" ? json["id"] : undefined;
}

/** An absolute http(s) URL of bearable length, as the platform writes it. */
export function webUrl(json: Json | undefined): string | undefined {
  if (typeof json !== "string" || json.length > 2000 || !URL.canParse(json)) return undefined;
  const { protocol, href } = new URL(json);
  return protocol === "https:" || protocol === "http:" ? href : undefined;
}

/** Whether two texts are the same URI, as the platform writes it: the case of the host and a missing `/` do not tell them apart. */
export function isSameUri(one: Json | undefined, other: string): boolean {
  if (typeof one !== "string" || !URL.canParse(one) || !URL.canParse(other)) return false;
  return new URL(one).href === new URL(other).href;
}

/** Whether two URIs belong to one server: same scheme, host and port. False for what is no URL. */
export function isSameOrigin(one: string, other: string): boolean {
  if (!URL.canParse(one) || !URL.canParse(other)) return false;
  const origin = new URL(one).origin;
  return origin !== "null" && origin === new URL(other).origin;
}

function isList(json: Json): json is readonly Json[] {
  return Array.isArray(json);
}
