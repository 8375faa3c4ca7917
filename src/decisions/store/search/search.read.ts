import type { Database } from "../../../kernel/database/database.ts";
import { numbersMatching } from "../../../kernel/database/text-index.ts";
import type { ThreadAudience } from "../../model/thread.ts";
import { consentFromRow, type Consent } from "../consent/consents.read.ts";
import { consentTables } from "../consent/consent.tables.ts";
import { proposalFromRow, type Proposal } from "../proposals/proposals.read.ts";
import { proposalTables } from "../proposals/proposals.tables.ts";
import { requestFromRow, type CommentRequest } from "../requests/requests.read.ts";
import { requestTables } from "../requests/requests.tables.ts";
import { postFromRow, threadFromRow, type Post, type Thread } from "../threads/threads.read.ts";
import { threadTables } from "../threads/threads.tables.ts";
import { scopeFor } from "./search-scope.ts";
import { searchTables } from "./search.tables.ts";

/** Something that was found, with its thread. */
export type Found = { readonly number: number; readonly thread: Thread } & (
  | { readonly kind: "thread" }
  | { readonly kind: "post"; readonly post: Post }
  | { readonly kind: "proposal"; readonly proposal: Proposal }
  | { readonly kind: "consent"; readonly consent: Consent; readonly text: string }
  | { readonly kind: "request"; readonly request: CommentRequest; readonly text: string }
);

/** What holds all these words in a community's threads, of what this reader may see: the newest first. */
export async function findTexts(
  db: Database,
  communityId: string,
  asked: {
    readonly words: readonly string[];
    /** `members` for a member, who may read both. */
    readonly reader: ThreadAudience;
    readonly before: number | undefined;
    readonly limit: number;
  },
): Promise<readonly Found[]> {
  const { words, before, limit } = asked;
  const scope = scopeFor(communityId, asked.reader);
  const numbers = await numbersMatching(db, "decision_texts", { scope, words, before, limit });
  if (numbers.length === 0) return [];
  const rows = await searchTables(db)
    .selectFrom("decision_texts")
    .select(["number", "about", "kind"])
    .where("number", "in", numbers)
    .orderBy("number", "desc")
    .execute();
  const of = (kind: string) => rows.flatMap((row) => (row.kind === kind ? [row.about] : []));
  const posts = await postsByIds(db, of("post"));
  const proposals = await proposalsByIds(db, of("proposal"));
  const consents = await consentsByIds(db, of("consent"));
  const requests = await requestsByIds(db, of("request"));
  const processes = [...consents.values(), ...requests.values()].map(({ found }) => found);
  const threadIds = [...posts.values(), ...proposals.values(), ...processes].map(({ threadId }): string => threadId);
  const threads = await threadsByIds(db, [...new Set([...of("thread"), ...threadIds])]);
  return rows.flatMap(({ number, about, kind }): readonly Found[] => {
    const post = posts.get(about);
    const proposal = proposals.get(about);
    const consent = consents.get(about);
    const request = requests.get(about);
    const within = post ?? proposal ?? consent?.found ?? request?.found;
    const thread = threads.get(within?.threadId ?? about);
    if (thread === undefined) return [];
    if (post !== undefined) return [{ kind: "post", number, thread, post }];
    if (proposal !== undefined) return [{ kind: "proposal", number, thread, proposal }];
    if (consent !== undefined) return [{ kind: "consent", number, thread, consent: consent.found, text: consent.text }];
    if (request !== undefined) return [{ kind: "request", number, thread, request: request.found, text: request.text }];
    return kind === "thread" ? [{ kind: "thread", number, thread }] : [];
  });
}

async function threadsByIds(db: Database, ids: readonly string[]): Promise<ReadonlyMap<string, Thread>> {
  if (ids.length === 0) return new Map();
  const rows = await threadTables(db).selectFrom("threads").selectAll().where("id", "in", ids).execute();
  return new Map(rows.map((row) => [row.id, threadFromRow(row)]));
}

async function postsByIds(db: Database, ids: readonly string[]): Promise<ReadonlyMap<string, Post>> {
  if (ids.length === 0) return new Map();
  const rows = await threadTables(db).selectFrom("thread_posts").selectAll().where("id", "in", ids).execute();
  return new Map(rows.map((row) => [row.id, postFromRow(row)]));
}

async function proposalsByIds(db: Database, ids: readonly string[]): Promise<ReadonlyMap<string, Proposal>> {
  if (ids.length === 0) return new Map();
  const rows = await proposalTables(db).selectFrom("proposals").selectAll().where("id", "in", ids).execute();
  return new Map(rows.map((row) => [row.id, proposalFromRow(row)]));
}

/** With their newest words. */
interface WithWords<Process> {
  readonly found: Process;
  readonly text: string;
}

async function consentsByIds(db: Database, ids: readonly string[]): Promise<ReadonlyMap<string, WithWords<Consent>>> {
  if (ids.length === 0) return new Map();
  const rows = await consentTables(db)
    .selectFrom("consents as consent")
    .innerJoin("consent_versions as words", (join) =>
      join.onRef("words.consent_id", "=", "consent.id").onRef("words.version", "=", "consent.version"),
    )
    .selectAll("consent")
    .select("words.text")
    .where("consent.id", "in", ids)
    .execute();
  return new Map(rows.map(({ text, ...row }) => [row.id, { found: consentFromRow(row), text }]));
}

async function requestsByIds(
  db: Database,
  ids: readonly string[],
): Promise<ReadonlyMap<string, WithWords<CommentRequest>>> {
  if (ids.length === 0) return new Map();
  const rows = await requestTables(db)
    .selectFrom("comment_requests as request")
    .innerJoin("comment_request_versions as words", (join) =>
      join.onRef("words.request_id", "=", "request.id").onRef("words.version", "=", "request.version"),
    )
    .selectAll("request")
    .select("words.text")
    .where("request.id", "in", ids)
    .execute();
  return new Map(rows.map(({ text, ...row }) => [row.id, { found: requestFromRow(row), text }]));
}
