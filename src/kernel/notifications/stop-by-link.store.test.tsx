import { afterEach, beforeEach, expect, test } from "vitest";
import type { Hono } from "hono";
import { z } from "zod";
import { testPages } from "../../../testing/house-style/test-pages.ts";
import { openTestApplication, type TestApplication } from "../../../testing/test-application.ts";
import { accepted, refused, type Result } from "../base/result.ts";
import { defineCommand } from "../commands/command.ts";
import type { PageEnv } from "../../ui/request.ts";
import { stopLinks, type StopLinks } from "./stop-by-link.tsx";

let opened: TestApplication;
let stops: StopLinks;
let web: Hono<PageEnv>;
const secret = new Uint8Array(32).fill(3);

beforeEach(async () => {
  opened = await openTestApplication({ schema: [] });
  stops = stopLinks({
    origin: opened.application.origin,
    secret,
    stop: (personId, kind) => ({ command: stopNews, input: { personId, kind } }),
  });
  web = testPages({ before: (pages) => stops.register(pages, opened.application) });
});

afterEach(() => opened.close());

const stopNews = defineCommand({
  name: "test/stop-news",
  input: z.object({ personId: z.string(), kind: z.string() }),
  chain: () => "server",
  authorise: async () => undefined,
  async run(context, { personId, kind }): Promise<Result<null, { readonly kind: "too-many" }>> {
    if (kind === "refused") return refused({ kind: "too-many" });
    context.emit({ name: "news-stopped", version: 1, payload: { personId, kind } });
    return accepted(null);
  },
});

/** What mail programs send when their reader clicks on "unsubscribe": no cookie, no origin, no token of a form. */
function clickedOnce(url: string): Promise<Response> {
  const headers = { "Content-Type": "application/x-www-form-urlencoded" };
  return Promise.resolve(web.request(url, { method: "POST", headers, body: "List-Unsubscribe=One-Click" }));
}

function stopped() {
  return opened.events.map((event) => [event.actor, event.payload]);
}

test("one click in a mail program stops letters of that kind to that person, without signing in", async () => {
  const response = await clickedOnce(stops.stopUrl("ana", "reminders"));

  expect(response.status).toBe(200);
  expect(stopped()).toEqual([["person:ana", { personId: "ana", kind: "reminders" }]]);
});

test("looking at the link asks first and changes nothing, since mail programs look at links by themselves", async () => {
  const url = stops.stopUrl("ana", "reminders");
  const response = await web.request(url, { headers: { "Accept-Language": "fr" } });
  const page = await response.text();

  expect(response.status).toBe(200);
  expect(page).toContain("Ne plus recevoir ces courriels");
  expect(page).toContain(`<form class="form" method="post" action="${new URL(url).pathname}">`);
  expect(stopped()).toEqual([]);
});

test("the link is the same in every letter, and stops again after a change of mind", async () => {
  const url = stops.stopUrl("ana", "reminders");
  expect(stops.stopUrl("ana", "reminders")).toBe(url);
  await clickedOnce(url);
  await clickedOnce(url);

  expect(stopped()).toHaveLength(2);
});

test("nobody can make the link of another person, kind or server, or change one", async () => {
  const url = stops.stopUrl("ana", "reminders");
  const elsewhere = stopLinks({
    origin: opened.application.origin,
    secret: new Uint8Array(32).fill(4),
    stop: (personId, kind) => ({ command: stopNews, input: { personId, kind } }),
  });
  const forged = [
    url.replace("/ana/", "/ben/"),
    url.replace("/reminders/", "/replies/"),
    url.slice(0, -1),
    `${url}x`,
    elsewhere.stopUrl("ana", "reminders"),
  ];
  const statuses = await Promise.all(forged.map(async (one) => (await clickedOnce(one)).status));
  const looks = await Promise.all(forged.map(async (one) => (await web.request(one)).status));

  expect([...statuses, ...looks]).toEqual(Array.from({ length: 10 }, () => 404));
  expect(stopped()).toEqual([]);
});

test("a refusal is told as one", async () => {
  const response = await clickedOnce(stops.stopUrl("ana", "refused"));
  expect(response.status).toBe(429);
});
