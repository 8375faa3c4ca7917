import { z } from "zod";
import { accepted, refused, type Result } from "../../../kernel/base/result.ts";
import type { Egress } from "../../../kernel/federation/egress/egress.ts";
import type { RemoteActor } from "../../../kernel/federation/received.ts";
import { isLanguage } from "../../../kernel/i18n/language.ts";
import type { TypedTarget } from "../../model/outreach/target.ts";

/** Whom to ask, and in which language they are spoken to at home. */
export interface FoundContact {
  readonly uri: string;
  readonly handle: string;
  readonly host: string;
  /** The first language of their instance that the program speaks; undefined when it says none. */
  readonly language: string | undefined;
}

/** `unreachable` may be better later; `no-contact` will not. */
export interface NoContact {
  readonly kind: "unreachable" | "no-contact";
}

/** A target that is asked at an account. */
export interface Reachable {
  readonly kind: Exclude<TypedTarget["kind"], "email">;
  readonly address: string;
}

/** Finds the account to ask for a target. */
export type FindContact = (target: Reachable) => Promise<Result<FoundContact, NoContact>>;

/** What finding contacts needs: the guarded way to other servers, and the look-up of actors over it. */
export interface ContactServices {
  readonly egress: Egress;
  readonly lookUpActor: (name: string) => Promise<Result<RemoteActor, { readonly kind: string }>>;
  readonly scheme: "http:" | "https:";
}

/**
 * Finds accounts as their servers name them: an account by WebFinger; for an instance, the contact account of Mastodon's API, version 2 or
 * 1, which many others serve as well, else the first of the staff in its NodeInfo. A contact on another server than the instance's own is
 * not believed, since anybody could be named there.
 */
export function contactFinder({ egress, lookUpActor, scheme }: ContactServices): FindContact {
  return async ({ kind, address }) => {
    const host = kind === "instance" ? address : (address.split("@").at(-1) ?? "");
    const base = `${scheme}//${host}`;
    const about = await aboutInstance(egress, base);
    if (!about.ok && about.refusal.kind === "unreachable") return refused({ kind: "unreachable" });
    const described = about.ok ? about.value : undefined;
    const name = kind === "account" ? address : await contactNamed(egress, base, described);
    if (name === undefined) return refused({ kind: "no-contact" });
    const found = await lookUpActor(name);
    if (!found.ok) return refused({ kind: found.refusal.kind === "unreachable" ? "unreachable" : "no-contact" });
    const { uri, handle, host: home } = found.value;
    if (kind === "instance" && new URL(uri).host !== host && home !== host) return refused({ kind: "no-contact" });
    const spoken = described?.languages.map((tag) => tag.slice(0, 2).toLowerCase()).find(isLanguage);
    return accepted({ uri, handle, host: home, language: spoken });
  };
}

interface AboutInstance {
  readonly contactUrl: string | undefined;
  readonly languages: readonly string[];
}

const account = z.object({ url: z.url() });
const version2 = z.object({
  contact: z.object({ account: account.nullish() }).nullish(),
  languages: z.array(z.string()).catch([]),
});
const version1 = z.object({ contact_account: account.nullish(), languages: z.array(z.string()).catch([]) });

async function aboutInstance(egress: Egress, base: string): Promise<Result<AboutInstance | undefined, NoContact>> {
  const second = await jsonAt(egress, `${base}/api/v2/instance`, version2);
  if (!second.ok) return second;
  if (second.value?.contact?.account) return accepted(aboutFrom(second.value.contact.account.url, second.value));
  const first = await jsonAt(egress, `${base}/api/v1/instance`, version1);
  if (!first.ok) return first;
  if (first.value !== undefined) return accepted(aboutFrom(first.value.contact_account?.url, first.value));
  return accepted(second.value === undefined ? undefined : aboutFrom(undefined, second.value));
}

function aboutFrom(contactUrl: string | undefined, { languages }: { readonly languages: readonly string[] }) {
  return { contactUrl, languages };
}

async function contactNamed(
  egress: Egress,
  base: string,
  about: AboutInstance | undefined,
): Promise<string | undefined> {
  if (about?.contactUrl !== undefined) return about.contactUrl;
  const links = await jsonAt(egress, `${base}/.well-known/nodeinfo`, nodeInfoLinks);
  const address = links.ok ? links.value?.links.find(({ href }) => URL.parse(href)?.origin === base)?.href : undefined;
  const info = address === undefined ? undefined : await jsonAt(egress, address, nodeInfo);
  return info?.ok === true ? info.value?.metadata.staffAccounts[0] : undefined;
}

const nodeInfoLinks = z.object({ links: z.array(z.object({ rel: z.string(), href: z.string() })).max(20) });
const nodeInfo = z.object({ metadata: z.object({ staffAccounts: z.array(z.url()).min(1) }) });

/** What is served there, if it has the shape; undefined if not, refused when nobody answers. */
async function jsonAt<Schema extends z.ZodType>(
  egress: Egress,
  url: string,
  schema: Schema,
): Promise<Result<z.output<Schema> | undefined, NoContact>> {
  const fetched = await egress.fetch({ url, accepts: [{ type: "application/json" }] });
  if (!fetched.ok) {
    const isAway = ["unreachable", "timed-out"].includes(fetched.refusal.kind);
    return isAway ? refused({ kind: "unreachable" }) : accepted(undefined);
  }
  if (fetched.value.status >= 500) return refused({ kind: "unreachable" });
  if (fetched.value.status !== 200) return accepted(undefined);
  return accepted(shapedAs(schema, fetched.value.body));
}

function shapedAs<Schema extends z.ZodType>(schema: Schema, body: Uint8Array): z.output<Schema> | undefined {
  try {
    const read = schema.safeParse(JSON.parse(Buffer.from(body).toString("utf8")));
    return read.success ? read.data : undefined;
  } catch {
    return undefined;
  }
}
