import type { Context } from "hono";
import type { By } from "../kernel/commands/execute.ts";
import type { Language } from "../kernel/i18n/language.ts";
import type { Translator } from "../kernel/i18n/translator.ts";
import type { AssetManifest } from "./assets.ts";
import type { Hue } from "./hue.ts";

/** Whoever reads the page. */
export interface Reader {
  readonly language: Language;
  /** BCP 47 tags of what the reader reads, best first; for texts that communities wrote in several languages. */
  readonly languages: readonly string[];
  /** The IANA zone in which times are told. */
  readonly zone: string;
  /** Absent for a visitor who has not signed in. */
  readonly person?: SignedInPerson;
}

/** The person signed in, as every page names them. */
export interface SignedInPerson {
  readonly id: string;
  readonly name: string;
}

/** What every page says of the server it comes from. */
export interface Site {
  /** The name its operator gave it. */
  readonly name: string;
  /** Where the world finds it; no path. */
  readonly origin: URL;
  readonly hue: Hue;
  readonly version: string;
  /** Where the source of exactly this program lies (AGPL-3.0, section 13). */
  readonly sourceUrl: string;
}

/** Everything around a page's own content; components that speak take it or its `t`. */
export interface Frame {
  readonly t: Translator;
  readonly reader: Reader;
  readonly site: Site;
  readonly assets: AssetManifest;
  /** When the page is made. */
  readonly now: Temporal.Instant;
  /** The page's own address on this server, with its query: `/gatherings/7?done=answered`. */
  readonly path: string;
  /** A fresh token for one form; see `form-token.ts`. Asking for one keeps the page out of caches. */
  formToken(): string;
}

/** Hono's environment of everything that answers with a page: `new Hono<PageEnv>()`. */
export interface PageEnv {
  Variables: {
    readonly frame: Frame;
    readonly t: Translator;
    readonly reader: Reader;
    /** Set once a form was read and its token found good; the act it asks for is recognised by this key. */
    actKey?: string;
  };
}

/** A request for a page. */
export type PageContext = Context<PageEnv>;

/** Who asks a command from a page: the reader, recognised by the form they sent. Only after `readForm`. */
export function byReader(c: PageContext): By {
  const person = c.var.reader.person;
  if (c.var.actKey === undefined) throw new Error(`${c.req.path} asks for a command before it reads its form`);
  return {
    actor: person === undefined ? { kind: "visitor" } : { kind: "person", personId: person.id },
    origin: { from: "web", key: c.var.actKey },
  };
}
