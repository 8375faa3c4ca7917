/**
 * What somebody wants to do at their own server with a thing of ours: follow an actor, or open something there, to vote in it, to
 * reply to it or to pass it on.
 */
export type HomeIntent = "follow" | "open";

/** How somebody gets from here to doing something at their own server. */
export type WayHome =
  /** Straight to the dialog there. */
  | { readonly kind: "dialog"; readonly url: string; readonly host: string }
  /** Its software has no such dialog, or none we know: the reader pastes the address into its search. `software` is as it names itself. */
  | { readonly kind: "by-search"; readonly host: string; readonly software: string | undefined }
  /** What was typed names no server. */
  | { readonly kind: "no-server" }
  /** The server did not answer. */
  | { readonly kind: "unreachable"; readonly host: string };

/** Finds the way for an account or a server as typed, to the thing with this address. Asks that server; never throws. */
export type FindWayHome = (typed: string, intent: HomeIntent, uri: string) => Promise<WayHome>;
