import { createPrivateKey, createPublicKey, generateKeyPair, type KeyObject } from "node:crypto";
import { promisify } from "node:util";
import type { Application } from "../../application.ts";
import { microsecondsFromInstant } from "../../base/time.ts";
import { boundedMap } from "../bounded-map.ts";
import { actorKeyTables, type ActorKeyRow } from "./actor-keys.tables.ts";

const REMEMBERED_ACTORS = 1000;
/** 4096 bits would make fan-out five times as slow; peers expect 2048. */
const RSA_BITS = 2048;

/** A key pair of a local actor. */
export interface ActorKey {
  /** `ACTOR#main-key` (RSA, signs requests) or `ACTOR#ed25519-key` (signs what is published, FEP-8b32). */
  readonly id: string;
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
}

/** Both key pairs of a local actor. */
export interface ActorKeyPairs {
  readonly rsa: ActorKey;
  readonly ed25519: ActorKey;
}

/** The keys of local actors. */
export interface ActorKeys {
  /** Its keys, made and kept when it is asked about for the first time. */
  of(actorId: string): Promise<ActorKeyPairs>;
}

/**
 * Keys kept in the database. An RSA pair takes up to a tenth of a second of a thread's time, so one is always made ahead:
 * whoever asks about a new actor does not wait for it.
 */
export function createActorKeys(application: Application): ActorKeys {
  const known = boundedMap<string, Promise<ActorKeyPairs>>(REMEMBERED_ACTORS);
  const spares = sparePairs();
  return {
    of: (actorId) => {
      const present = known.get(actorId);
      if (present !== undefined) return present;
      const keys = keysOf(application, actorId, spares);
      known.set(actorId, keys);
      keys.catch(() => known.delete(actorId));
      return keys;
    },
  };
}

/** The URI of a local actor: `https://gather.example/actors/<id>`. */
export function localActorUri(origin: URL, actorId: string): string {
  return new URL(`/actors/${encodeURIComponent(actorId)}`, origin).href;
}

type Pair = { readonly privateKey: KeyObject; readonly publicKey: KeyObject };

const newPair = promisify(generateKeyPair);

function sparePairs(): { take(): Promise<Pair> } {
  const make = () => newPair("rsa", { modulusLength: RSA_BITS });
  let spare: Promise<Pair> | undefined;
  return {
    take: () => {
      const taken = spare ?? make();
      spare = make();
      // Whoever takes it hears of the failure; nobody may ever take it.
      spare.catch(() => {});
      return taken;
    },
  };
}

async function keysOf(
  application: Application,
  actorId: string,
  spares: { take(): Promise<Pair> },
): Promise<ActorKeyPairs> {
  const kept = await keptPairs(application, actorId);
  if (kept !== undefined) return kept;
  const pairs = { rsa: await spares.take(), ed25519: await newPair("ed25519") };
  await keep(application, actorId, pairs);
  // Another process may have been faster: what is kept counts.
  const now = await keptPairs(application, actorId);
  if (now === undefined) throw new Error(`the keys of the actor ${actorId} were not kept`);
  return now;
}

async function keptPairs(application: Application, actorId: string): Promise<ActorKeyPairs | undefined> {
  const rows = await actorKeyTables(application.read)
    .selectFrom("actor_keys")
    .selectAll()
    .where("actor", "=", actorId)
    .execute();
  const uri = localActorUri(application.origin, actorId);
  const rsa = rows.find(({ algorithm }) => algorithm === "rsa");
  const ed25519 = rows.find(({ algorithm }) => algorithm === "ed25519");
  if (rsa === undefined || ed25519 === undefined) return undefined;
  return { rsa: keyFrom(rsa, `${uri}#main-key`), ed25519: keyFrom(ed25519, `${uri}#ed25519-key`) };
}

function keyFrom(row: ActorKeyRow, id: string): ActorKey {
  return { id, privateKey: createPrivateKey(row.private_pem), publicKey: createPublicKey(row.public_pem) };
}

async function keep(
  application: Application,
  actorId: string,
  pairs: Readonly<Record<"rsa" | "ed25519", Pair>>,
): Promise<void> {
  const created_at = microsecondsFromInstant(application.clock());
  const row = (algorithm: "rsa" | "ed25519"): ActorKeyRow => ({
    actor: actorId,
    algorithm,
    private_pem: pairs[algorithm].privateKey.export({ type: "pkcs8", format: "pem" }),
    public_pem: pairs[algorithm].publicKey.export({ type: "spki", format: "pem" }),
    created_at,
  });
  await application.database.write(async (transaction) => {
    await actorKeyTables(transaction)
      .insertInto("actor_keys")
      .values([row("rsa"), row("ed25519")])
      .onConflict((conflict) => conflict.columns(["actor", "algorithm"]).doNothing())
      .execute();
  });
}
