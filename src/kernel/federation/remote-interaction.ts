import { isObject, listOf } from "./documents/reading.ts";
import { accepted, type Result } from "../base/result.ts";
import type { Json } from "../base/canonical-json.ts";
import type { FindWayHome, HomeIntent, WayHome } from "../way-home.ts";
import type { Egress, FetchFailure } from "./egress/egress.ts";
import { jsonDocument } from "./egress/media-type.ts";
import { readStrictJson } from "./inbox/strict-json.ts";
import { askWebFinger } from "./remote-actors/web-finger.ts";

/** An account, or only a server, as somebody typed it. */
export interface TypedHome {
  /** The name before the host; undefined when only a server was typed. */
  readonly name: string | undefined;
  /** In small letters and ASCII, with a port if one was typed. */
  readonly host: string;
}

/**
 * Finds the dialog at somebody's own server for doing something with a thing of ours: by the activity intents or the OStatus
 * template that their WebFinger answer names, else by what is known of the software that their NodeInfo names.
 *
 * FEP-3b86, "Activity Intents", https://w3id.org/fep/3b86.
 */
export function wayHomeFinder(egress: Egress, scheme: "http:" | "https:"): FindWayHome {
  return async (typed, intent, uri) => {
    const home = readHome(typed);
    if (home === undefined) return { kind: "no-server" };
    const { host } = home;
    // Servers whose own actor is called like their host (Mastodon's is) answer for it as for a person.
    const resource = `acct:${home.name ?? host}@${host}`;
    const answer = await askWebFinger(egress, scheme, host, resource);
    const template = answer.ok ? templateFor(intent, answer.value.templates) : undefined;
    const url = template === undefined ? undefined : filledTemplate(template, uri, scheme);
    if (url !== undefined) return { kind: "dialog", url, host: new URL(url).host };
    return bySoftware(egress, scheme, host, intent, uri);
  };
}

/**
 * Reads an account or a server as people type it: `@ana@social.example`, `social.example`, or the address of either.
 *
 * `readHome("https://Social.example/@ana")` is `{ name: "ana", host: "social.example" }`.
 */
export function readHome(typed: string): TypedHome | undefined {
  const bare = typed
    .trim()
    .replace(/^acct:/i, "")
    .replace(/^@/, "");
  if (bare === "" || bare.length > 400 || /\s/.test(bare)) return undefined;
  const asAccount = /^([^@/]{1,100})@([^@/]+)$/.exec(bare);
  const url = URL.parse(asAccount === null ? bare.replace(/^(?!https?:\/\/)/i, "https://") : `https://${asAccount[2]}`);
  if (url === null || url.username !== "" || !/[.]|^localhost$/.test(url.hostname)) return undefined;
  const named = asAccount?.[1] ?? /^\/@([^/@]{1,100})$/.exec(url.pathname)?.[1];
  return { name: named?.toLowerCase(), host: url.host };
}

const intents = "https://w3id.org/fep/3b86/";
const subscribe = "http://ostatus.org/schema/1.0/subscribe";

/**
 * The template for an intent, best first: the intent itself, opening the thing, and the OStatus template, which Mastodon and those
 * who do like it also use for posts.
 */
export function templateFor(intent: HomeIntent, templates: ReadonlyMap<string, string>): string | undefined {
  const follow = intent === "follow" ? templates.get(`${intents}Follow`) : undefined;
  return follow ?? templates.get(`${intents}Object`) ?? templates.get(subscribe);
}

/**
 * A template with the thing's address in place of `{object}` or `{uri}` and nothing in place of other names, as FEP-3b86 asks;
 * undefined when it leads nowhere on the web.
 */
export function filledTemplate(template: string, uri: string, scheme: "http:" | "https:"): string | undefined {
  if (template.length > 2_000 || !/\{(object|uri)\}/.test(template)) return undefined;
  const filled = template.replace(/\{([^{}]*)\}/g, (_, name: string) =>
    name === "object" || name === "uri" ? encodeURIComponent(uri) : "",
  );
  const url = URL.parse(filled);
  const isWeb = url?.protocol === "https:" || url?.protocol === scheme;
  return url === null || !isWeb || url.username !== "" || url.password !== "" ? undefined : url.href;
}

// Paths of software that has the dialog, for readers who typed a server without their name. Mastodon: config/routes.rb; snac2: as
// its WebFinger answer says; Pleroma and Akkoma: lib/pleroma/web/router.ex; Friendica: its WebFinger template; Misskey: as its
// WebFinger answer says, for following alone.
const interaction = "/authorize_interaction?uri={uri}";
const knownDialogs: Readonly<Record<string, Readonly<Record<HomeIntent, string | undefined>>>> = {
  mastodon: { follow: interaction, open: interaction },
  hometown: { follow: interaction, open: interaction },
  snac: { follow: interaction, open: interaction },
  pleroma: { follow: interaction, open: interaction },
  akkoma: { follow: interaction, open: interaction },
  friendica: { follow: "/contact/follow?url={uri}", open: undefined },
  misskey: { follow: "/authorize-follow?acct={uri}", open: undefined },
  sharkey: { follow: "/authorize-follow?acct={uri}", open: undefined },
};

async function bySoftware(
  egress: Egress,
  scheme: "http:" | "https:",
  host: string,
  intent: HomeIntent,
  uri: string,
): Promise<WayHome> {
  const base = `${scheme}//${host}`;
  const links = await jsonAt(egress, `${base}/.well-known/nodeinfo`);
  if (!links.ok) return { kind: "unreachable", host };
  const address = nodeInfoAddress(links.value, base);
  const about = address === undefined ? undefined : await jsonAt(egress, address);
  const software = about?.ok === true ? softwareName(about.value) : undefined;
  const path = software === undefined ? undefined : knownDialogs[software]?.[intent];
  const url = path === undefined ? undefined : filledTemplate(`${base}${path}`, uri, scheme);
  return url === undefined ? { kind: "by-search", host, software } : { kind: "dialog", url, host };
}

/** What is served there, or null when it is no JSON; refused when nobody answers. */
async function jsonAt(egress: Egress, url: string): Promise<Result<Json, FetchFailure>> {
  const answer = await egress.fetch({ url, accepts: jsonDocument });
  if (!answer.ok) return ["wrong-type", "too-large"].includes(answer.refusal.kind) ? accepted(null) : answer;
  const read = answer.value.status === 200 ? readStrictJson(Buffer.from(answer.value.body).toString()) : undefined;
  return accepted(read?.ok === true ? read.value : null);
}

/** Where the description of the software lies; only on the same server, which was the one named. */
function nodeInfoAddress(links: Json, base: string): string | undefined {
  const list = isObject(links) ? listOf(links["links"]).filter((link) => isObject(link)) : [];
  const addresses = list.map(({ rel, href }) =>
    typeof rel === "string" && rel.includes("nodeinfo") ? href : undefined,
  );
  return addresses.find(
    (href): href is string => typeof href === "string" && URL.parse(href)?.origin === URL.parse(base)?.origin,
  );
}

function softwareName(about: Json): string | undefined {
  const software = isObject(about) ? about["software"] : undefined;
  const name = isObject(software) ? software["name"] : undefined;
  return typeof name === "string" && /^[a-z0-9_.-]{1,40}$/i.test(name) ? name.toLowerCase() : undefined;
}
