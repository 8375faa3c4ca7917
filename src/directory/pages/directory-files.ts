import type { Hono } from "hono";
import type { Application } from "../../kernel/application.ts";
import { csvFrom } from "../../kernel/text/csv.ts";
import type { PageContext, PageEnv } from "../../ui/request.ts";
import { openContests } from "../commands/contests/open-contests.ts";
import type { Claim } from "../model/claims.ts";
import type { DescribedEntry } from "../model/entry.ts";
import { fieldNames } from "../model/entry-fields.ts";
import { filterFrom } from "../model/filter.ts";
import { stillSpeaks, type Reply } from "../model/replies/reply.ts";
import { expiryOf, levelOf, verifiedAs, type Proof } from "../model/verification/proofs.ts";
import { entriesFitting, entryById, placeOfEntry } from "../store/entries.read.ts";
import { directoryPath, entryPath, filterPath } from "./directory-paths.ts";

/** So many entries a file holds; its `Link` header says where the next ones are. */
const perFile = 200;

/** The directory as open data, by the filters of its page. */
export function directoryFiles(web: Hono<PageEnv>, application: Application): void {
  web.get(`${directoryPath}.json`, async (c) => {
    const { entries, next } = await partOf(c, application, ".json");
    const shown = {
      directory: href(application, directoryPath),
      entries: entries.map((entry) => record(application, entry)),
    };
    return file(c, `${JSON.stringify({ ...shown, next: next ?? null }, null, 2)}\n`, "application/json", next);
  });
  web.get(`${directoryPath}.csv`, async (c) => {
    const { entries, next } = await partOf(c, application, ".csv");
    const header = ["id", "domain", ...fieldNames, "source", "verification"];
    const rows = entries.map((entry) => [
      href(application, entryPath(entry)),
      entry.domain ?? "",
      ...fieldNames.map((field) => plainValue(entry.fields[field]?.claim)),
      sourcesOf(entry).join(" "),
      verifiedAs(entry.proofs).join("; "),
    ]);
    return file(c, csvFrom([header, ...rows]), "text/csv", next);
  });
  web.get(`${directoryPath}/:entry/record.json`, async (c) => {
    const entry = await entryById(application.read, c.req.param("entry"));
    if (entry === undefined) return c.json({ error: "not-found" }, 404);
    const contested = (await openContests(application.read, entry.id)).map(({ field, threadId }) => ({
      field,
      thread: href(application, `/threads/${threadId}`),
    }));
    const whole = { ...record(application, entry), contested };
    return file(c, `${JSON.stringify(whole, null, 2)}\n`, "application/json", undefined);
  });
}

async function partOf(c: PageContext, application: Application, ending: string) {
  const query = new URL(c.req.url).searchParams;
  const filter = filterFrom(query);
  const after = await placeOfEntry(application.read, query.get("after") ?? "");
  const found = await entriesFitting(application.read, filter, { after, limit: perFile + 1 });
  const entries = found.slice(0, perFile);
  const last = entries.at(-1);
  const more = found.length > perFile && last !== undefined;
  const next = more ? href(application, filterPath(filter, last.id, `${directoryPath}${ending}`)) : undefined;
  return { entries, next };
}

function record(application: Application, entry: DescribedEntry) {
  const settled = fieldNames.flatMap((field) => {
    const found = entry.fields[field];
    return found === undefined ? [] : [{ field, ...found }];
  });
  return {
    id: href(application, entryPath(entry)),
    type: ["Organization", "koinon:Collective"],
    domain: entry.domain ?? null,
    ...Object.fromEntries(settled.map(({ field, claim }) => [field, claim.value])),
    verification: entry.proofs.filter(({ state }) => state !== "asked").map(verification),
    reply: entry.reply === undefined ? null : replyRecord(entry.reply, entry.proofs),
    provenance: Object.fromEntries(settled.map(({ field, claim }) => [field, provenance(claim)])),
    contradictions: Object.fromEntries(
      settled.flatMap(({ field, against }) =>
        against.length === 0 ? [] : [[field, against.map((claim) => ({ value: claim.value, ...provenance(claim) }))]],
      ),
    ),
    changed: entry.changedAt.toString(),
  };
}

/** What was proved, until when that is good, and why it no longer is; the code is nobody's but the place's. */
function verification(proof: Proof) {
  return {
    level: levelOf[proof.kind],
    method: proof.method ?? null,
    by: proof.account?.uri ?? null,
    at: proof.provedAt?.toString() ?? null,
    checked: proof.checkedAt?.toString() ?? null,
    expires: expiryOf(proof)?.toString() ?? null,
    stale: proof.staleBecause ?? null,
  };
}

/** What the place replies itself, by which account, and whether that one still speaks for it. */
function replyRecord(reply: Reply, proofs: readonly Proof[]) {
  return {
    text: reply.text,
    language: reply.language,
    by: reply.account.uri,
    at: reply.at.toString(),
    stillSpeaks: stillSpeaks(reply, proofs),
  };
}

/** Who says it, without naming people: their names stand on the page, where they can be taken back. */
function provenance(claim: Claim) {
  const { claimant } = claim;
  return {
    basis: claim.basis,
    by: claimant.kind === "list" ? `list:${claimant.name}` : claimant.kind,
    at: claim.at.toString(),
    asOf: claim.asOf === "" ? null : claim.asOf,
    sources: claim.sources,
    certainty: claim.certainty,
    doubt: claim.doubt ?? null,
    note: claim.note === "" ? null : claim.note,
  };
}

function plainValue(claim: Claim | undefined): string {
  if (claim === undefined) return "";
  return typeof claim.value === "string" ? claim.value : claim.value.join("; ");
}

function sourcesOf({ fields }: DescribedEntry): readonly string[] {
  return [...new Set(fieldNames.flatMap((field) => fields[field]?.claim.sources ?? []))];
}

function href({ origin }: Application, path: string): string {
  return new URL(path, origin).href;
}

function file(c: PageContext, text: string, type: string, next: string | undefined): Response {
  return c.body(text, 200, {
    "Content-Type": `${type}; charset=utf-8`,
    "Cache-Control": "public, max-age=60",
    ...(next !== undefined && { Link: `<${next}>; rel="next"` }),
  });
}
