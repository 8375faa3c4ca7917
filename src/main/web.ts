import { randomBytes } from "node:crypto";
import { Hono } from "hono";
import { compress } from "hono/compress";
import { sessionReader } from "../accounts/index.ts";
import type { Application } from "../kernel/application.ts";
import type { Capability } from "../kernel/capability.ts";
import type { ProcessLog } from "../kernel/process-log.ts";
import { showKept } from "../ui/kept-page.tsx";
import { guardForms, takeFiles, takeLargeFiles, takeUploads } from "../ui/form-guard.ts";
import { formTokens } from "../ui/form-token.ts";
import { preparePages } from "../ui/page-frame.ts";
import { showFailures, showNotFound } from "../ui/refusal-page.tsx";
import type { PageEnv } from "../ui/request.ts";
import { securityHeaders } from "../ui/security-headers.ts";
import { showTimeZones } from "../ui/time-zone-page.tsx";
import { version } from "./about-server.ts";
import type { BuiltAssets } from "./built-assets.ts";
import type { OpenedLive } from "./live.ts";
import type { Mail } from "./mail.ts";
import { placeReader } from "./read-place.ts";
import type { KeptSite } from "./site.ts";

/** What the web is put together from. */
export interface WebParts {
  readonly application: Application;
  readonly capabilities: readonly Capability[];
  readonly site: KeptSite;
  readonly secret: Uint8Array;
  readonly mail: Mail | undefined;
  readonly live: OpenedLive;
  readonly assets: BuiltAssets;
  readonly log: ProcessLog;
}

const yearSeconds = 365 * 86_400;

/** Everything that answers a browser: headers, assets, then the pages of each capability behind the guard of their forms. */
export function createWeb(parts: WebParts): Hono<PageEnv> {
  const { application, assets, live, log, mail } = parts;
  const tokens = formTokens(parts.secret);
  const web = new Hono<PageEnv>();
  web.use(securityHeaders({ origin: application.origin, formTargets: formTargets(application.origin) }));
  web.use(async (c, next) => {
    c.set("clientAddress", clientOf(c.env));
    await next();
  });
  web.use(compress());
  web.get("/assets/:file", (c) => {
    const asset = assets.read(c.req.param("file"));
    if (asset === undefined) return c.text("", 404);
    // The name changes with the content, so it may be kept for ever.
    const caching = `public, max-age=${yearSeconds}, immutable`;
    return c.body(asset.content, 200, { "Content-Type": asset.type, "Cache-Control": caching });
  });
  web.get("/source", (c) => {
    if (assets.source === undefined) return c.text("", 404);
    const name = `koinon-${version}.tar.gz`;
    return c.body(assets.source(), 200, {
      "Content-Type": "application/gzip",
      "Content-Disposition": `attachment; filename="${name}"`,
    });
  });
  web.get("/robots.txt", (c) => c.text("User-agent: *\nDisallow: /me\nDisallow: /operator\nDisallow: /sign-in\n"));
  web.use(
    preparePages({
      translations: application.translations,
      site: parts.site.current,
      assets: assets.manifest,
      clock: application.clock,
      tokens,
      readSession: sessionReader(application),
      readPlace: placeReader(application),
    }),
  );
  mail?.stops.register(web, application);
  web.get("/live", live.answer);
  for (const route of parts.capabilities.flatMap((capability) => capability.formsWithFiles ?? [])) {
    web.use(route, takeFiles);
  }
  for (const { route, mayBring } of parts.capabilities.flatMap((capability) => capability.formsWithLargeFiles ?? [])) {
    web.use(
      route,
      takeLargeFiles((personId) => mayBring(application, personId)),
    );
  }
  for (const route of parts.capabilities.flatMap((capability) => capability.formsWithUploads ?? [])) {
    web.use(route, takeUploads);
  }
  web.use(guardForms(tokens));
  web.get("/time-zone", showTimeZones);
  web.get("/kept", showKept);
  for (const capability of parts.capabilities) capability.pages?.(web, application);
  web.notFound(showNotFound);
  web.onError(
    showFailures((error, c) => {
      const reference = randomBytes(5).toString("hex");
      log.failure("page-failed", error, { reference, path: c.req.routePath });
      return reference;
    }),
  );
  return web;
}

/** Signing in leads to people's own servers, which are reached by TLS; on the loopback they are not. */
function formTargets(origin: URL): readonly string[] {
  return origin.protocol === "https:" ? ["https:"] : ["https:", "http:"];
}

/** The address that the composition passes along with each request. */
function clientOf(environment: unknown): string {
  const { clientAddress = "" } = (environment ?? {}) as { readonly clientAddress?: string };
  return clientAddress;
}
