import type { Application } from "../src/kernel/application.ts";
import { documentFetcher } from "../src/kernel/federation/documents/fetch-document.ts";
import { createEgress } from "../src/kernel/federation/egress/create-egress.ts";
import type { Egress } from "../src/kernel/federation/egress/egress.ts";
import { lookUpActor } from "../src/kernel/federation/remote-actors/look-up.ts";
import { createRemoteActors } from "../src/kernel/federation/remote-actors/remote-actors.ts";
import type { RemoteActor } from "../src/kernel/federation/received.ts";
import type { LookUpFailure } from "../src/kernel/federation/federation-handle.ts";
import type { Result } from "../src/kernel/base/result.ts";
import { freshKeys } from "./foreign-actor.ts";

/** The guard of all fetches and the search for actors as they are in earnest, but for loopback addresses. */
export function realLookUp(application: Application): {
  readonly egress: Egress;
  readonly lookUpActor: (name: string) => Promise<Result<RemoteActor, LookUpFailure>>;
} {
  const { origin, clock } = application;
  const egress = createEgress({ origin, clock, version: "0", reachesPrivateAddresses: true });
  const keys = freshKeys();
  const signer = async () => ({ keyId: `${origin.origin}/actors/server#main-key`, privateKey: keys.privateKey });
  const fetchDocument = documentFetcher(egress, clock, signer);
  const asking = { egress, fetchDocument, clock, scheme: "http:" } as const;
  const actors = createRemoteActors(application, asking);
  return { egress, lookUpActor: (name) => lookUpActor(asking, actors, name) };
}
