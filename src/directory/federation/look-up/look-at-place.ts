import type { Json } from "../../../kernel/base/canonical-json.ts";
import type { Clock } from "../../../kernel/base/time.ts";
import type { Egress } from "../../../kernel/federation/egress/egress.ts";
import type { FieldName } from "../../model/entry-fields.ts";
import { factOf, type Fact, type Look, type LookManner, type LookOutcome } from "../../model/look-up/look.ts";
import { proofCodeIn } from "../../model/verification/proof-code.ts";
import { openAsking, type Asking } from "./asking.ts";
import {
  readInstance1,
  readInstance2,
  readNodeInfo,
  readNodeInfoLinks,
  readOwnDocument,
  type ReadAnswer,
} from "./read-answers.ts";
import { asksForNoIndex, readFrontPage, type FrontPage } from "./read-front-page.ts";

/** What looking at places needs. */
export interface LookWays {
  /** The guarded way to other servers. */
  readonly egress: Egress;
  /** Where the server of a host is: `https://` and the host, but in tests. Without a path. */
  readonly whereIs: (host: string) => string;
  /** The texts of a name in the DNS; none where the name has none. A throw means: nobody could say. */
  readonly textsOf: (name: string) => Promise<readonly string[]>;
  readonly clock: Clock;
  /** A clock that goes on while one waits; in milliseconds. */
  readonly elapsedMs: () => number;
}

/** Software without Mastodon's API: it is not asked for it. */
const withoutApi: ReadonlySet<string> = new Set([
  "funkwhale",
  "gancio",
  "koinon",
  "lemmy",
  "misskey",
  "mobilizon",
  "peertube",
  "writefreely",
]);

/** What a look asks for; where a place wants none of it asked, nothing more is. */
const asked = ["/.well-known/koinon.json", "/", "/.well-known/nodeinfo", "/api/v2/instance"] as const;

const html = [{ type: "text/html" }, { type: "application/xhtml+xml" }];

/**
 * Looks at one place, by public addresses that are meant for programs, and for nobody's account: its `robots.txt` first, which is obeyed by
 * whoever goes about by itself; `/.well-known/koinon.json`; its front page; NodeInfo; Mastodon's API. What a server leads to on another
 * host is not asked for: that is another place.
 */
export function placeLooker(ways: LookWays): (host: string, manner: LookManner) => Promise<Look> {
  return async (host, manner) => {
    const asking = openAsking(ways.egress, ways.whereIs(host), ways.elapsedMs);
    const nothing = { at: ways.clock(), facts: [], contact: undefined, shown: [], sawAllWays: false };
    const ended = (outcome: LookOutcome): Look => ({ ...nothing, outcome, leadsTo: asking.leadsTo() });

    const stays = await robotsSay(asking, manner);
    if (stays !== undefined) return ended(stays);
    const own = await asking.json("/.well-known/koinon.json");
    const document = own === undefined ? undefined : readOwnDocument(own.json);
    if (document?.wantsToBeListed === false) return ended("opted-out");
    const front = await frontPageOf(asking, "/");
    if (front?.asksForNoIndex === true && manner === "by-itself") return ended("noindex");
    const read = await factsOf(asking, front);
    const about = manner === "asked" ? await frontPageOf(asking, "/about") : undefined;
    const named = manner === "asked" ? await namedInDns(ways, host) : "nobody-says";

    const shown = [
      ...codesIn(document?.proofs ?? []).map((code) => ({ by: "well-known" as const, code })),
      ...codesIn(named === "nobody-says" ? [] : named).map((code) => ({ by: "dns" as const, code })),
      ...codesIn([...(front?.alsoMe ?? []), ...(about?.alsoMe ?? [])]).map((code) => ({ by: "rel-me" as const, code })),
    ];
    const sawAllWays = manner === "asked" && named !== "nobody-says" && !asking.isAway();
    return { ...ended(outcomeOf(asking, read.facts)), facts: read.facts, contact: read.contact, shown, sawAllWays };
  };
}

/** Why the place is not looked at any further, if so. */
async function robotsSay(asking: Asking, manner: LookManner): Promise<LookOutcome | undefined> {
  const answer = await asking.get("/robots.txt", [{ type: "text/plain" }]);
  if (answer.kind === "away") return "unreachable";
  if (answer.kind === "elsewhere") return "elsewhere";
  if (manner === "asked") return undefined;
  // What cannot be read may say anything: nobody looks on who has not understood it (RFC 9309, section 2.3.1.4).
  if (answer.kind === "unreadable") return "disallowed";
  const isWelcome = answer.kind !== "got" || asking.obey(answer.text, asked);
  return isWelcome ? undefined : "disallowed";
}

async function frontPageOf(asking: Asking, path: string): Promise<FrontPage | undefined> {
  const answer = await asking.get(path, html);
  if (answer.kind !== "got") return undefined;
  const page = readFrontPage(answer.text);
  return { ...page, asksForNoIndex: page.asksForNoIndex || asksForNoIndex(answer.headers["x-robots-tag"]) };
}

/** What the server says of itself; of several that say the same thing the first one counts. */
async function factsOf(
  asking: Asking,
  front: FrontPage | undefined,
): Promise<{ readonly facts: readonly Fact[]; readonly contact: string | undefined }> {
  const linked = await asking.json("/.well-known/nodeinfo");
  const links = linked === undefined ? undefined : readNodeInfoLinks(linked.json);
  const info = await readAt(asking, links?.nodeInfo, readNodeInfo);
  const hasApi = !withoutApi.has(info?.software ?? "");
  const second = hasApi ? await readAt(asking, "/api/v2/instance", readInstance2) : undefined;
  const needsFirst = hasApi && second?.contact === undefined;
  const first = needsFirst ? await readAt(asking, "/api/v1/instance", readInstance1) : undefined;
  const answers = [second, first, info].filter((answer) => answer !== undefined);
  // A front page alone says nothing: it may be that of whoever sells the name.
  if (answers.length === 0) return { facts: [], contact: undefined };
  const contacts = answers.map(({ contact, source }) => factOf("contact", asking.own(contact), source));
  const at = asking.own("/") ?? "";
  const besides = [
    contacts.find((fact) => fact !== undefined),
    factOf("serverActor", asking.own(links?.actor), linked?.url ?? at),
    factOf("name", front?.name, at),
    factOf("summary", front?.summary, at),
  ];
  const all = [...answers.flatMap(({ facts }) => facts), ...besides.filter((fact) => fact !== undefined)];
  const byField = new Map<FieldName, Fact>();
  for (const fact of all) if (!byField.has(fact.field)) byField.set(fact.field, fact);
  const contact = byField.get("contact")?.value;
  return { facts: [...byField.values()], contact: typeof contact === "string" ? contact : undefined };
}

async function readAt(
  asking: Asking,
  address: string | undefined,
  read: (json: Json, source: string) => ReadAnswer | undefined,
): Promise<ReadAnswer | undefined> {
  const answer = address === undefined ? undefined : await asking.json(address);
  return answer === undefined ? undefined : read(answer.json, answer.url);
}

function outcomeOf(asking: Asking, facts: readonly Fact[]): LookOutcome {
  if (facts.length > 0) return "found";
  if (asking.isAway()) return "unreachable";
  return asking.leadsTo() === undefined ? "nothing-said" : "elsewhere";
}

function codesIn(texts: readonly string[]): readonly string[] {
  return texts.flatMap((text) => proofCodeIn(text) ?? []);
}

/** The texts of `_koinon.<host>`; `nobody-says` where nobody could be asked. */
async function namedInDns(ways: LookWays, host: string): Promise<readonly string[] | "nobody-says"> {
  try {
    return (await ways.textsOf(`_koinon.${host}`)).slice(0, 50);
  } catch {
    return "nobody-says";
  }
}
