import type { Application } from "../../application.ts";
import { accepted, refused, type Result } from "../../base/result.ts";
import { boundedMap } from "../bounded-map.ts";
import type { DocumentFailure } from "../documents/fetch-document.ts";
import type { RemoteActor } from "../received.ts";
import { askActor, type Asking } from "./ask-actor.ts";
import {
  dropActor,
  keepActor,
  keptActor,
  pruneActors,
  usualQuota,
  type ActorQuota,
  type KnownActor,
} from "./kept-actors.ts";

const REMEMBERED = 5000;
const REMEMBERED_FOR = Temporal.Duration.from({ minutes: 10 });
const FRESH_FOR = Temporal.Duration.from({ hours: 24 });
const NOT_AGAIN_BEFORE = Temporal.Duration.from({ minutes: 5 });
const ASKED_AT_ONCE = 64;
const KEPT_BETWEEN_PRUNINGS = 500;

/** The actors of other servers. */
export interface RemoteActors {
  /** The actor as remembered, kept, or asked for. What is only asked for is not kept: see {@link RemoteActors.keep}. */
  find(uri: string): Promise<Result<KnownActor, DocumentFailure>>;
  /** The actor as remembered by this process, with nothing asked and nothing read. */
  remembered(uri: string): KnownActor | undefined;
  /** Asks its server again, at most once in five minutes: for a signature that does not fit the keys we know. */
  refresh(uri: string): Promise<Result<KnownActor, DocumentFailure>>;
  /** Asks at any age. For a Move, where what both say now counts. */
  ask(url: string): Promise<Result<KnownActor, DocumentFailure>>;
  /** Keeps one that proved to be real, if it is not kept already: it signed something, or a person here looked it up. */
  keep(known: KnownActor): Promise<void>;
  forget(uri: string): Promise<void>;
  prune(): Promise<void>;
}

interface Memory {
  readonly known: KnownActor;
  readonly isKept: boolean;
  readonly until: Temporal.Instant;
}

/** Remote actors over the database, the memory of the process, and their own servers. */
export function createRemoteActors(
  application: Application,
  asking: Asking,
  quota: ActorQuota = usualQuota,
): RemoteActors {
  const memory = boundedMap<string, Memory>(REMEMBERED);
  const askedAt = boundedMap<string, Temporal.Instant>(REMEMBERED);
  const underWay = new Map<string, Promise<Result<KnownActor, DocumentFailure>>>();
  let keptSincePruning = 0;

  const remember = (known: KnownActor, isKept: boolean) =>
    memory.set(known.actor.uri, { known, isKept, until: application.clock().add(REMEMBERED_FOR) });

  const remembered = (uri: string) => {
    const entry = memory.get(uri);
    return entry !== undefined && Temporal.Instant.compare(application.clock(), entry.until) < 0
      ? entry.known
      : undefined;
  };

  const recall = async (uri: string) => {
    const kept = await keptActor(application, uri);
    if (kept !== undefined) remember(kept, true);
    return kept;
  };

  const ask = (url: string) => {
    const present = underWay.get(url);
    if (present !== undefined) return present;
    if (underWay.size >= ASKED_AT_ONCE) return Promise.resolve(refused<DocumentFailure>({ kind: "unreachable" }));
    askedAt.set(url, application.clock());
    const answer = askAnew(url).finally(() => underWay.delete(url));
    underWay.set(url, answer);
    return answer;
  };

  const askAnew = async (url: string): Promise<Result<KnownActor, DocumentFailure>> => {
    const answer = await askActor(asking, url);
    if (!answer.ok) {
      if (answer.refusal.kind === "gone") await forget(url);
      return answer;
    }
    const before = await keptActor(application, answer.value.actor.uri);
    const known = withKeyChange(before, answer.value);
    if (before !== undefined) await keepActor(application, known);
    remember(known, before !== undefined);
    return accepted(known);
  };

  const keep = async (known: KnownActor) => {
    const entry = memory.get(known.actor.uri);
    if (entry?.known === known && entry.isKept) return;
    await keepActor(application, known);
    remember(known, true);
    if (++keptSincePruning >= KEPT_BETWEEN_PRUNINGS) await prune();
  };

  const forget = async (uri: string) => {
    memory.delete(uri);
    await dropActor(application, uri);
  };

  const prune = async () => {
    keptSincePruning = 0;
    await pruneActors(application, quota);
  };

  return {
    remembered,
    ask,
    keep,
    forget,
    prune,
    find: async (uri) => {
      const near = remembered(uri) ?? (await recall(uri));
      if (near === undefined) return ask(uri);
      if (isYoung(near, application.clock())) return accepted(near);
      const anew = await ask(uri);
      return anew.ok || anew.refusal.kind === "gone" ? anew : accepted(near);
    },
    refresh: async (uri) => {
      const last = askedAt.get(uri);
      const isSoon =
        last !== undefined && Temporal.Instant.compare(application.clock(), last.add(NOT_AGAIN_BEFORE)) < 0;
      return isSoon ? refused({ kind: "unreachable" }) : ask(uri);
    },
  };
}

function isYoung(known: KnownActor, now: Temporal.Instant): boolean {
  return Temporal.Instant.compare(known.fetchedAt.add(FRESH_FOR), now) > 0;
}

/** Notes when an actor shows none of the keys it had: its server was reinstalled, or somebody else has its domain now. */
function withKeyChange(before: KnownActor | undefined, now: KnownActor): KnownActor {
  if (before === undefined) return now;
  const had = new Set(before.keys.map((key) => JSON.stringify(key)));
  const isSame = before.keys.length === 0 || now.keys.some((key) => had.has(JSON.stringify(key)));
  const actor: RemoteActor = { ...now.actor, keyChangedAt: isSame ? before.actor.keyChangedAt : now.fetchedAt };
  return { ...now, actor };
}
