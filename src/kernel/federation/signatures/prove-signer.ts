import { accepted, refused, type Result } from "../../base/result.ts";
import type { Clock } from "../../base/time.ts";
import { boundedMap } from "../bounded-map.ts";
import { isSameOrigin } from "../documents/reading.ts";
import type { DocumentFailure } from "../documents/fetch-document.ts";
import type { KnownActor } from "../remote-actors/kept-actors.ts";
import type { RemoteActors } from "../remote-actors/remote-actors.ts";
import { keyObjectFrom } from "./key-objects.ts";
import { coversEnough, readSignatureHead } from "./signature-head.ts";
import { isSignedBy, type SignedRequest } from "./verify-request.ts";

const REMEMBERED_KEY_IDS = 5000;

/** Why nobody is proven to have signed a request. `unreachable`: the signer's server could not be asked now. */
export interface SignatureProblem {
  readonly kind: "unsigned" | "covers-too-little" | "not-the-actor" | "unknown-key" | "wrong-signature" | "unreachable";
}

/** Proves who signed a request. */
export interface SignerProof {
  /** That the actor `uri` signed it: with a key that stands in the actor's own document. */
  isFrom(request: SignedRequest, uri: string): Promise<Result<KnownActor, SignatureProblem>>;
  /** Whoever signed it: found by the id of the key. For fetches, which name no actor. */
  whoseFetch(request: SignedRequest): Promise<Result<KnownActor, SignatureProblem>>;
}

/**
 * Proof of signers by their actors' own documents, never by a document that only says whose key it is: Fedify's own check
 * believes a key's `owner` (see the test), and CVE-2024-23832 was of that kind.
 */
export function createSignerProof(actors: RemoteActors, clock: Clock): SignerProof {
  const owners = boundedMap<string, string>(REMEMBERED_KEY_IDS);
  return {
    isFrom: async (request, uri) => {
      const head = readSignatureHead(request.headers);
      if (head === undefined) return refused({ kind: "unsigned" });
      if (!coversEnough(head, true)) return refused({ kind: "covers-too-little" });
      // Asked before anything is fetched: a key of another server is never this actor's.
      if (!isSameOrigin(head.keyId, uri)) return refused({ kind: "not-the-actor" });
      return proven(actors, clock, request, head.keyId, uri);
    },
    whoseFetch: async (request) => {
      const head = readSignatureHead(request.headers);
      if (head === undefined) return refused({ kind: "unsigned" });
      if (!coversEnough(head, false)) return refused({ kind: "covers-too-little" });
      const uri = owners.get(head.keyId) ?? head.keyId.replace(/#.*$/s, "");
      const signer = await proven(actors, clock, request, head.keyId, uri);
      if (signer.ok) owners.set(head.keyId, signer.value.actor.uri);
      return signer;
    },
  };
}

async function proven(
  actors: RemoteActors,
  clock: Clock,
  request: SignedRequest,
  keyId: string,
  uri: string,
): Promise<Result<KnownActor, SignatureProblem>> {
  const found = await actors.find(uri);
  if (!found.ok) return refused(problemFrom(found.refusal));
  const first = await signedWith(request, keyId, found.value, clock());
  if (first.ok) return keptWhenProven(actors, first.value);
  // The key may be new: ask its owner's server, which is possible once in a while only.
  const anew = await actors.refresh(found.value.actor.uri);
  if (!anew.ok) return first;
  const second = await signedWith(request, keyId, anew.value, clock());
  return second.ok ? keptWhenProven(actors, second.value) : second;
}

async function signedWith(
  request: SignedRequest,
  keyId: string,
  known: KnownActor,
  now: Temporal.Instant,
): Promise<Result<KnownActor, SignatureProblem>> {
  const key = known.keys.find(({ id }) => id === keyId);
  const object = key === undefined ? undefined : await keyObjectFrom(key);
  if (object === undefined) return refused({ kind: "unknown-key" });
  return (await isSignedBy(request, keyId, object, now)) ? accepted(known) : refused({ kind: "wrong-signature" });
}

async function keptWhenProven(actors: RemoteActors, known: KnownActor): Promise<Result<KnownActor, SignatureProblem>> {
  await actors.keep(known);
  return accepted(known);
}

function problemFrom({ kind }: DocumentFailure): SignatureProblem {
  return { kind: kind === "unreachable" ? "unreachable" : "unknown-key" };
}
