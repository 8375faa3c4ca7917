import { afterAll, beforeAll, expect, test } from "vitest";
import { by, openTestApplication, type TestApplication } from "../../../testing/test-application.ts";
import type { RemoteActor } from "../../kernel/federation/received.ts";
import { hashOfToken } from "../../kernel/secrets/token.ts";
import { blockHost } from "../commands/server/block-host.ts";
import { reinstatePerson, suspendPerson } from "../commands/server/suspend-person.ts";
import { limits, type Limit } from "../model/limits.ts";
import { accountsStep } from "../store/migrations/0001-accounts.ts";
import { countPeople, personByActor } from "../store/people.read.ts";
import { isActorRefused } from "../store/refused-actors.read.ts";
import { signInTables } from "../store/sign-in.tables.ts";
import { personForActor } from "./person-for-actor.ts";

let koinon: TestApplication;

beforeAll(async () => {
  koinon = await openTestApplication({ schema: [accountsStep] });
});
afterAll(() => koinon.close());

function actor(name: string, host: string): RemoteActor {
  const uri = `https://${host}/users/${name}`;
  const inboxes = { inbox: `${uri}/inbox`, sharedInbox: undefined, followers: undefined, keyChangedAt: undefined };
  const about = { handle: `@${name}@${host}`, host, name, url: uri, type: "Person" };
  return { uri, ...about, ...inboxes, alsoKnownAs: [], movedTo: undefined };
}

const meet = (name: string, host: string) =>
  personForActor(
    {
      application: koinon.application,
      lookUpActor: async () => ({ ok: false, refusal: { kind: "unreachable" } }),
      personalData: [],
    },
    actor(name, host),
  );

/** As if so many had come already today; the limits are too high to be reached one by one in a test. */
async function alreadyCame(limit: Limit, of: string, count: number): Promise<void> {
  const subject = hashOfToken(`${limit.name}\n${of}`);
  await koinon.application.database.write(async (transaction) => {
    await signInTables(transaction)
      .updateTable("attempt_counts")
      .set({ count })
      .where("subject", "=", subject)
      .execute();
  });
}

test("a server that invents accounts makes this one keep no more people a day than a large one has (row 31)", async () => {
  const first = await meet("sock-0", "evil.example");
  await alreadyCame(limits.newcomersOfHost, "evil.example", limits.newcomersOfHost.most - 1);
  await meet("sock-1", "evil.example");
  const kept = await countPeople(koinon.application.read);
  for (const name of ["sock-2", "sock-3"]) {
    await expect(meet(name, "evil.example").catch((cause: Error) => cause.message)).resolves.toContain("no room");
  }
  expect(await countPeople(koinon.application.read)).toBe(kept);
  // Whoever is known already goes on, and so does everybody else.
  expect(await meet("sock-0", "evil.example")).toBe(first);
  expect(await meet("ana", "social.example")).toBeDefined();
  koinon.clock.pass({ hours: 24 });
  expect(await meet("sock-2", "evil.example")).toBeDefined();
});

test("a hundred thousand invented servers make this one keep no more, and are not each counted (row 31)", async () => {
  await meet("ben", "social.example");
  await alreadyCame(limits.newcomersOfEveryone, "everyone", limits.newcomersOfEveryone.most);
  const { read } = koinon.application;
  const counted = () => signInTables(read).selectFrom("attempt_counts").select("subject").execute();
  const before = (await counted()).length;
  for (let server = 0; server < 20; server++) {
    const refused = meet("sock", `fake-${server}.example`).catch((cause: Error) => cause.message);
    await expect(refused).resolves.toContain("no room");
    expect(await personByActor(read, `https://fake-${server}.example/users/sock`)).toBeUndefined();
  }
  expect(await counted()).toHaveLength(before);
});

test("nothing is heard of somebody who is suspended, until they may come back (row 29)", async () => {
  const { read, execute } = koinon.application;
  koinon.clock.pass({ hours: 24 });
  const gil = actor("gil", "social.example");
  const personId = await meet("gil", "social.example");
  expect(await isActorRefused(read, gil)).toBe(false);
  await execute(suspendPerson, { personId, reason: "spam" }, by({ kind: "server" }));
  expect(await isActorRefused(read, gil)).toBe(true);
  await execute(reinstatePerson, { personId, reason: "apologised" }, by({ kind: "server" }));
  expect(await isActorRefused(read, gil)).toBe(false);
});

test("a blocked server is blocked with all below it, and by the addresses of its accounts as well (row 29)", async () => {
  const { read, execute } = koinon.application;
  await execute(blockHost, { host: "spam.example", severity: "suspend", reason: "spam" }, by({ kind: "server" }));
  expect(await isActorRefused(read, actor("eve", "spam.example"))).toBe(true);
  expect(await isActorRefused(read, actor("eve", "deep.down.spam.example"))).toBe(true);
  expect(await isActorRefused(read, { uri: "https://a.spam.example/users/eve", host: "vanity.example" })).toBe(true);
  expect(await isActorRefused(read, actor("ana", "notspam.example"))).toBe(false);
});
