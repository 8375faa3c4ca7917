import type { Json } from "../src/kernel/base/canonical-json.ts";
import { json, text, type Answer } from "./foreign-answers.ts";

/** What a place answers at which path; everything else is not there. */
export type Answers = ReadonlyMap<string, Answer>;

/** One path of a place and what it answers there. */
export type Path = readonly [path: string, answer: Answer];

/** Which software a place says it runs, and what else it says in NodeInfo. */
export interface Info {
  readonly version?: string;
  readonly name: string;
  readonly runs: string;
  readonly users?: Json;
  readonly open?: boolean;
  readonly metadata?: Json;
  readonly instance?: Json;
}

/** JSON as most software sends it. */
export const plain = (document: Json): Answer => json(document, "application/json; charset=utf-8");

/** A page with this in its head. */
export const page = (inside: string): Answer =>
  text(`<!doctype html><html><head>${inside}</head><body></body></html>`, "text/html");

/** The document that says where NodeInfo lies, with other links if need be. */
export const nodeInfoAt = (origin: string, path: string, version: string, ...more: readonly Json[]): Json => ({
  links: [{ rel: `http://nodeinfo.diaspora.software/ns/schema/${version}`, href: `${origin}${path}` }, ...more],
});

/** NodeInfo itself. */
export function nodeInfo(info: Info): { readonly [name: string]: Json } {
  return {
    version: info.version ?? "2.0",
    software: { name: info.name, version: info.runs },
    protocols: ["activitypub"],
    services: { inbound: [], outbound: [] },
    openRegistrations: info.open ?? false,
    usage: { users: info.users ?? { total: 120, activeMonth: 40, activeHalfyear: 60 }, localPosts: 999 },
    metadata: info.metadata ?? {},
    ...(info.instance !== undefined && { instance: info.instance }),
  };
}

/** What nearly every place answers: where its NodeInfo is, NodeInfo, and a front page. */
export function usualPaths(origin: string, info: Info, path = "/nodeinfo/2.0"): readonly Path[] {
  return [
    ["/.well-known/nodeinfo", plain(nodeInfoAt(origin, path, info.version ?? "2.0"))],
    [path, plain(nodeInfo(info))],
    ["/", page("<title>A place</title>")],
  ];
}

/** The paths of a Mastodon of today, without its API. */
export function mastodonPaths(origin: string): readonly Path[] {
  return usualPaths(origin, { name: "mastodon", runs: "4.4.1" });
}

/** What a Mastodon of today says of itself by its API. */
export function mastodonInstance(origin: string): { readonly [name: string]: Json } {
  return {
    domain: new URL(origin).hostname,
    title: "A place of ours",
    version: "4.4.1",
    description: "<p>Run by its <b>members</b>.</p>",
    languages: ["en-GB", "es"],
    usage: { users: { active_month: 41 } },
    registrations: { enabled: true, approval_required: true },
    contact: { account: { url: `${origin}/@admin`, username: "admin" } },
  };
}
