import * as z from "zod";
import type { Json } from "../../../kernel/base/canonical-json.ts";
import { plainText } from "../../../kernel/federation/inbox/plain-text.ts";
import type { FieldName } from "../../model/entry-fields.ts";
import { factOf, type Fact } from "../../model/look-up/look.ts";

/** What one document of a server says: facts, and the account it names as its contact. */
export interface ReadAnswer {
  readonly facts: readonly Fact[];
  readonly contact: string | undefined;
  /** Where it says so. */
  readonly source: string;
  /** The software by its name in NodeInfo. */
  readonly software?: string | undefined;
}

// What has another shape than it should says nothing, and spoils nothing beside it.
const text = z.string().optional().catch(undefined);
const yes = z.boolean().optional().catch(undefined);
const count = z.int().nonnegative().max(9_999_999_999).optional().catch(undefined);
const texts = z.array(z.string()).max(200).optional().catch(undefined);
const part = <Shape extends z.ZodRawShape>(shape: Shape) => z.object(shape).optional().catch(undefined);
const account = part({ url: text });

const nodeInfo = z.object({
  software: part({ name: z.string().regex(/^[\w .+-]{1,60}$/), version: text }),
  openRegistrations: yes,
  usage: part({ users: part({ total: count, activeMonth: count }) }),
  /** Since 2.2. */
  instance: part({ name: text, description: text }),
  // Free by its definition: `nodeName` is what Misskey, Pleroma and PeerTube say, `staffAccounts` Pleroma, `langs` Misskey.
  metadata: part({ nodeName: text, nodeDescription: text, langs: texts, staffAccounts: texts }),
});

/** What NodeInfo 2.0, 2.1 or 2.2 says (https://nodeinfo.diaspora.software/schema.html). Counts are the server's own. */
export function readNodeInfo(json: Json, source: string): ReadAnswer | undefined {
  const read = nodeInfo.safeParse(json);
  if (!read.success || read.data.software === undefined) return undefined;
  const { software, openRegistrations, usage, instance, metadata } = read.data;
  const facts = said(source, {
    name: metadata?.nodeName ?? instance?.name,
    summary: plain(instance?.description ?? metadata?.nodeDescription),
    software: [software.name],
    version: software.version,
    languages: languagesIn(metadata?.langs),
    registration: openRegistrations === undefined ? undefined : openRegistrations ? "open" : "closed",
    accounts: counted(usage?.users?.total),
    activeAccounts: counted(usage?.users?.activeMonth),
  });
  return { facts, source, contact: metadata?.staffAccounts?.[0], software: software.name.toLowerCase() };
}

const version2 = z.object({
  title: z.string(),
  description: text,
  languages: texts,
  registrations: part({ enabled: yes, approval_required: yes }),
  usage: part({ users: part({ active_month: count }) }),
  contact: part({ account }),
});

/** What Mastodon's `/api/v2/instance` says (https://docs.joinmastodon.org/methods/instance/#v2); GoToSocial and others have it too. */
export function readInstance2(json: Json, source: string): ReadAnswer | undefined {
  const read = version2.safeParse(json);
  if (!read.success) return undefined;
  const { title, description, languages, registrations, usage, contact } = read.data;
  const facts = said(source, {
    name: title,
    summary: plain(description),
    languages: languagesIn(languages),
    registration: registrationOf(registrations?.enabled, registrations?.approval_required),
    activeAccounts: counted(usage?.users?.active_month),
  });
  return { facts, source, contact: contact?.account?.url };
}

const version1 = z.object({
  title: z.string(),
  short_description: text,
  description: text,
  languages: texts,
  registrations: yes,
  approval_required: yes,
  stats: part({ user_count: count }),
  contact_account: account,
});

/** What `/api/v1/instance` says: that of older Mastodons, of Pleroma and of snac2. */
export function readInstance1(json: Json, source: string): ReadAnswer | undefined {
  const read = version1.safeParse(json);
  if (!read.success) return undefined;
  const { title, short_description, description, languages, registrations, approval_required, stats } = read.data;
  const facts = said(source, {
    name: title,
    summary: plain(short_description) ?? plain(description),
    languages: languagesIn(languages),
    registration: registrationOf(registrations, approval_required),
    accounts: counted(stats?.user_count),
  });
  return { facts, source, contact: read.data.contact_account?.url };
}

const links = z.object({
  links: z.array(z.object({ rel: z.string(), href: z.string() }).catch({ rel: "", href: "" })).max(50),
});

/** Where NodeInfo lies, the newest version that is understood first, and the server's actor where it is named (FEP-2677). */
export function readNodeInfoLinks(json: Json): {
  readonly nodeInfo: string | undefined;
  readonly actor: string | undefined;
} {
  const read = links.safeParse(json);
  const all = read.success ? read.data.links : [];
  const versions = all.flatMap(({ rel, href }) => {
    const version = /^https?:\/\/nodeinfo\.diaspora\.software\/ns\/schema\/2\.([0-2])$/.exec(rel)?.[1];
    return version === undefined ? [] : [{ version, href }];
  });
  const [newest] = versions.toSorted((one, other) => other.version.localeCompare(one.version));
  return {
    nodeInfo: newest?.href,
    actor: all.find(({ rel }) => rel === "https://www.w3.org/ns/activitystreams#Application")?.href,
  };
}

const ownDocument = z.object({
  list: z.boolean().optional(),
  proof: z.union([z.string(), texts]).optional().catch(undefined),
});

/** What a place says to directories such as this one in `/.well-known/koinon.json`. */
export function readOwnDocument(json: Json): { readonly wantsToBeListed: boolean; readonly proofs: readonly string[] } {
  const read = ownDocument.safeParse(json);
  if (!read.success) return { wantsToBeListed: true, proofs: [] };
  const { list, proof } = read.data;
  return { wantsToBeListed: list !== false, proofs: typeof proof === "string" ? [proof] : (proof ?? []) };
}

function said(source: string, values: Partial<Record<FieldName, unknown>>): readonly Fact[] {
  return Object.entries(values).flatMap(([field, value]) => {
    // Object.entries forgets which names went in; they are names of fields.
    const fact = value === undefined ? undefined : factOf(field as FieldName, value, source);
    return fact === undefined ? [] : [fact];
  });
}

function plain(html: string | undefined): string | undefined {
  return html === undefined ? undefined : plainText(html);
}

function counted(value: number | undefined): string | undefined {
  return value?.toString();
}

function languagesIn(tags: readonly string[] | undefined): readonly string[] | undefined {
  const short = (tags ?? []).map((tag) => tag.split(/[-_]/)[0]?.toLowerCase() ?? "");
  const languages = [...new Set(short.filter((tag) => /^[a-z]{2,3}$/.test(tag)))].slice(0, 20);
  return languages.length === 0 ? undefined : languages;
}

function registrationOf(isOpen: boolean | undefined, onRequest: boolean | undefined): string | undefined {
  if (isOpen === undefined) return undefined;
  if (!isOpen) return "closed";
  return onRequest === true ? "application" : "open";
}
