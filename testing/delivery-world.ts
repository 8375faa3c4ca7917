import { openTestApplication, type TestApplication } from "./test-application.ts";
import { accepted, refused, type Result } from "../src/kernel/base/result.ts";
import type { Egress, Errand, Fetched, FetchFailure } from "../src/kernel/federation/egress/egress.ts";
import { federationSchema } from "../src/kernel/federation/federation-schema.ts";
import { createActorKeys } from "../src/kernel/federation/keys/actor-keys.ts";
import type { FollowerInbox } from "../src/kernel/federation/local-actor.ts";
import type { LocalActors } from "../src/kernel/federation/local-actors.ts";
import { deliveryTables } from "../src/kernel/federation/deliveries/deliveries.tables.ts";
import { createDeliverer, type Deliverer, type DeliveryLimits } from "../src/kernel/federation/deliveries/deliver.ts";
import { createSay } from "../src/kernel/federation/deliveries/say.ts";

/** What the outside answers to one delivery: a status, or why none came. */
export type Outside = (errand: Errand) => Promise<number | FetchFailure>;

/** One sender, followers as a test wants them, and an outside that does as it is told: for tests of deliveries through weeks. */
export interface DeliveryWorld {
  readonly application: TestApplication["application"];
  readonly clock: TestApplication["clock"];
  followers: readonly FollowerInbox[];
  outside: Outside;
  /** Every request that went out. */
  readonly asked: Errand[];
  /** Followers that were forgotten, by URI. */
  readonly forgotten: string[];
  /** Hosts with which the operator has nothing to do. */
  readonly blocked: Set<string>;
  /** A freshly started process over the same database. */
  process(limits?: Partial<DeliveryLimits>): Deliverer;
  /** A process over the same database of which another knows that it has ended. */
  formerProcess(): Deliverer;
  /** Says something new to the followers, or to actors by name, and gives its id; `again` says what was said last. */
  say(to?: readonly string[]): Promise<string>;
  sayAgain(): Promise<string>;
  /** The addresses that were written to, in the order of letters. */
  urls(): readonly string[];
  waiting(): Promise<readonly { readonly last_error: string | null; readonly given_up_at: number | null }[]>;
  hosts(): Promise<readonly { readonly failures: number }[]>;
  /** Begins anew, with nothing said. */
  reset(): Promise<void>;
  close(): Promise<void>;
}

/** Opens a {@link DeliveryWorld} on the engine of the run. */
export async function openDeliveryWorld(): Promise<DeliveryWorld> {
  const { application, clock, close } = await openTestApplication({ schema: federationSchema });
  let said = 0;
  const world: DeliveryWorld = {
    application,
    clock,
    followers: [],
    outside: async () => 202,
    asked: [],
    forgotten: [],
    blocked: new Set(),
    process: (limits = {}) => deliverer(world, limits),
    formerProcess: () => {
      const database = { ...application.database, holder: "former" };
      return deliverer(world, {}, { ...application, database });
    },
    say: (to) => {
      said += 1;
      return sayAs(world, `https://gather.example/activities/${said}`, to);
    },
    sayAgain: () => sayAs(world, `https://gather.example/activities/${said}`, undefined),
    urls: () => world.asked.map(({ url }) => url).sort((one, other) => one.localeCompare(other)),
    waiting: () => deliveryTables(application.read).selectFrom("deliveries").selectAll().orderBy("id").execute(),
    hosts: () => deliveryTables(application.read).selectFrom("delivery_hosts").selectAll().execute(),
    reset: async () => {
      [world.followers, world.outside] = [[], async () => 202];
      [world.asked.length, world.forgotten.length] = [0, 0];
      world.blocked.clear();
      await application.database.write(async (transaction) => {
        for (const table of ["deliveries", "outgoing_activities", "delivery_hosts"] as const) {
          await deliveryTables(transaction).deleteFrom(table).execute();
        }
      });
    },
    close,
  };
  return world;
}

/** Somebody at `host`, who shares its inbox with the others there unless told otherwise. */
export function follower(host: string, name = "a", isShared = true): FollowerInbox {
  const uri = `https://${host}/users/${name}`;
  return { uri, inbox: `${uri}/inbox`, sharedInbox: isShared ? `https://${host}/inbox` : undefined };
}

/** The id of the activity that a request carried. */
export function idIn({ body }: Errand): string {
  // Parsing at the edge: the tests said it.
  const { id = "" } = JSON.parse(Buffer.from(body ?? "").toString()) as { readonly id?: string };
  return id;
}

function deliverer(
  world: DeliveryWorld,
  limits: Partial<DeliveryLimits>,
  application: DeliveryWorld["application"] = world.application,
): Deliverer {
  return createDeliverer({
    application,
    egress: scriptedEgress(world),
    keys: createActorKeys(application),
    actors: { find: async (uri) => accepted({ actor: remote(uri), keys: [], fetchedAt: application.clock() }) },
    localActors: localActors(world),
    people: {
      forgetFollowers: async (_from, uris) => void world.forgotten.push(...uris),
      isBlocked: async ({ host }) => world.blocked.has(host),
    },
    report: { failed: () => {} },
    limits,
  });
}

function scriptedEgress(world: DeliveryWorld): Egress {
  return {
    fetch: async (errand): Promise<Result<Fetched, FetchFailure>> => {
      world.asked.push(errand);
      const answer = await world.outside(errand);
      if (typeof answer !== "number") return refused(answer);
      const headers = answer === 429 ? { "retry-after": "7200" } : {};
      return accepted({ url: new URL(errand.url), status: answer, headers, body: new Uint8Array() });
    },
  };
}

function localActors(world: DeliveryWorld): LocalActors {
  return {
    byId: async () => undefined,
    byHandle: async () => undefined,
    followers: async (_id, { after, limit }) =>
      world.followers
        .filter(({ uri }) => uri > after)
        .sort((one, other) => (one.uri < other.uri ? -1 : 1))
        .slice(0, limit),
    countFollowers: async () => world.followers.length,
  };
}

function remote(uri: string) {
  const { host } = new URL(uri);
  const name = { handle: `@a@${host}`, host, name: "A", url: uri, type: "Person", alsoKnownAs: [] };
  const unsaid = { sharedInbox: undefined, followers: undefined, movedTo: undefined, keyChangedAt: undefined };
  return { uri, ...name, inbox: `${uri}/inbox`, ...unsaid };
}

async function sayAs(world: DeliveryWorld, id: string, to: readonly string[] | undefined): Promise<string> {
  const activity = { id, sender: "circle", document: JSON.stringify({ id }), isPublic: to === undefined };
  const audience = to === undefined ? ({ kind: "followers" } as const) : ({ kind: "actors", uris: to } as const);
  await world.application.database.write(await createSay(world.application, localActors(world))(activity, audience));
  return id;
}
