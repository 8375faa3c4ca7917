import { createPublicKey } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startForeignServer, type ForeignServer } from "../../../testing/foreign-server.ts";
import type { ForeignActor } from "../../../testing/foreign-actor.ts";
import { startKoinon, type RunningKoinon } from "../../../testing/koinon.ts";
import { waitFor } from "../../../testing/wait-for.ts";
import { describePerson, personByActor } from "../store/people.read.ts";

let koinon: RunningKoinon;
let old: ForeignServer;
let young: ForeignServer;
let notes = 0;

beforeAll(async () => {
  koinon = await startKoinon();
  old = await startForeignServer({ address: "127.0.0.41" });
  young = await startForeignServer({ address: "127.0.0.42" });
}, 30_000);
afterAll(() => Promise.all([koinon.stop(), old.stop(), young.stop()]));

const personOf = (actor: ForeignActor) => personByActor(koinon.koinon.application.read, actor.id);

async function nameOf(actor: ForeignActor): Promise<string | undefined> {
  const person = await personOf(actor);
  return (await describePerson(koinon.koinon.application.read, person ?? ""))?.name;
}

/** Sends the server's actor a message with a code nobody waits for: enough to be met. */
async function say(server: ForeignServer, actor: ForeignActor): Promise<void> {
  notes += 1;
  const to = `${koinon.origin}/actors/server`;
  const id = `${actor.id}/notes/${notes}`;
  const note = { id, type: "Note", attributedTo: actor.id, content: "BCDF-GHJK", to: [to] };
  const create = { id: `${id}/activity`, type: "Create", actor: actor.id, object: note, to: [to] };
  await server.send(actor, `${to}/inbox`, { "@context": "https://www.w3.org/ns/activitystreams", ...create });
  await waitFor(`${actor.handle} is met`, async () => (await personOf(actor)) !== undefined, { deadlineMs: 10_000 });
}

test("somebody who changed their name at home is shown by the new one", { timeout: 20_000 }, async () => {
  const ana = old.addActor("ana");
  await say(old, ana);
  expect(await nameOf(ana)).toBe("ana");
  const renamed = old.addActor("ana", {
    keys: { privateKey: ana.privateKey, publicKey: createPublicKey(ana.publicKeyPem) },
    document: { name: "Ana of the well" },
  });
  const update = { id: `${ana.id}/updates/1`, type: "Update", actor: ana.id, object: renamed.document };
  await old.send(ana, `${koinon.origin}/actors/server/inbox`, {
    "@context": "https://www.w3.org/ns/activitystreams",
    ...update,
  });
  await waitFor("the new name is shown", async () => (await nameOf(ana)) === "Ana of the well", { deadlineMs: 10_000 });
});

test(
  "somebody who moved without telling us goes on as the same person at their first word",
  { timeout: 20_000 },
  async () => {
    const bo = old.addActor("bo");
    await say(old, bo);
    const before = await personOf(bo);
    const now = young.addActor("bo", { document: { alsoKnownAs: [bo.id] } });
    old.addActor("bo", { document: { movedTo: now.id } });
    await say(young, now);
    expect(await personOf(now)).toBe(before);
    expect(await personOf(bo)).toBeUndefined();
  },
);

test("somebody who merely claims to have been another is somebody new", { timeout: 20_000 }, async () => {
  const cy = old.addActor("cy");
  await say(old, cy);
  const before = await personOf(cy);
  const thief = young.addActor("thief", { document: { alsoKnownAs: [cy.id] } });
  await say(young, thief);
  expect(await personOf(thief)).not.toBe(before);
  expect(await personOf(cy)).toBe(before);
});
