import type { Context } from "hono";
import type { By } from "../kernel/commands/execute.ts";
import type { Language } from "../kernel/i18n/language.ts";
import type { Translator } from "../kernel/i18n/translator.ts";
import type { AssetManifest } from "./assets.ts";
import type { FormInput } from "./form-input.ts";
import type { Uploads } from "./form-uploads.ts";
import type { Hue } from "./hue.ts";

/** Whoever reads the page. */
export interface Reader {
  readonly language: Language;
  /** BCP 47 tags of what the reader reads, best first; for texts that communities wrote in several languages. */
  readonly languages: readonly string[];
  /** The IANA zone in which times are told. */
  readonly zone: string;
  /** Whether the reader chose that zone, rather than the server for want of knowing. */
  readonly zoneIsChosen: boolean;
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
  /** What is spoken, and the zone in which times are told, where nothing is known of the reader. */
  readonly language: Language;
  readonly zone: string;
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
    frame: Frame;
    t: Translator;
    reader: Reader;
    /** What a form sent, once `guardForms` found it good; there is none on a GET. */
    form?: FormInput;
    /** Whether a form sent here may bring a file; see `takeFiles`. */
    takesFiles?: boolean;
    /** The form may bring a file that is larger than others may be, since this reader may. */
    takesLargeFile?: boolean;
    /** Whether a form sent here may bring files of any kind; see `takeUploads`. */
    takesUploads?: boolean;
    /** The files that a form brought there, from somebody who is signed in; there are none on other routes. */
    uploads?: Uploads;
    /** By which the act of that form is recognised when it arrives twice. */
    actKey?: string;
    /** The secret of session or browser that form tokens are bound to; empty when there is none yet. */
    formBinding: string;
    formTokenGiven?: boolean;
    /** The network address that asks, as far as it can be believed; for limits alone. */
    clientAddress?: string;
  };
}

/** A request for a page. */
export type PageContext = Context<PageEnv>;

/** The form that a POST brought; asking for it on a route without one is a bug and throws. */
export function sentForm(c: PageContext): FormInput {
  if (c.var.form === undefined) throw new Error(`${c.req.method} ${c.req.path} brought no form`);
  return c.var.form;
}

/** Who asks a command from a page: the reader, by the form they sent. */
export function byReader(c: PageContext): By {
  const { reader, actKey } = c.var;
  if (actKey === undefined) throw new Error(`${c.req.method} ${c.req.path} brought no form, so it asks for nothing`);
  const person = reader.person;
  const actor =
    person === undefined ? ({ kind: "visitor" } as const) : ({ kind: "person", personId: person.id } as const);
  return { actor, origin: { from: "web", key: actKey } };
}
