import type { MiddlewareHandler } from "hono";
import { getCookie, setCookie } from "hono/cookie";
import { randomBytes } from "node:crypto";
import { isTimeZone, type Clock } from "../kernel/base/time.ts";
import { acceptedLanguages, chooseLanguage } from "../kernel/i18n/choose-language.ts";
import { isLanguage, type Language } from "../kernel/i18n/language.ts";
import type { Translations } from "../kernel/i18n/translator.ts";
import { languageParameter, ownPath, zoneParameter } from "./address.ts";
import type { AssetManifest } from "./assets.ts";
import type { FormTokens } from "./form-token.ts";
import type { PageContext, PageEnv, Reader, SignedInPerson, Site } from "./request.ts";

/** Someone whose session was recognised. */
export interface SignedIn {
  readonly person: SignedInPerson;
  /** The settings the person keeps, if any. */
  readonly language?: string | undefined;
  readonly zone?: string | undefined;
  /** What the session's forms are bound to: a secret of the session that changes at every sign-in. */
  readonly binding: string;
}

/** What pages need from the composition. */
export interface PageServices {
  readonly translations: Translations;
  /** As it is now: the operator may rename the server while it runs. */
  readonly site: () => Site;
  readonly assets: AssetManifest;
  readonly clock: Clock;
  readonly tokens: FormTokens;
  /** Who the session cookie belongs to; undefined for a visitor. */
  readonly readSession: (c: PageContext) => Promise<SignedIn | undefined>;
  /** The community whose page is asked for: its language and zone come before the server's. */
  readonly readPlace: (c: PageContext) => Promise<Place | undefined>;
}

/** Whose page it is, as far as language and time go. */
export interface Place {
  readonly language: string;
  readonly zone: string;
}

const yearSeconds = 365 * 86_400;

/** Prepares every page: who reads it, in which language and zone, and what its forms are bound to. */
export function preparePages(services: PageServices): MiddlewareHandler<PageEnv> {
  return async (c, next) => {
    // First as for a visitor, so that even a session that cannot be read is told of in the reader's language.
    setFrame(c, services, {});
    setFrame(c, services, { session: await services.readSession(c), place: await services.readPlace(c) });
    await next();
    keepChoices(c, services.site());
    c.header("Vary", "Accept, Accept-Language, Cookie", { append: true });
    // A page with a token is one reader's own, and must not come back from a cache with a token already used.
    if (c.var.formTokenGiven === true) c.header("Cache-Control", "no-store");
    else if (!c.res.headers.has("Cache-Control")) c.header("Cache-Control", "private, no-cache");
  };
}

interface Known {
  readonly session?: SignedIn | undefined;
  readonly place?: Place | undefined;
}

function setFrame(c: PageContext, services: PageServices, known: Known): void {
  const { assets, clock, tokens, translations } = services;
  const site = services.site();
  const reader = readerOf(c, site, known);
  const t = translations.translator(reader.language, reader.zone);
  const formToken = () => {
    c.set("formTokenGiven", true);
    return tokens.make(c.var.formBinding || newVisitor(c, site));
  };
  c.set("t", t);
  c.set("reader", reader);
  c.set("formBinding", known.session?.binding ?? getCookie(c, visitorCookie(site)) ?? "");
  c.set("frame", { t, reader, site, assets, now: clock(), path: readablePath(c, site), formToken });
}

/** Keeps a reader's language in this browser; for the settings page, whose choice must not lose against an older one. */
export function rememberLanguage(c: PageContext, site: Site, language: Language): void {
  setCookie(c, "koinon-language", language, { ...cookieOptions(site), maxAge: yearSeconds });
}

/** Keeps a reader's zone in this browser. */
export function rememberZone(c: PageContext, site: Site, zone: string): void {
  setCookie(c, "koinon-zone", zone, { ...cookieOptions(site), maxAge: yearSeconds });
}

function readerOf(c: PageContext, site: Site, { session, place }: Known): Reader {
  const acceptLanguage = c.req.header("Accept-Language");
  const chosen = chosenLanguage(c) ?? session?.language;
  const language = chooseLanguage({ chosen, acceptLanguage, community: place?.language, server: site.language });
  const zone = chosenZone(c) ?? knownZone(session?.zone);
  return {
    language,
    languages: [...new Set([language, ...acceptedLanguages(acceptLanguage)])],
    zone: zone ?? knownZone(place?.zone) ?? site.zone,
    zoneIsChosen: zone !== undefined,
    ...(session !== undefined && { person: session.person }),
  };
}

function chosenLanguage(c: PageContext): Language | undefined {
  const kept = getCookie(c, "koinon-language");
  return askedLanguage(c) ?? (kept !== undefined && isLanguage(kept) ? kept : undefined);
}

function chosenZone(c: PageContext): string | undefined {
  return knownZone(c.req.query(zoneParameter)) ?? knownZone(getCookie(c, "koinon-zone"));
}

function askedLanguage(c: PageContext): Language | undefined {
  const asked = c.req.query(languageParameter);
  return asked !== undefined && isLanguage(asked) ? asked : undefined;
}

/** What a reader chose by a link or form of ours holds from here on. */
function keepChoices(c: PageContext, site: Site): void {
  const language = askedLanguage(c);
  const zone = knownZone(c.req.query(zoneParameter));
  if (language !== undefined) rememberLanguage(c, site, language);
  if (zone !== undefined) rememberZone(c, site, zone);
}

function knownZone(text: string | undefined): string | undefined {
  return text !== undefined && text.length < 64 && isTimeZone(text) ? text : undefined;
}

function newVisitor(c: PageContext, site: Site): string {
  const visitor = randomBytes(18).toString("base64url");
  c.set("formBinding", visitor);
  setCookie(c, visitorCookie(site), visitor, cookieOptions(site));
  return visitor;
}

function visitorCookie(site: Site): string {
  // The prefix keeps sub-domains from setting the cookie for us (RFC 6265bis, section 4.1.3.2); browsers take it over TLS only.
  return site.origin.protocol === "https:" ? "__Host-koinon-visitor" : "koinon-visitor";
}

function cookieOptions(site: Site) {
  return { path: "/", httpOnly: true, sameSite: "Lax", secure: site.origin.protocol === "https:" } as const;
}

/** The address a reader can come back to: the page's own, or the page from which a form was sent. */
function readablePath(c: PageContext, site: Site): string {
  const url = new URL(c.req.url);
  if (c.req.method === "GET" || c.req.method === "HEAD") return ownPath(url.pathname + url.search, "/");
  const referer = c.req.header("Referer");
  if (referer === undefined || !URL.canParse(referer)) return "/";
  const from = new URL(referer);
  return from.host === site.origin.host ? ownPath(from.pathname + from.search, "/") : "/";
}
