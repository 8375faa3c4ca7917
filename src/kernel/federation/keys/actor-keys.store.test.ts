import { afterAll, beforeAll, expect, test } from "vitest";
import { openTestApplication, type TestApplication } from "../../../../testing/test-application.ts";
import { actorKeySchema } from "./actor-keys.tables.ts";
import { createActorKeys } from "./actor-keys.ts";

let world: TestApplication;

beforeAll(async () => {
  world = await openTestApplication({ schema: actorKeySchema });
});

afterAll(() => world.close());

test("an actor has an RSA pair of 2,048 bits and an Ed25519 pair, with stable names", async () => {
  const { rsa, ed25519 } = await createActorKeys(world.application).of("circle");
  expect(rsa.id).toBe("https://gather.example/actors/circle#main-key");
  expect(ed25519.id).toBe("https://gather.example/actors/circle#ed25519-key");
  expect(rsa.publicKey.asymmetricKeyDetails?.modulusLength).toBe(2048);
  expect(ed25519.privateKey.asymmetricKeyType).toBe("ed25519");
});

test("the keys of an actor survive a restart and are another actor's never", async () => {
  const pem = async (actor: string) =>
    (await createActorKeys(world.application).of(actor)).rsa.publicKey.export({ type: "spki", format: "pem" });
  expect(await pem("stable")).toBe(await pem("stable"));
  expect(await pem("stable")).not.toBe(await pem("other"));
});

test("two processes that meet a new actor at the same time give it the same keys", async () => {
  const processes = Array.from({ length: 4 }, () => createActorKeys(world.application));
  const found = await Promise.all(processes.map((keys) => keys.of("newcomer")));
  const pems = found.map(({ rsa }) => rsa.publicKey.export({ type: "spki", format: "pem" }));
  expect(new Set(pems).size).toBe(1);
});
