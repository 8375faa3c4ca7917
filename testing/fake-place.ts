import type { ServerResponse } from "node:http";
import { gzipSync } from "node:zlib";
import type { Json } from "../src/kernel/base/canonical-json.ts";
import { hugeJson, json, never, nestedJson, redirect, status, text, type Answer } from "./foreign-answers.ts";

/** What a place of the fake fediverse is like: software as it answers in the wild, or a trap. */
export type PlaceShape =
  | "mastodon"
  | "mastodon-3"
  | "gotosocial"
  | "pleroma"
  | "misskey"
  | "peertube"
  | "lemmy"
  | "snac2"
  | "slow"
  | "dripping"
  | "lying"
  | "huge"
  | "bomb"
  | "deep"
  | "circling"
  | "moved"
  | "linking-elsewhere"
  | "in-trouble"
  | "silent"
  | "opted-out"
  | "disallowing"
  | "half-open"
  | "noindex"
  | "huge-robots";

/** What a place answers at which path; everything else is not there. */
export type Answers = ReadonlyMap<string, Answer>;

const plain = (document: Json) => json(document, "application/json; charset=utf-8");
const page = (inside: string) => text(`<!doctype html><html><head>${inside}</head><body></body></html>`, "text/html");
const nodeInfoAt = (origin: string, path: string, version: string, ...more: readonly Json[]): Json => ({
  links: [{ rel: `http://nodeinfo.diaspora.software/ns/schema/${version}`, href: `${origin}${path}` }, ...more],
});

interface Info {
  readonly version?: string;
  readonly name: string;
  readonly runs: string;
  readonly users?: Json;
  readonly open?: boolean;
  readonly metadata?: Json;
  readonly instance?: Json;
}

function nodeInfo(info: Info): Json {
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

/** The paths of a place of this shape; `other` is the origin of another place, for those that lead astray. */
export function answersOf(shape: PlaceShape, origin: string, other: string): Answers {
  const at = (pairs: readonly (readonly [string, Answer])[]): Answers => new Map(pairs);
  const usual = (info: Info, path = "/nodeinfo/2.0"): readonly (readonly [string, Answer])[] => [
    ["/.well-known/nodeinfo", plain(nodeInfoAt(origin, path, info.version ?? "2.0"))],
    [path, plain(nodeInfo(info))],
    ["/", page("<title>A place</title>")],
  ];
  const mastodon = usual({ name: "mastodon", runs: "4.4.1" });
  const ownActor = { rel: "https://www.w3.org/ns/activitystreams#Application", href: `${origin}/actor` };
  const contact = { account: { url: `${origin}/@admin`, username: "admin" } };
  const version2 = {
    domain: new URL(origin).hostname,
    title: "A place of ours",
    version: "4.4.1",
    description: "<p>Run by its <b>members</b>.</p>",
    languages: ["en-GB", "es"],
    usage: { users: { active_month: 41 } },
    registrations: { enabled: true, approval_required: true },
    contact,
  };
  const named = { nodeName: "A place of ours", nodeDescription: "Run by its members." };

  switch (shape) {
    case "mastodon":
      return at([
        ...mastodon,
        ["/.well-known/nodeinfo", plain(nodeInfoAt(origin, "/nodeinfo/2.0", "2.0", ownActor))],
        [
          "/robots.txt",
          text("User-agent: GPTBot\nDisallow: /\n\nUser-agent: *\nDisallow: /media_proxy/\n", "text/plain"),
        ],
        ["/api/v2/instance", plain(version2)],
      ]);
    case "mastodon-3":
      return at([
        ...usual({ name: "mastodon", runs: "3.5.19" }),
        [
          "/api/v1/instance",
          plain({
            title: "A place of ours",
            short_description: "Run by its members.",
            languages: ["de"],
            registrations: false,
            approval_required: false,
            stats: { user_count: 130, status_count: 5 },
            contact_account: { url: `${origin}/@admin` },
          }),
        ],
      ]);
    case "gotosocial":
      return at([
        ...usual({ name: "gotosocial", runs: "0.19.1" }),
        ["/robots.txt", text("User-agent: *\nDisallow: /auth/\nDisallow: /settings/\n", "text/plain")],
        ["/api/v2/instance", plain({ ...version2, languages: [], usage: {} })],
      ]);
    case "pleroma":
      return at([
        ...usual({
          name: "pleroma",
          runs: "2.9.1",
          open: true,
          metadata: { ...named, staffAccounts: [`${origin}/users/admin`] },
        }),
        // Its pages are one program in the browser: what is not there answers with it.
        ["/robots.txt", page("")],
        ["/api/v1/instance", plain({ title: "A place of ours", registrations: true, approval_required: false })],
      ]);
    case "misskey":
      return at(
        usual(
          {
            version: "2.1",
            name: "misskey",
            runs: "2025.6.3",
            open: true,
            metadata: { ...named, langs: ["ja", "en"], maintainer: { name: "x", email: "x@y.example" } },
          },
          "/nodeinfo/2.1",
        ),
      );
    case "peertube":
      return at(
        usual({ name: "peertube", runs: "7.2.0", metadata: { ...named, nodeConfig: {} } }, "/nodeinfo/2.0.json"),
      );
    case "lemmy":
      return at([
        ...usual({ version: "2.1", name: "lemmy", runs: "0.19.12", open: true }, "/nodeinfo/2.1"),
        [
          "/",
          page(
            '<meta property="og:site_name" content="A place of ours"><meta name="description" content="Run by its members.">',
          ),
        ],
      ]);
    case "snac2":
      return at([
        ...usual({ name: "snac", runs: "2.96" }, "/nodeinfo_2_0"),
        ["/api/v1/instance", plain({ title: "A place of ours", contact_account: { url: `${origin}/admin` } })],
      ]);
    case "slow":
      return at([["/robots.txt", never()]]);
    case "dripping":
      return at([...mastodon, ["/.well-known/nodeinfo", dripping()]]);
    case "lying":
      return at([
        ...usual({
          name: "mastodon",
          runs: "4.4.1",
          users: { total: -3, activeMonth: 1e99 },
          metadata: { nodeName: ["no", "name"], langs: [{ __proto__: "x" }, "en", "english"] },
        }),
        [
          "/api/v2/instance",
          plain({
            ...version2,
            title: `\u202E${"Liar ".repeat(5_000)}`,
            description: `<script>alert(1)</script><p>Fine.</p>`,
            contact: { account: { url: `${other}/@admin` } },
          }),
        ],
      ]);
    case "huge":
      return at([...mastodon, ["/nodeinfo/2.0", hugeAs("application/json")]]);
    case "huge-robots":
      return at([...mastodon, ["/robots.txt", hugeAs("text/plain")]]);
    case "bomb":
      return at([...mastodon, ["/nodeinfo/2.0", bomb()]]);
    case "deep":
      return at([...mastodon, ["/nodeinfo/2.0", text(nestedJson(50_000), "application/json")]]);
    case "circling":
      return at([...mastodon, ["/nodeinfo/2.0", redirect(`${origin}/nodeinfo/2.0`)]]);
    case "moved":
      return at([["/robots.txt", redirect(`${other}/robots.txt`, 301)]]);
    case "linking-elsewhere":
      return at([
        ["/.well-known/nodeinfo", plain(nodeInfoAt(other, "/nodeinfo/2.0", "2.0"))],
        ["/", redirect(`${other}/`)],
      ]);
    case "in-trouble":
      return at([["/robots.txt", status(503)]]);
    case "silent":
      return at([["/", page("<title>This name is for sale</title>")]]);
    case "opted-out":
      return at([...mastodon, ["/.well-known/koinon.json", plain({ list: false })]]);
    case "disallowing":
      return at([...mastodon, ["/robots.txt", text("User-agent: *\nDisallow: /\n", "text/plain")]]);
    case "half-open":
      return at([
        ...mastodon,
        [
          "/robots.txt",
          text("User-agent: *\nDisallow: /\nAllow: /.well-known/nodeinfo\nAllow: /nodeinfo/\n", "text/plain"),
        ],
        ["/api/v2/instance", plain(version2)],
      ]);
    case "noindex":
      return at([...mastodon, ["/", page('<meta name="robots" content="noindex, nofollow">')]]);
    default:
      return shape satisfies never;
  }
}

/** A document that never ends in time: a byte now and then, and no silence. */
function dripping(): Answer {
  return (_request, response) => {
    response.writeHead(200, { "content-type": "application/json" });
    const timer = setInterval(() => response.write(" "), 20);
    response.on("close", () => clearInterval(timer));
  };
}

/** A document that is small on its way and large where it is unpacked. */
function bomb(): Answer {
  const packed = gzipSync(`{"padding":"${"a".repeat(16 * 1024 * 1024)}"}`);
  return (_request, response) => {
    response.writeHead(200, { "content-type": "application/json", "content-encoding": "gzip" }).end(packed);
  };
}

/** So much a huge place would send if it were let. */
export const hugeBytes = 64 * 1024 * 1024;

function hugeAs(type: string): Answer {
  return async (_request, response) => {
    response.writeHead(200, { "content-type": type });
    const over = new Promise<void>((resolve) => void response.once("close", resolve));
    for await (const piece of hugeJson(hugeBytes)) {
      if (response.destroyed) return;
      // Whoever reads slowly, or not at all, is not sent more: what was sent tells how much was taken.
      if (!response.write(piece)) await Promise.race([drained(response), over]);
    }
    response.end();
  };
}

function drained(response: ServerResponse): Promise<void> {
  return new Promise((resolve) => void response.once("drain", resolve));
}
