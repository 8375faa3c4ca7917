import { afterAll, beforeAll, expect, test } from "vitest";
import { foundingOrganiser } from "../../testing/founding.ts";
import { startKoinon, type RunningKoinon } from "../../testing/koinon.ts";

let koinon: RunningKoinon;
let actor: string;

beforeAll(async () => {
  koinon = await startKoinon({ address: "127.0.0.47" });
  const { communityId } = await foundingOrganiser(koinon.koinon);
  actor = `${koinon.origin}/actors/${communityId}`;
});
afterAll(() => koinon.stop());

const ask = (accept: string) => fetch(actor, { headers: { accept }, redirect: "manual" });

test("an actor is served from memory the second time, and the page beside it goes on to be a page", async () => {
  const first = await ask("application/activity+json");
  const again = await ask("application/activity+json");
  expect([first.status, again.status]).toEqual([200, 200]);
  expect(await again.text()).toBe(await first.text());
  expect(again.headers.get("etag")).toBe(first.headers.get("etag"));
  expect(again.headers.get("vary")).toBe("Accept");
  expect((await ask("text/html")).status).toBe(302);
});
