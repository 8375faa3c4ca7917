import { randomUUID } from "node:crypto";
import {
  isActorRefused,
  isHostBlocked,
  personForActor,
  serverSettings,
  type ActorServices,
} from "../accounts/index.ts";
import { communityById, forgetListeners } from "../communities/index.ts";
import { directoryActorId, endFollowers } from "../directory/index.ts";
import { contactFinder, type FindContact } from "../gatherings/federation/outreach/find-contact.ts";
import { gatheringById } from "../gatherings/store/gatherings.read.ts";
import type { Application } from "../kernel/application.ts";
import type { Capability } from "../kernel/capability.ts";
import { createFederation } from "../kernel/federation/federation.ts";
import { createEgress } from "../kernel/federation/egress/create-egress.ts";
import type { FederationHandle } from "../kernel/federation/federation-handle.ts";
import { wayHomeFinder } from "../kernel/federation/remote-interaction.ts";
import type { FindWayHome } from "../kernel/way-home.ts";
import type { Egress } from "../kernel/federation/egress/egress.ts";
import type { AboutServer, FederatedPeople, FederationOptions } from "../kernel/federation/federation-options.ts";
import { answerDirectly } from "../kernel/notifications/answer-directly.ts";
import type { ProcessLog } from "../kernel/process-log.ts";
import { aboutServer, version } from "./about-server.ts";
import { personalDataOf } from "./capabilities.ts";
import type { Configuration } from "./configuration.ts";

/** The handle of the server's own actor: `@koinon@gather.example`. */
const serverActorHandle = "koinon";

/** Federation, opened in two steps: accounts and communities need some of it before it can know their parts. A resource. */
export interface OpenedFederation {
  /** `@koinon@gather.example`: the server's actor, which takes sign-in codes. */
  readonly serverHandle: string;
  /** How accounts elsewhere are found and proven. */
  readonly toProve: { readonly egress: Egress; readonly lookUpActor: FederationHandle["lookUpActor"] };
  readonly findWayHome: FindWayHome;
  /** How outreach finds whom to ask. */
  readonly findContact: FindContact;
  /** Puts it together, once all capabilities are there. */
  begin(): FederationHandle;
  close(): void;
}

/** Opens federation; `capabilities` is asked when it begins. */
export function openFederation(
  application: Application,
  configuration: Configuration,
  capabilities: () => readonly Capability[],
  log: ProcessLog,
): OpenedFederation {
  const { origin, allowsPrivateAddresses } = configuration;
  const egress = createEgress({
    origin,
    clock: application.clock,
    version,
    reachesPrivateAddresses: allowsPrivateAddresses,
    isShutOut: (host) => isHostBlocked(application.read, host),
  });
  const scheme = origin.protocol === "https:" ? "https:" : "http:";
  let handle: FederationHandle | undefined;
  const begun = () => {
    if (handle === undefined) throw new Error("federation is asked before it has begun");
    return handle;
  };
  return {
    serverHandle: `@${serverActorHandle}@${origin.host}`,
    toProve: { egress, lookUpActor: (name) => begun().lookUpActor(name) },
    findWayHome: wayHomeFinder(egress, scheme),
    findContact: contactFinder({ egress, scheme, lookUpActor: (name) => begun().lookUpActor(name) }),
    begin: () => {
      const lookUpActor: ActorServices["lookUpActor"] = (name) => begun().lookUpActor(name);
      return (handle ??= createFederation(federationOptions(application, capabilities(), egress, lookUpActor, log)));
    },
    close: () => egress.close(),
  };
}

/** What federation is given: the capabilities' parts, and what only they know of people. */
function federationOptions(
  application: Application,
  capabilities: readonly Capability[],
  egress: Egress,
  lookUpActor: ActorServices["lookUpActor"],
  log: ProcessLog,
): FederationOptions {
  // Accounts come last: a STOP to a gathering is for that gathering, and only one to nobody in particular ends all messages.
  const listeners = capabilities.toReversed();
  return {
    application,
    isEnabled: true,
    egress,
    server: { handle: serverActorHandle, createdAt: firstDay, describe: () => describeServer(application) },
    actors: capabilities.flatMap((capability) => capability.actors ?? []),
    recognisers: listeners.flatMap((capability) => capability.inbox ?? []),
    publishers: capabilities.flatMap((capability) => capability.outbox ?? []),
    objects: capabilities.flatMap((capability) => capability.objects ?? []),
    people: federatedPeople({ application, lookUpActor, personalData: personalDataOf(capabilities) }),
    about: (): Promise<AboutServer> => aboutServer(application),
    report: {
      refused: ({ from, reason }) => log.note("inbox-refused", { from: from ?? "unknown", reason }),
      failed: ({ doing, id }, cause) => log.failure("federation-failed", cause, { doing, id }),
    },
  };
}

/** The server's actor says of itself that it is as old as the program's first version; nobody asks how old this copy is. */
const firstDay = Temporal.Instant.from("2026-11-22T00:00:00Z");

async function describeServer(application: Application) {
  const { name, description } = await serverSettings(application.read);
  return { name, summary: description };
}

function federatedPeople(services: ActorServices): FederatedPeople {
  const { application } = services;
  return {
    personFor: (actor) => personForActor(services, actor),
    isBlocked: (actor) => isActorRefused(application.read, actor),
    sendReply: (reply, to) => answerDirectly(application, reply, to),
    forgetFollowers: (from, uris) => forget(application, from, uris),
  };
}

async function forget(application: Application, from: string, uris: readonly string[]): Promise<void> {
  const by = { actor: { kind: "clock" }, origin: { from: "clock", key: randomUUID() } } as const;
  if (from === directoryActorId) {
    await application.execute(endFollowers, { uris: [...uris] }, by);
    return;
  }
  const community =
    (await communityById(application.read, from))?.id ?? (await gatheringById(application.read, from))?.communityId;
  if (community === undefined) return;
  await application.execute(forgetListeners, { communityId: community, actorId: from, uris }, by);
}
