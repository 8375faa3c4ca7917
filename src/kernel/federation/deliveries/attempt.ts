import type { Application } from "../../application.ts";
import { boundedMap } from "../bounded-map.ts";
import type { Egress } from "../egress/egress.ts";
import type { FederatedPeople } from "../federation-options.ts";
import type { ActorKeys } from "../keys/actor-keys.ts";
import type { RemoteActors } from "../remote-actors/remote-actors.ts";
import { signRequest, type SignatureScheme } from "../signatures/sign-request.ts";
import type { ClaimedDelivery } from "./claim-deliveries.ts";
import { deliveryTables } from "./deliveries.tables.ts";
import { outcomeOfStatus, type Outcome } from "./outcome.ts";

const REMEMBERED_ACTIVITIES = 200;

/** What an attempt to deliver needs. */
export interface AttemptOptions {
  readonly application: Application;
  readonly egress: Egress;
  readonly keys: ActorKeys;
  readonly actors: Pick<RemoteActors, "find">;
  readonly people: Pick<FederatedPeople, "isBlocked">;
}

/** What became of an attempt, and how the host wanted it signed. */
export interface Attempted {
  readonly outcome: Outcome;
  readonly scheme: SignatureScheme;
  /** The local actor that said it; undefined when nobody knows any more. */
  readonly sender: string | undefined;
}

/** Tries to deliver, once. */
export type Attempt = (claimed: ClaimedDelivery) => Promise<Attempted>;

/** Attempts through the egress guard, signed as the host last wanted it; one that refuses the signature is knocked at again with the other. */
export function createAttempt(options: AttemptOptions): Attempt {
  const { application, egress, keys } = options;
  const said = boundedMap<string, { readonly sender: string; readonly body: Uint8Array }>(REMEMBERED_ACTIVITIES);

  const activityOf = async (id: string) => {
    const known = said.get(id);
    if (known !== undefined) return known;
    const row = await deliveryTables(application.read)
      .selectFrom("outgoing_activities")
      .select(["sender", "document"])
      .where("id", "=", id)
      .executeTakeFirst();
    if (row === undefined) return undefined;
    const activity = { sender: row.sender, body: Buffer.from(row.document) };
    said.set(id, activity);
    return activity;
  };

  const knock = async (
    inbox: string,
    activity: { readonly sender: string; readonly body: Uint8Array },
    scheme: SignatureScheme,
  ) => {
    const { rsa } = await keys.of(activity.sender);
    const signer = { keyId: rsa.id, privateKey: rsa.privateKey };
    return egress.fetch({
      url: inbox,
      method: "POST",
      headers: { "content-type": "application/activity+json" },
      body: activity.body,
      accepts: [],
      sign: (hop) => signRequest(scheme, hop, signer, application.clock()),
    });
  };

  return async (claimed) => {
    if (await isShutOut(options, claimed)) {
      return { outcome: { kind: "withheld" }, scheme: claimed.scheme, sender: undefined };
    }
    const activity = await activityOf(claimed.activity);
    if (activity === undefined)
      return { outcome: never("the activity is gone"), scheme: claimed.scheme, sender: undefined };
    const { sender } = activity;
    const inbox = await inboxOf(options, claimed);
    if (typeof inbox !== "string") return { outcome: inbox, scheme: claimed.scheme, sender };
    const first = await knock(inbox, activity, claimed.scheme);
    const isUnread = first.ok && (first.value.status === 401 || first.value.status === 400);
    const other = claimed.scheme === "cavage" ? "rfc9421" : "cavage";
    const second = isUnread ? await knock(inbox, activity, other) : undefined;
    const answer = second?.ok === true && second.value.status < 300 ? second : first;
    const scheme = answer === second ? other : claimed.scheme;
    if (answer.ok) {
      const { status, headers } = answer.value;
      return { outcome: outcomeOfStatus(status, headers["retry-after"], application.clock()), scheme, sender };
    }
    const { detail, mayRetry } = answer.refusal;
    return { outcome: mayRetry ? later(detail) : never(detail), scheme, sender };
  };
}

/** Looked at for each attempt: what was said before a host was blocked does not go there either. */
function isShutOut({ people }: AttemptOptions, { host }: ClaimedDelivery): Promise<boolean> {
  // By the host alone: an inbox is nobody's, and whoever is suspended may be told so.
  return people.isBlocked({ uri: `https://${host}/`, host });
}

async function inboxOf({ actors }: AttemptOptions, claimed: ClaimedDelivery): Promise<string | Outcome> {
  if (claimed.kind === "inbox") return claimed.address;
  const found = await actors.find(claimed.address);
  if (found.ok) return found.value.actor.inbox;
  if (found.refusal.kind === "unreachable") return later("its server cannot be reached");
  return found.refusal.kind === "gone"
    ? { kind: "refused", why: "the actor is gone", isGone: true }
    : never("there is no such actor");
}

function later(why: string): Outcome {
  return { kind: "later", why, isHostDown: true, after: undefined };
}

function never(why: string): Outcome {
  return { kind: "refused", why, isGone: false };
}
