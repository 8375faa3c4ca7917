import type { ServerResponse } from "node:http";
import { gzipSync } from "node:zlib";
import type { Json } from "../src/kernel/base/canonical-json.ts";
import { hugeJson, never, nestedJson, redirect, redirectChain, status, text, type Answer } from "./foreign-answers.ts";
import {
  mastodonInstance,
  mastodonPaths,
  nodeInfo,
  nodeInfoAt,
  page,
  plain,
  usualPaths,
  type Answers,
  type Path,
} from "./place-documents.ts";

/** Places that are slow, broken, or up to something. */
export const trapShapes = [
  "slow",
  "dripping",
  "lying",
  "baiting",
  "claiming",
  "mistyped",
  "huge",
  "bomb",
  "deep",
  "crowded",
  "circling",
  "winding",
  "moved",
  "linking-elsewhere",
  "in-trouble",
  "silent",
] as const;
export type TrapShape = (typeof trapShapes)[number];

/** Addresses that no server has a reason to name, and no program should go to because one does. */
export const innerAddresses = [
  "http://127.0.0.1/",
  "http://localhost/",
  "http://[::1]/",
  "http://[::ffff:10.0.0.1]/",
  "http://10.0.0.1/",
  "http://192.168.1.1/",
  "http://169.254.169.254/latest/meta-data/",
  "http://100.64.0.1/",
  "http://[fc00::1]/",
  "http://[64:ff9b::a00:1]/",
  "http://[2002:a00:1::]/",
  "http://0x7f.1/",
  "http://2130706433/",
  "http://localhost./",
  "https://user:password@inner.example/",
  "http://inner.example:22/",
  "file:///etc/passwd",
  "data:application/json,{}",
  "gopher://inner.example/",
] as const;

/** The paths of a trap; `other` is the origin of a place that has nothing to do with it. */
export function answersOfTrap(shape: TrapShape, origin: string, other: string): Answers {
  const mastodon = mastodonPaths(origin);
  const at = (paths: readonly Path[]): Answers => new Map(paths);
  switch (shape) {
    case "slow":
      return at([["/robots.txt", never()]]);
    case "dripping":
      return at([...mastodon, ["/.well-known/nodeinfo", dripping()]]);
    case "lying":
      return at(lying(origin, other));
    case "baiting":
      return at(baiting(origin, other));
    case "claiming":
      return at([
        ...mastodon,
        ["/.well-known/koinon.json", redirect(`${other}/.well-known/koinon.json`)],
        ["/nodeinfo/2.0", redirect(`${other}/nodeinfo/2.0`)],
        ["/api/v2/instance", redirect(`${other}/api/v2/instance`)],
        ["/api/v1/instance", redirect(`${other}/api/v1/instance`)],
      ]);
    case "mistyped":
      return at([
        ...mastodon,
        ["/nodeinfo/2.0", text(JSON.stringify(nodeInfo({ name: "mastodon", runs: "4.4.1" })), "text/html")],
        ["/api/v2/instance", text(JSON.stringify(mastodonInstance(origin)), "image/png")],
      ]);
    case "huge":
      return at([...mastodon, ["/nodeinfo/2.0", hugeAs("application/json")]]);
    case "bomb":
      return at([...mastodon, ["/nodeinfo/2.0", bomb()]]);
    case "deep":
      return at([...mastodon, ["/nodeinfo/2.0", text(nestedJson(50_000), "application/json")]]);
    case "crowded":
      return at([...mastodon, ["/nodeinfo/2.0", crowded()]]);
    case "circling":
      return at([...mastodon, ["/nodeinfo/2.0", redirect(`${origin}/nodeinfo/2.0`)]]);
    case "winding":
      return at([
        ...mastodon,
        ["/nodeinfo/2.0", redirect("/hop/1000")],
        ...Array.from({ length: 1_001 }, (_, hop): Path => [`/hop/${hop}`, redirectChain("/hop/")]),
      ]);
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
    default:
      return shape satisfies never;
  }
}

/** Says what nobody can be, and names somebody else's account as its contact. */
function lying(origin: string, other: string): readonly Path[] {
  const info = {
    name: "mastodon",
    runs: "4.4.1",
    users: { total: -3, activeMonth: 1e99 },
    metadata: { nodeName: ["no", "name"], langs: [{ __proto__: "x" }, "en", "english"] },
  };
  const instance = {
    ...mastodonInstance(origin),
    title: `\u202E${"Liar ".repeat(5_000)}`,
    description: `<script>alert(1)</script><p>Fine.</p>`,
    contact: { account: { url: `${other}/@admin` } },
  };
  return [...usualPaths(origin, info), ["/api/v2/instance", plain(instance)]];
}

/** An honest place to look at, all of whose documents name addresses that a curious program might go to. */
function baiting(origin: string, other: string): readonly Path[] {
  const baits: Json = [`${other}/bait`, ...innerAddresses];
  const links = [...innerAddresses, other].map((bait) => ({
    rel: "http://nodeinfo.diaspora.software/ns/schema/2.1",
    href: `${bait}nodeinfo`,
  }));
  const actor = { rel: "https://www.w3.org/ns/activitystreams#Application", href: `${other}/actor` };
  const instance = {
    "@context": baits,
    id: `${other}/actor`,
    ...mastodonInstance(origin),
    thumbnail: { url: `${other}/thumbnail.png` },
    icon: baits,
    contact: { account: { url: innerAddresses[0], avatar: `${other}/avatar.png` } },
  };
  const head = [`<link rel="icon" href="${other}/icon">`, `<meta http-equiv="refresh" content="0; url=${other}/">`];
  return [
    ["/robots.txt", text(`User-agent: *\nAllow: /\nSitemap: ${other}/sitemap.xml\n`, "text/plain")],
    ["/.well-known/nodeinfo", plain(nodeInfoAt(origin, "/nodeinfo/2.0", "2.0", ...links, actor))],
    ["/.well-known/koinon.json", plain({ "@context": baits, list: true, see: baits })],
    ["/nodeinfo/2.0", plain({ ...nodeInfo({ name: "mastodon", runs: "4.4.1" }), "@context": baits })],
    ["/api/v2/instance", plain(instance)],
    ["/", page(head.join(""))],
  ];
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

/** As many things in one place as fit into the size that is read. */
function crowded(): Answer {
  return text(`{"software":{"name":"mastodon","version":"4.4.1"},"x":[${"0,".repeat(400_000)}0]}`, "application/json");
}

/** So much a huge place would send if it were let. */
export const hugeBytes = 64 * 1024 * 1024;

/** A document of a type that goes on for longer than anybody should read. */
export function hugeAs(type: string): Answer {
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
