import { Hono } from "hono";
import { accounts, type AccountsOptions } from "../src/accounts/capability.ts";
import { sessionReader } from "../src/accounts/index.ts";
import type { LookUpActor } from "../src/accounts/federation/oauth/vouched-account.ts";
import type { Mail, OwnSection } from "../src/accounts/pages/account-page-services.ts";
import { accepted } from "../src/kernel/base/result.ts";
import type { Application } from "../src/kernel/application.ts";
import type { SchemaStep } from "../src/kernel/database/migrate.ts";
import type { Capability } from "../src/kernel/capability.ts";
import type { Egress } from "../src/kernel/federation/egress/egress.ts";
import type { PersonalData } from "../src/kernel/personal-data.ts";
import type { AssetManifest } from "../src/ui/assets.ts";
import { guardForms } from "../src/ui/form-guard.ts";
import { formTokens } from "../src/ui/form-token.ts";
import { interfaceCatalogues } from "../src/ui/messages/catalogue.ts";
import { preparePages } from "../src/ui/page-frame.ts";
import { showNotFound } from "../src/ui/refusal-page.tsx";
import type { PageEnv } from "../src/ui/request.ts";
import { createTranslations } from "../src/kernel/i18n/translator.ts";
import { kernelCatalogues } from "../src/kernel/i18n/messages/catalogue.ts";
import { cookieBrowser, type CookieBrowser } from "./cookie-browser.ts";
import { openTestApplication, pumpJobs, type TestApplication } from "./test-application.ts";

/** Accounts by themselves, with real sessions: what visitors do goes through pages, cookies and forms. */
export interface AccountCast extends TestApplication {
  readonly capability: Capability;
  /** Every letter sent so far. */
  readonly letters: readonly Mail[];
  /** A browser nobody has used yet; `address` is the network address it comes from. */
  browser(address?: string): CookieBrowser;
  /** Lets the clock do what is due. */
  pumpClock(): Promise<void>;
}

/** How the cast differs from a plain one. */
export interface AccountCastSettings {
  readonly federation?: (application: Application) => { readonly egress: Egress; readonly lookUpActor: LookUpActor };
  readonly personalData?: readonly PersonalData[];
  readonly ownSections?: readonly OwnSection[];
  /** Pages of others, behind those of accounts. */
  readonly pages?: (web: Hono<PageEnv>, application: Application) => void;
  readonly schema?: readonly SchemaStep[];
  /** Default https://gather.example. */
  readonly origin?: URL;
  readonly hasMail?: boolean;
  /** Speaks to no other server. */
  readonly isAlone?: boolean;
  /** How a letter goes out, besides being kept in `letters`; by default at once. */
  readonly postman?: () => Promise<void>;
}

const secret = new Uint8Array(32).fill(11);

/** Opens accounts on the engine of the run; the test closes them. */
export async function openAccountCast(settings: AccountCastSettings = {}): Promise<AccountCast> {
  const letters: Mail[] = [];
  const { postman = async () => {} } = settings;
  const send = (mail: Mail) => {
    letters.push(mail);
    return postman();
  };
  const options: Omit<AccountsOptions, "federation"> = {
    secret,
    serverHandle: settings.isAlone === true ? undefined : "koinon@gather.example",
    sendMail: settings.hasMail === false ? undefined : send,
    claimHandle: async (_context, { handle }) => accepted({ handle }),
    inBackground: (work: Promise<void>) => void work,
    ownSections: settings.ownSections ?? [],
    personalData: settings.personalData ?? [],
    serverWork: { deadLetters: async () => [], queueDepth: async () => 0 },
  };
  const plain = accounts({ ...options, federation: undefined });
  const test = await openTestApplication({ schema: [...plain.schema, ...(settings.schema ?? [])] });
  const translations = createTranslations([kernelCatalogues, interfaceCatalogues, plain.messages]);
  const application: Application = {
    ...test.application,
    translations,
    origin: settings.origin ?? test.application.origin,
  };
  const capability = accounts({ ...options, federation: settings.federation?.(application) });
  const web = serve(application, [capability.pages, settings.pages]);
  return {
    ...test,
    application,
    capability,
    letters,
    browser: (address = "192.0.2.1") => cookieBrowser((request) => web.request(request), application.origin, address),
    pumpClock: () => pumpJobs(application, capability.jobs ?? []),
  };
}

const islands = ["copy", "draft", "live", "zone"];
const assets: AssetManifest = {
  "styles.css": "/assets/styles.css",
  ...Object.fromEntries(islands.map((name) => [`islands/${name}.js`, `/assets/${name}.js`])),
};

function serve(application: Application, pages: readonly (Capability["pages"] | undefined)[]): Hono<PageEnv> {
  const web = new Hono<PageEnv>();
  const tokens = formTokens(secret);
  web.use(async (c, next) => {
    c.set("clientAddress", c.req.header("Test-Address") ?? "");
    await next();
  });
  web.use(
    preparePages({
      translations: application.translations,
      site: () => ({
        name: "Hall",
        origin: application.origin,
        hue: "rust",
        language: "en",
        zone: "Europe/Rome",
        version: "0.1.0",
        sourceUrl: "/source",
      }),
      assets,
      clock: application.clock,
      tokens,
      readSession: sessionReader(application),
      readPlace: async () => undefined,
    }),
  );
  web.use(guardForms(tokens));
  web.notFound(showNotFound);
  for (const mount of pages) mount?.(web, application);
  return web;
}
