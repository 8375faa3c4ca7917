import type { Database } from "../database/database.ts";

/** An actor of this server: the server itself, a community, a gathering, a person who takes part elsewhere. Its URI is `/actors/<id>`, for ever. */
export interface LocalActor {
  readonly id: string;
  readonly type: "Application" | "Group" | "Service" | "Organization" | "Person";
  /** The part before the host in `@handle@host`; never given to another. */
  readonly handle: string;
  readonly name: string;
  /** Plain text or Markdown as written. */
  readonly summary: string;
  /** The page that people see, as a path: `/gatherings/<id>`. */
  readonly path: string;
  readonly createdAt: Temporal.Instant;
  /** Whether a Follow waits for a yes. */
  readonly approvesFollowers: boolean;
  readonly isDiscoverable: boolean;
  /** Gone for good: its URI answers 410. */
  readonly isGone: boolean;
}

/** Where a capability keeps its actors. */
export interface ActorSource {
  byId(read: Database, id: string): Promise<LocalActor | undefined>;
  byHandle(read: Database, handle: string): Promise<LocalActor | undefined>;
  /** Inboxes of all who follow it, a page at a time: `after` is the last URI of the page before. */
  followers(
    read: Database,
    id: string,
    page: { readonly after: string; readonly limit: number },
  ): Promise<readonly FollowerInbox[]>;
  countFollowers(read: Database, id: string): Promise<number>;
}

export interface FollowerInbox {
  readonly uri: string;
  readonly inbox: string;
  readonly sharedInbox: string | undefined;
}

/** The id of the actor that stands for the server itself: it signs every fetch and takes sign-in codes. */
export const serverActorId = "server";
