import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { freeAbandoned } from "../../jobs/abandoned.ts";
import { follower, idIn, openDeliveryWorld, type DeliveryWorld } from "../../../../testing/delivery-world.ts";
import { pruneFederation } from "../prune.ts";
import { deliveryTables } from "./deliveries.tables.ts";

let world: DeliveryWorld;

beforeAll(async () => {
  world = await openDeliveryWorld();
});

beforeEach(() => world.reset());

afterAll(() => world.close());

test("twenty followers on three servers are two deliveries, and one for each who shares no inbox", async () => {
  const shared = ["a", "b", "c", "d", "e", "f", "g", "h", "i"].flatMap((name) =>
    ["one.example", "two.example"].map((host) => follower(host, name)),
  );
  const alone = [follower("three.example", "x", false), follower("three.example", "y", false)];
  world.followers = [...shared, ...alone];
  await world.say();
  expect(await world.process().pump()).toBe(4);
  expect(world.urls()).toEqual([
    "https://one.example/inbox",
    "https://three.example/users/x/inbox",
    "https://three.example/users/y/inbox",
    "https://two.example/inbox",
  ]);
  expect(await world.waiting()).toEqual([]);
});

test("what was said once is not said again, even after all of it was delivered", async () => {
  world.followers = [follower("one.example")];
  const id = await world.say();
  await world.process().pump();
  expect(await world.sayAgain()).toBe(id);
  expect(await world.process().pump()).toBe(0);
  expect(world.asked).toHaveLength(1);
});

test("an actor named alone is written to at its own inbox, our own actors at none", async () => {
  await world.say(["https://one.example/users/ana", "https://gather.example/actors/other"]);
  await world.process().pump();
  expect(world.urls()).toEqual(["https://one.example/users/ana/inbox"]);
});

test("nothing goes to a host once it is blocked, what was said before included; it is no failure of that host, and others get theirs", async () => {
  world.followers = [follower("one.example"), follower("two.example")];
  await world.say();
  world.outside = async () => 503;
  await world.process().pump();
  world.blocked.add("one.example");
  world.outside = async () => 202;
  world.clock.pass({ hours: 1 });
  await world.say();
  await world.say(["https://one.example/users/ana"]);
  world.asked.length = 0;
  while ((await world.process().pump()) > 0);
  expect(world.urls()).toEqual(["https://two.example/inbox", "https://two.example/inbox"]);
  expect(await world.waiting()).toEqual([]);
  world.blocked.delete("one.example");
  await world.say();
  world.asked.length = 0;
  while ((await world.process().pump()) > 0);
  expect(world.urls()).toEqual(["https://one.example/inbox", "https://two.example/inbox"]);
});

test("a process that dies with a delivery in hand loses nothing: another sends the same", async () => {
  world.followers = [follower("one.example")];
  await world.say();
  world.outside = () => new Promise(() => {});
  void world.process().pump();
  await expect.poll(() => world.asked.length).toBe(1);
  world.outside = async () => 202;
  expect(await world.process().pump()).toBe(0);
  world.clock.pass({ minutes: 1 });
  expect(await world.process().pump()).toBe(1);
  expect(world.asked[1]?.body).toEqual(world.asked[0]?.body);
  expect(await world.waiting()).toEqual([]);
});

test("what a process died with in hand goes out at once when another knows it, in its order and with nothing held against anybody", async () => {
  const ana = "https://one.example/users/ana";
  const first = await world.say([ana]);
  const second = await world.say([ana]);
  const dying = world.formerProcess();
  world.outside = () => new Promise(() => {});
  void dying.pump();
  await expect.poll(() => world.asked.length).toBe(1);
  world.outside = async () => 202;
  expect(await freeAbandoned(world.application.database, ["deliveries"], world.clock.now())).toEqual(["former"]);
  expect(await world.waiting()).toMatchObject([{ attempts: 0 }, { attempts: 0 }]);

  const living = world.process();
  while ((await living.pump()) > 0);
  expect(world.asked.map(idIn)).toEqual([first, first, second]);
  expect(await world.hosts()).toEqual([]);
});

test("no delivery is made twice by many processes at once", async () => {
  world.followers = Array.from({ length: 60 }, (_, place) =>
    follower(`host-${place.toString().padStart(3, "0")}.example`),
  );
  await world.say();
  const processes = Array.from({ length: 4 }, () => world.process());
  await Promise.all(processes.map((one) => one.pump()));
  await Promise.all(processes.map((one) => one.pump()));
  expect(world.urls()).toHaveLength(60);
  expect(new Set(world.urls()).size).toBe(60);
});

test("messages to one inbox arrive in the order in which they were said, and none waits behind one that failed", async () => {
  const uri = "https://one.example/users/ana";
  const first = await world.say([uri]);
  const second = await world.say([uri]);
  const third = await world.say([uri]);
  world.outside = async (errand) => (idIn(errand) === first ? 500 : 202);
  const one = world.process();
  for (let turn = 0; turn < 3; turn++) await one.pump();
  expect(world.asked.map(idIn)).toEqual([first, second, third]);
});

test("private messages are forgotten after a month, public ones are not", async () => {
  world.followers = [follower("one.example")];
  const open = await world.say();
  await world.say(["https://one.example/users/ana"]);
  for (let turn = 0; turn < 2; turn++) await world.process().pump();
  world.clock.pass({ hours: 31 * 24 });
  await pruneFederation(world.application);
  const left = await deliveryTables(world.application.read).selectFrom("outgoing_activities").select("id").execute();
  expect(left).toEqual([{ id: open }]);
});
