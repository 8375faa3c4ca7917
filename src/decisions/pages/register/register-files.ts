import type { Hono } from "hono";
import type { Application } from "../../../kernel/application.ts";
import { csvFrom } from "../../../kernel/text/csv.ts";
import { htmlFromMarkdown } from "../../../kernel/text/markdown.ts";
import type { PageContext, PageEnv } from "../../../ui/request.ts";
import { hashedText } from "../../model/consent/version.ts";
import { stateAsked } from "../../model/register/register-states.ts";
import type { AdoptedDecision } from "../../store/consent/adopted.read.ts";
import { decisionsOf } from "../../store/register/register.read.ts";
import { threadPath } from "../addresses.ts";
import { atomFeed } from "../../../kernel/text/atom-feed.ts";
import { visitingCommunity, type CommunityVisit } from "../visit.ts";
import { groundsOf } from "./register-entries.ts";
import { unlessUnchanged } from "../../../ui/unless-unchanged.ts";
import { decisionPath, registerPath } from "./register-paths.ts";

const entriesAtMost = { feed: 30, file: 200 } as const;

/** The register in other forms, in the order in which they are offered. */
export const fileKinds = [
  { name: "atom", file: "feed.atom" },
  { name: "json", file: "register.json" },
  { name: "csv", file: "register.csv" },
  { name: "markdown", file: "register.md" },
] as const;

/**
 * What the world may read of a register, as open data: whoever keeps such a file shows it to others, so decisions among members are in none.
 * Each file holds 200 decisions, the newest first, and says in its `Link` header where older ones are.
 */
export function registerFiles(web: Hono<PageEnv>, application: Application): void {
  const path = "/communities/:handle/decisions";
  web.get(`${path}/feed.atom`, visitingCommunity(application, feed));
  web.get(`${path}/register.json`, visitingCommunity(application, asJson));
  web.get(`${path}/register.csv`, visitingCommunity(application, asCsv));
  web.get(`${path}/register.md`, visitingCommunity(application, asMarkdown));
}

async function feed(visit: CommunityVisit): Promise<Response> {
  const { c, application, community } = visit;
  const { decisions } = await publicDecisions(visit, entriesAtMost.feed);
  const { t } = c.var;
  const text = atomFeed({
    self: href(application, `${registerPath(community)}/feed.atom`),
    page: href(application, registerPath(community)),
    title: t("decisions.register.page-title", { community: community.name }),
    language: t.language,
    updated: lastChange(decisions) ?? community.foundedAt,
    entries: decisions.map((decision) => ({
      id: href(application, decisionPath(decision)),
      title: decision.title,
      author: community.name,
      published: decision.adoptedAt,
      updated: decision.changedAt,
      html: htmlFromMarkdown(decision.text),
    })),
  });
  return unlessUnchanged(c, text, { "Content-Type": "application/atom+xml; charset=utf-8" });
}

function lastChange(decisions: readonly AdoptedDecision[]): Temporal.Instant | undefined {
  return decisions
    .map(({ changedAt }) => changedAt)
    .toSorted((one, other) => Temporal.Instant.compare(one, other))
    .at(-1);
}

async function asJson(visit: CommunityVisit): Promise<Response> {
  const { c, application, community } = visit;
  const { decisions, next } = await publicDecisions(visit, entriesAtMost.file);
  const grounds = await groundsOf(application.read, decisions);
  const register = {
    community: community.name,
    register: href(application, registerPath(community)),
    decisions: decisions.map((decision) => ({
      ...facts(application, decision),
      ...grounds.get(decision.id),
      // The very text of which the fingerprint is taken.
      hashed: hashedText(decision.consentId, decision.version, decision),
    })),
    next: next ?? null,
  };
  return file(c, `${JSON.stringify(register, null, 2)}\n`, "application/json; charset=utf-8", next);
}

async function asCsv(visit: CommunityVisit): Promise<Response> {
  const { decisions, next } = await publicDecisions(visit, entriesAtMost.file);
  const rows = decisions.map((decision) => {
    return Object.values(facts(visit.application, decision)).map((value) => (value === null ? "" : String(value)));
  });
  return file(visit.c, csvFrom([csvColumns, ...rows]), "text/csv; charset=utf-8", next);
}

async function asMarkdown(visit: CommunityVisit): Promise<Response> {
  const { c, application, community } = visit;
  const { t } = c.var;
  const { decisions, next } = await publicDecisions(visit, entriesAtMost.file);
  const parts = decisions.map((decision) =>
    [
      `## ${oneLine(decision.title)}`,
      `${t(`decisions.register.state.${decision.state}`)} · ${t.date(dayOf(decision))} · <${href(application, decisionPath(decision))}>`,
      decision.text,
      ...labelled(t("decisions.consent.field.responsible"), decision.responsible),
      ...labelled(t("decisions.consent.field.measures"), decision.measures),
      `${t("decisions.consent.fact.review")}: ${t.date(decision.reviewOn)}`,
    ].join("\n\n"),
  );
  const head = `# ${oneLine(t("decisions.register.page-title", { community: community.name }))}`;
  return file(c, `${[head, ...parts].join("\n\n")}\n`, "text/markdown; charset=utf-8", next);
}

const csvColumns = [
  "id",
  "title",
  "text",
  "state",
  "made_by",
  "adopted",
  "starts",
  "review",
  "ends",
  "responsible",
  "measures",
  "eligible",
  "answered",
  "version_sha256",
  "supersedes",
  "superseded_by",
  "thread",
  "changed",
];

/** One decision in plain values, in the order of {@link csvColumns}. */
function facts(application: Application, decision: AdoptedDecision) {
  const other = (id: string | undefined) => (id === undefined ? null : href(application, decisionPath({ id })));
  return {
    id: href(application, decisionPath(decision)),
    title: decision.title,
    text: decision.text,
    state: decision.state,
    madeBy: decision.proposalId === undefined ? "consent" : "count",
    adopted: decision.adoptedAt.toString(),
    starts: decision.startsOn.toString(),
    review: decision.reviewOn.toString(),
    ends: decision.endsOn?.toString() ?? null,
    responsible: decision.responsible,
    measures: decision.measures,
    eligible: decision.eligible,
    answered: decision.answered,
    versionSha256: decision.versionHash,
    supersedes: other(decision.supersedes),
    supersededBy: other(decision.supersededBy),
    thread: href(application, threadPath({ id: decision.threadId })),
    changed: decision.changedAt.toString(),
  };
}

/** What the world may read, from where the address says on; and where the rest is. */
async function publicDecisions(visit: CommunityVisit, most: number) {
  const { c, application, community } = visit;
  const page = {
    reader: "everyone",
    state: stateAsked(c.req.query("state")),
    before: before(c),
    limit: most + 1,
  } as const;
  const found = await decisionsOf(application.read, community.id, page);
  const decisions = found.slice(0, most);
  const last = decisions.at(-1);
  if (found.length <= most || last === undefined) return { decisions, next: undefined };
  const next = new URL(c.req.path, application.origin);
  next.searchParams.set("before", last.adoptedAt.toString());
  return { decisions, next: next.href };
}

function before(c: PageContext): Temporal.Instant | undefined {
  try {
    return Temporal.Instant.from(c.req.query("before") ?? "");
  } catch {
    return undefined;
  }
}

function file(c: PageContext, text: string, type: string, next: string | undefined): Response {
  return unlessUnchanged(c, text, {
    "Content-Type": type,
    ...(next !== undefined && { Link: `<${next}>; rel="next"` }),
  });
}

function href({ origin }: Application, path: string): string {
  return new URL(path, origin).href;
}

function dayOf({ adoptedAt, zone }: AdoptedDecision): Temporal.PlainDate {
  return adoptedAt.toZonedDateTimeISO(zone).toPlainDate();
}

function labelled(label: string, text: string): readonly string[] {
  return text === "" ? [] : [`${label}: ${text}`];
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").replace(/[\\`*_[\]<>#]/g, "\\$&");
}
