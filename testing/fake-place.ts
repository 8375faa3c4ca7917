import type { Json } from "../src/kernel/base/canonical-json.ts";
import { text } from "./foreign-answers.ts";
import {
  mastodonInstance,
  mastodonPaths,
  nodeInfoAt,
  page,
  plain,
  usualPaths,
  type Answers,
  type Path,
} from "./place-documents.ts";
import { answersOfTrap, hugeAs, trapShapes, type TrapShape } from "./trap-place.ts";

const ours = { name: "A place of ours", summary: "Run by its members." };
const counts = { accounts: "120", activeAccounts: "40" };

/** Software as it answers in the wild, and what has to be understood of it. */
export const understood = {
  mastodon: {
    ...ours,
    software: ["mastodon"],
    version: "4.4.1",
    languages: ["en", "es"],
    registration: "application",
    accounts: "120",
    activeAccounts: "41",
  },
  "mastodon-3": {
    ...ours,
    software: ["mastodon"],
    version: "3.5.19",
    languages: ["de"],
    registration: "closed",
    accounts: "130",
    activeAccounts: "40",
  },
  gotosocial: { ...ours, software: ["gotosocial"], version: "0.19.1", registration: "application", ...counts },
  pleroma: { ...ours, software: ["pleroma"], version: "2.9.1", registration: "open", ...counts },
  misskey: {
    ...ours,
    software: ["misskey"],
    version: "2025.6.3",
    registration: "open",
    languages: ["ja", "en"],
    ...counts,
  },
  peertube: { ...ours, software: ["peertube"], version: "7.2.0", registration: "closed", ...counts },
  lemmy: { ...ours, software: ["lemmy"], version: "0.19.12", registration: "open", ...counts },
  snac2: { name: ours.name, software: ["snac"], version: "2.96", registration: "closed", ...counts },
} as const satisfies Readonly<Record<string, Readonly<Record<string, Json>>>>;
export type HonestShape = keyof typeof understood;

/** Software that answers in the wild, each with what has to be understood of it. */
export const honestShapes = Object.keys(understood).filter((shape): shape is HonestShape =>
  Object.hasOwn(understood, shape),
);

/** Places that want to be left alone, altogether or in part. */
export const shyShapes = ["opted-out", "disallowing", "half-open", "noindex", "huge-robots"] as const;
type ShyShape = (typeof shyShapes)[number];

/** What a place of the fake fediverse is like. */
export type PlaceShape = HonestShape | ShyShape | TrapShape;

/** The paths of a place of this shape; `other` is the origin of another place, for those that lead astray. */
export function answersOf(shape: PlaceShape, origin: string, other: string): Answers {
  const trap = trapShapes.find((one) => one === shape);
  if (trap !== undefined) return answersOfTrap(trap, origin, other);
  const shy = shyShapes.find((one) => one === shape);
  if (shy !== undefined) return new Map(pathsOfShy(shy, origin));
  const honest = honestShapes.find((one) => one === shape);
  if (honest === undefined) throw new Error(`no place is ${shape}`);
  return new Map(pathsOfHonest(honest, origin));
}

function pathsOfShy(shape: ShyShape, origin: string): readonly Path[] {
  const mastodon = mastodonPaths(origin);
  switch (shape) {
    case "opted-out":
      return [...mastodon, ["/.well-known/koinon.json", plain({ list: false })]];
    case "disallowing":
      return [...mastodon, ["/robots.txt", text("User-agent: *\nDisallow: /\n", "text/plain")]];
    case "half-open":
      return [
        ...mastodon,
        [
          "/robots.txt",
          text("User-agent: *\nDisallow: /\nAllow: /.well-known/nodeinfo\nAllow: /nodeinfo/\n", "text/plain"),
        ],
        ["/api/v2/instance", plain(mastodonInstance(origin))],
      ];
    case "noindex":
      return [...mastodon, ["/", page('<meta name="robots" content="noindex, nofollow">')]];
    case "huge-robots":
      return [...mastodon, ["/robots.txt", hugeAs("text/plain")]];
    default:
      return shape satisfies never;
  }
}

function pathsOfHonest(shape: HonestShape, origin: string): readonly Path[] {
  const named = { nodeName: ours.name, nodeDescription: ours.summary };
  switch (shape) {
    case "mastodon": {
      const ownActor = { rel: "https://www.w3.org/ns/activitystreams#Application", href: `${origin}/actor` };
      return [
        ...mastodonPaths(origin),
        ["/.well-known/nodeinfo", plain(nodeInfoAt(origin, "/nodeinfo/2.0", "2.0", ownActor))],
        [
          "/robots.txt",
          text("User-agent: GPTBot\nDisallow: /\n\nUser-agent: *\nDisallow: /media_proxy/\n", "text/plain"),
        ],
        ["/api/v2/instance", plain(mastodonInstance(origin))],
      ];
    }
    case "mastodon-3":
      return [
        ...usualPaths(origin, { name: "mastodon", runs: "3.5.19" }),
        [
          "/api/v1/instance",
          plain({
            title: ours.name,
            short_description: ours.summary,
            languages: ["de"],
            registrations: false,
            approval_required: false,
            stats: { user_count: 130, status_count: 5 },
            contact_account: { url: `${origin}/@admin` },
          }),
        ],
      ];
    case "gotosocial":
      return [
        ...usualPaths(origin, { name: "gotosocial", runs: "0.19.1" }),
        ["/robots.txt", text("User-agent: *\nDisallow: /auth/\nDisallow: /settings/\n", "text/plain")],
        ["/api/v2/instance", plain({ ...mastodonInstance(origin), languages: [], usage: {} })],
      ];
    case "pleroma": {
      const metadata = { ...named, staffAccounts: [`${origin}/users/admin`] };
      return [
        ...usualPaths(origin, { name: "pleroma", runs: "2.9.1", open: true, metadata }),
        // Its pages are one program in the browser: what is not there answers with it.
        ["/robots.txt", page("")],
        ["/api/v1/instance", plain({ title: ours.name, registrations: true, approval_required: false })],
      ];
    }
    case "misskey": {
      const metadata = { ...named, langs: ["ja", "en"], maintainer: { name: "x", email: "x@y.example" } };
      const info = { version: "2.1", name: "misskey", runs: "2025.6.3", open: true, metadata };
      return usualPaths(origin, info, "/nodeinfo/2.1");
    }
    case "peertube": {
      const info = { name: "peertube", runs: "7.2.0", metadata: { ...named, nodeConfig: {} } };
      return usualPaths(origin, info, "/nodeinfo/2.0.json");
    }
    case "lemmy": {
      const described = `<meta property="og:site_name" content="${ours.name}"><meta name="description" content="${ours.summary}">`;
      return [
        ...usualPaths(origin, { version: "2.1", name: "lemmy", runs: "0.19.12", open: true }, "/nodeinfo/2.1"),
        ["/", page(described)],
      ];
    }
    case "snac2":
      return [
        ...usualPaths(origin, { name: "snac", runs: "2.96" }, "/nodeinfo_2_0"),
        ["/api/v1/instance", plain({ title: ours.name, contact_account: { url: `${origin}/admin` } })],
      ];
    default:
      return shape satisfies never;
  }
}
