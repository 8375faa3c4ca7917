import type { Hono } from "hono";
import type { Application } from "../../kernel/application.ts";
import { csvFrom } from "../../kernel/text/csv.ts";
import type { PageContext, PageEnv } from "../../ui/request.ts";
import { openContests, openContestsAmong, type OpenContest } from "../commands/contests/open-contests.ts";
import type { Claim } from "../model/claims.ts";
import type { DescribedEntry } from "../model/entry.ts";
import { fieldNames } from "../model/entry-fields.ts";
import { filterFrom } from "../model/filter.ts";
import { licence } from "../model/open-data/licence.ts";
import { verifiedAs } from "../model/verification/proofs.ts";
import { entriesFitting, entryById, placeOfEntry } from "../store/entries.read.ts";
import { directoryPath, entryPath, filterPath } from "./directory-paths.ts";
import { dataPaths, hrefOf } from "./open-data/addresses.ts";
import { dataFile, jsonFile } from "./open-data/data-file.ts";
import { ladderRecord } from "./open-data/ladder-record.ts";
import { itemOf, recordOf } from "./open-data/records.ts";

/** So many entries a file holds; its `Link` header says where the next ones are. With all that is said of them they stay below a MiB. */
const perFile = 100;

/** In JSON, one text serves two readers: those of plain JSON, and those of linked data. */
const jsonTypes = { json: "application/json", jsonld: "application/ld+json" } as const;

/** The directory as open data, by the filters of its page. */
export function directoryFiles(web: Hono<PageEnv>, application: Application): void {
  for (const [ending, type] of Object.entries(jsonTypes)) {
    web.get(`${directoryPath}.${ending}`, async (c) => {
      const { entries, next } = await partOf(c, application, `.${ending}`);
      const list = {
        "@context": hrefOf(application, dataPaths.context),
        directory: hrefOf(application, directoryPath),
        license: licence.url,
        entries: entries.map((entry) => itemOf(application, entry)),
        next: next ?? null,
      };
      return jsonFile(c, list, type, next);
    });
    web.get(`${directoryPath}/:entry/record.${ending}`, async (c) => {
      const entry = await entryById(application.read, c.req.param("entry") ?? "");
      if (entry === undefined) return c.json({ error: "not-found" }, 404);
      const contested = (await openContests(application.read, entry.id)).map(({ field, threadId }) => ({
        field,
        thread: hrefOf(application, `/threads/${threadId}`),
      }));
      const shown = await ladderRecord(application, entry);
      return jsonFile(c, { ...recordOf(application, entry), ...shown, contested, license: licence.url }, type);
    });
  }
  web.get(`${directoryPath}.csv`, async (c) => {
    const { entries, next } = await partOf(c, application, ".csv");
    const header = ["id", "domain", ...fieldNames, "source", "heard", "verification", "reply", "contested", "license"];
    const contests = await openContestsAmong(
      application.read,
      entries.map(({ id }) => id),
    );
    const rows = entries.map((entry) => [
      hrefOf(application, entryPath(entry)),
      entry.domain ?? "",
      ...fieldNames.map((field) => plainValue(entry.fields[field]?.claim)),
      sourcesOf(entry).join(" "),
      heardIn(entry).join("; "),
      verifiedAs([...entry.proofs, ...entry.steps]).join("; "),
      entry.reply?.text ?? "",
      (contests.get(entry.id) ?? []).map((contest) => contestedIn(application, contest)).join("; "),
      licence.url,
    ]);
    return dataFile(c, csvFrom([header, ...rows]), "text/csv", next);
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
  const next = more ? hrefOf(application, filterPath(filter, last.id, `${directoryPath}${ending}`)) : undefined;
  return { entries, next };
}

/** A contested field, and where that is talked over. */
function contestedIn(application: Application, { field, threadId }: OpenContest): string {
  return `${field} ${hrefOf(application, `/threads/${threadId}`)}`;
}

function plainValue(claim: Claim | undefined): string {
  if (claim === undefined) return "";
  return typeof claim.value === "string" ? claim.value : claim.value.join("; ");
}

function sourcesOf({ fields }: DescribedEntry): readonly string[] {
  return [...new Set(fieldNames.flatMap((field) => fields[field]?.claim.sources ?? []))];
}

/** Which fields other directories fill, each with who says so there and how they know. */
function heardIn({ fields }: DescribedEntry): readonly string[] {
  return fieldNames.flatMap((field) => {
    const claimant = fields[field]?.claim.claimant;
    if (claimant?.kind !== "directory") return [];
    const { host, basis, by } = claimant;
    return [`${field}: ${host} (${basis}, ${by})`];
  });
}
