import type { Activity } from "@fedify/vocab";
import type { Object as ActivityPubObject } from "@fedify/vocab";
import type { Application } from "../application.ts";
import type { LoggedEvent } from "../activity-log/event.ts";
import type { Json } from "../base/canonical-json.ts";

/**
 * A JSON-LD document as it is to travel, with its `@context`; members that are `undefined` are left out. It is sent and served
 * as it stands, so that terms of Mobilizon or FEP-8a8e, which the vocabulary's classes do not know, are not lost.
 */
export type ActivityDocument = { readonly [name: string]: Json | undefined };

/**
 * An activity to send, and to whom. Its id derives from the event's, so that a repeated delivery is recognisable. An Update whose
 * object is the sender's own URI carries the sender's document, as it stands when it goes out.
 */
export interface Outgoing {
  /** The id of the local actor that says it. */
  readonly from: string;
  readonly activity: Activity | ActivityDocument;
  readonly to: OutgoingAudience;
}

/** Everyone who follows the sender, or actors by their URIs. A direct message names one. */
export type OutgoingAudience =
  | { readonly kind: "followers" }
  | { readonly kind: "actors"; readonly uris: readonly string[] };

/** Given an event, says what to publish. It changes nothing itself. */
export interface Publisher {
  readonly name: string;
  readonly events: readonly string[];
  publish(application: Application, event: LoggedEvent): Promise<readonly Outgoing[]>;
}

/** Where the objects of one kind are served: at the same path as their page. */
export interface ObjectRoute {
  /** The class of Fedify's vocabulary, for those who look for what is served. */
  readonly type: typeof ActivityPubObject & (new (...values: never[]) => ActivityPubObject);
  /** URI template with the variables in braces: `/gatherings/{id}/event`. */
  readonly path: string;
  /**
   * The object, or undefined when there is none or this requester may not see it. `requester` is the proven signer of the
   * fetch; it is asked for without one first, and what is found then is public and may be kept by caches.
   */
  load(
    application: Application,
    values: Readonly<Record<string, string>>,
    requester: string | undefined,
  ): Promise<ActivityPubObject | ActivityDocument | undefined>;
}
