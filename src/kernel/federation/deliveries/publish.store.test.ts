import { afterAll, beforeAll, expect, test } from "vitest";
import { openTestApplication, type TestApplication } from "../../../../testing/test-application.ts";
import type { LoggedEvent } from "../../activity-log/event.ts";
import { federationSchema } from "../federation-schema.ts";
import { createActorKeys } from "../keys/actor-keys.ts";
import type { LocalActor } from "../local-actor.ts";
import type { ActivityDocument } from "../outgoing.ts";
import type { ComposedActivity } from "./compose.ts";
import { publishingSubscribers } from "./publish.ts";

const origin = "https://gather.example";
let running: TestApplication;
beforeAll(async () => {
  running = await openTestApplication({ schema: [...federationSchema] });
});
afterAll(() => running.close());

/** What goes out when a publisher says this. */
async function said(activity: ActivityDocument): Promise<ActivityDocument> {
  const { application } = running;
  const plum: LocalActor = {
    id: "plum",
    type: "Group",
    handle: "plum",
    name: "Plum League",
    summary: "We meet.",
    path: "/communities/plum",
    createdAt: application.clock(),
    approvesFollowers: false,
    isDiscoverable: true,
    isGone: false,
  };
  const composed: ComposedActivity[] = [];
  const publisher = {
    name: "plum/changing",
    events: ["changed"],
    publish: async () => [{ from: "plum", activity, to: { kind: "followers" } as const }],
  };
  const actors = { byId: async (id: string) => (id === "plum" ? plum : undefined) };
  const keys = createActorKeys(application);
  const [subscriber] = publishingSubscribers([publisher], keys, actors, async (one) => {
    composed.push(one);
    return async () => {};
  });
  const event: LoggedEvent = {
    id: "plum/1",
    chain: "plum",
    sequence: 1,
    at: application.clock(),
    actor: "server",
    command: "plum/change",
    name: "changed",
    version: 1,
    payload: {},
  };
  await subscriber?.handle(application, event);
  return JSON.parse(composed[0]?.document ?? "{}") as ActivityDocument;
}

test("an actor that tells of its own change sends its whole document along, with its keys", async () => {
  const uri = `${origin}/actors/plum`;
  const update = await said({ id: `${origin}/activities/1`, type: "Update", actor: uri, object: uri });
  expect(update["object"]).toMatchObject({ id: uri, type: "Group", name: "Plum League", publicKey: { owner: uri } });
});

test("an Update of anything else goes out as it was said", async () => {
  const note = `${origin}/notes/1`;
  const update = await said({
    id: `${origin}/activities/2`,
    type: "Update",
    actor: `${origin}/actors/plum`,
    object: note,
  });
  expect(update["object"]).toBe(note);
});
