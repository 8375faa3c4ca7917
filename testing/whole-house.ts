import { Hono } from "hono";
import { allCatalogues } from "../src/main/all-catalogues.ts";
import { capabilities } from "../src/main/capabilities.ts";
import { schemaSteps } from "../src/main/schema.ts";
import { daysOfStory } from "../src/main/seed-run.ts";
import { seedLeague } from "../src/main/seed.ts";
import type { Capability } from "../src/kernel/capability.ts";
import { kernelCatalogues } from "../src/kernel/i18n/messages/catalogue.ts";
import type { PageEnv } from "../src/ui/request.ts";
import { servePages, type OpenBrowser } from "./page-visits.ts";
import { openTestApplication, pumpJobs, type TestApplication } from "./test-application.ts";

/** The pages of all capabilities over one database, with the league of the demo in it. */
export interface WholeHouse extends TestApplication {
  readonly parts: readonly Capability[];
  readonly open: OpenBrowser;
  /** Every route of every capability, once, as it is registered: `/gatherings/:id/people`. */
  readonly routes: (method: "GET" | "POST") => readonly string[];
}

/** Opens it on the engine of the run; the test closes it. */
export async function openWholeHouse(): Promise<WholeHouse> {
  const test = await openTestApplication({
    schema: schemaSteps,
    messages: allCatalogues.filter((catalogues) => catalogues !== kernelCatalogues),
  });
  const { application } = test;
  const parts = capabilities({
    accounts: {
      secret: new Uint8Array(32).fill(5),
      serverHandle: "koinon@gather.example",
      federation: undefined,
      sendMail: async () => {},
      inBackground: (work) => void work,
      serverWork: { deadLetters: async () => [], queueDepth: async () => 0 },
    },
    communities: {
      findActor: async () => ({ ok: false, refusal: { kind: "no-such-actor" } }),
      findWayHome: async () => ({ kind: "no-server" }),
    },
    outreach: { findContact: undefined, sendLetter: undefined },
    outlets: { secret: new Uint8Array(32).fill(6), egress: undefined },
    looking: undefined,
    sharing: undefined,
  });
  const jobs = parts.flatMap((part) => part.jobs ?? []);
  test.clock.pass({ hours: -24 * daysOfStory });
  await seedLeague(application, async (days) => {
    test.clock.pass({ hours: 24 * days });
    await pumpJobs(application, jobs);
  });
  await pumpJobs(application, jobs);
  const pages = parts.flatMap((part) => part.pages ?? []);
  const registered = new Hono<PageEnv>();
  for (const mount of pages) mount(registered, application);
  return {
    ...test,
    parts,
    open: servePages(
      application,
      pages,
      parts.flatMap((part) => part.formsWithFiles ?? []),
      parts.flatMap((part) => part.formsWithUploads ?? []),
      parts.flatMap((part) => part.formsWithLargeFiles ?? []),
    ),
    routes: (method) => [
      ...new Set(registered.routes.filter((route) => route.method === method).map(({ path }) => path)),
    ],
  };
}
