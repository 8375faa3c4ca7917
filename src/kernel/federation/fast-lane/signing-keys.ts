import type { KeyObject } from "node:crypto";
import { boundedMap } from "../bounded-map.ts";
import type { KnownActor } from "../remote-actors/kept-actors.ts";
import { keyObjectFrom } from "../signatures/key-objects.ts";

const REMEMBERED_KEYS = 5000;

/** The RSA keys of remote actors, ready to check signatures with. */
export interface SigningKeys {
  /** The key that this actor's own document shows under `keyId`; undefined when it shows none, or one that is not RSA. */
  keyOf(known: KnownActor, keyId: string): Promise<KeyObject | undefined>;
}

interface Entry {
  readonly from: KnownActor;
  readonly key: KeyObject;
}

/**
 * Keeps keys imported: importing one costs as much as using it. A key lives only as long as the very record it was read from, so
 * it is gone when the actor shows another, and when the memory of the actor grows old.
 */
export function createSigningKeys(): SigningKeys {
  const entries = boundedMap<string, Entry>(REMEMBERED_KEYS);
  return {
    keyOf: async (known, keyId) => {
      const entry = entries.get(keyId);
      if (entry?.from === known) return entry.key;
      const shown = known.keys.find(({ id, kind }) => id === keyId && kind === "pem");
      const key = shown === undefined ? undefined : await keyObjectFrom(shown);
      if (key?.asymmetricKeyType !== "rsa") return undefined;
      entries.set(keyId, { from: known, key });
      return key;
    },
  };
}
