import { Hono } from "hono";
import { formTokens } from "../../src/ui/form-token.ts";
import { guardForms } from "../../src/ui/form-guard.ts";
import { preparePages, type Place, type SignedIn } from "../../src/ui/page-frame.ts";
import { showFailures, showNotFound } from "../../src/ui/refusal-page.tsx";
import type { PageEnv } from "../../src/ui/request.ts";
import { houseTranslations, testFrame } from "./test-frame.ts";

/** What a test of pages may know of whoever asks. */
export interface TestPagesParts {
  readonly signedIn?: SignedIn;
  readonly place?: Place;
  readonly readSession?: () => Promise<SignedIn | undefined>;
  /** Adds what stands before the guard of forms. */
  readonly before?: (web: Hono<PageEnv>) => void;
}

/** A server of pages behind their guards, without routes, in which failures are noted under the reference 7f3a. */
export function testPages(parts: TestPagesParts = {}): Hono<PageEnv> {
  const web = new Hono<PageEnv>();
  const tokens = formTokens(new Uint8Array(32).fill(7));
  const { site, assets, now } = testFrame();
  web.use(
    preparePages({
      translations: houseTranslations,
      site: () => site,
      assets,
      clock: () => now,
      tokens,
      readSession: parts.readSession ?? (async () => parts.signedIn),
      readPlace: async () => parts.place,
    }),
  );
  parts.before?.(web);
  web.use(guardForms(tokens));
  web.notFound(showNotFound);
  web.onError(showFailures(() => "7f3a"));
  return web;
}
