import { accepted, refused, type Result } from "../../../kernel/base/result.ts";

/** A Matrix room, or a webhook: an address that is told by a POST. */
export const outletKinds = ["matrix", "webhook"] as const;
export type OutletKind = (typeof outletKinds)[number];

/** The news of a gathering that may go elsewhere, in the order in which they come about. */
export const newsKinds = ["asked", "dated", "changed", "called-off", "soon", "minuted"] as const;
export type NewsKind = (typeof newsKinds)[number];

/** The most outlets of one gathering. */
export const mostOutlets = 5;

/** Why something could not be sent to an outlet. */
export const troubles = [
  "unreachable",
  "too-slow",
  "busy",
  "failing",
  "odd-answer",
  "not-allowed-there",
  "token-refused",
  "not-in-room",
  "no-such-room",
  "gone",
  "unreadable-secret",
] as const;
export type Trouble = (typeof troubles)[number];

/** What was typed is no address of an outlet. */
export interface NotAnOutletAddress {
  readonly kind: "not-an-outlet-address";
}

/** What was typed is no room of Matrix. */
export interface NotARoomName {
  readonly kind: "not-a-room-name";
}

const longestAddress = 1000;

/**
 * The address of a webhook, or the refusal `not-an-outlet-address`. By https alone, but for a receiver on the loopback, as in trials: it may
 * hold a secret, and what is sent there must not be read or changed on the way.
 *
 * `readWebhook("https://hooks.example/t/1 ")` gives `https://hooks.example/t/1`.
 */
export function readWebhook(typed: string): Result<string, NotAnOutletAddress> {
  const url = addressFrom(typed);
  return url === undefined ? refused({ kind: "not-an-outlet-address" }) : accepted(url.href);
}

/**
 * The origin of a homeserver, or the refusal `not-an-outlet-address`; a bare name stands for https.
 *
 * `readHomeserver("matrix.example")` gives `https://matrix.example`.
 */
export function readHomeserver(typed: string): Result<string, NotAnOutletAddress> {
  const text = typed.trim();
  const url = addressFrom(/^https?:\/\//i.test(text) ? text : `https://${text}`);
  const isOrigin = url !== undefined && url.pathname === "/" && url.search === "";
  return isOrigin ? accepted(url.origin) : refused({ kind: "not-an-outlet-address" });
}

/**
 * A room of Matrix by its id or alias, or the refusal `not-a-room-name` (Matrix specification 1.11, appendices, 4.2.2 and 4.2.3; ids
 * without a server are of room version 12).
 *
 * `readRoomName(" #circle:matrix.example ")` gives `#circle:matrix.example`.
 */
export function readRoomName(typed: string): Result<string, NotARoomName> {
  const name = typed.trim();
  const isRoom = /^(#[^\s:]+:[^\s:]+(:\d+)?|![^\s:]+(:[^\s:]+(:\d+)?)?)$/.test(name) && name.length <= 255;
  return isRoom ? accepted(name) : refused({ kind: "not-a-room-name" });
}

function addressFrom(typed: string): URL | undefined {
  const url = URL.parse(typed.trim());
  if (url === null || url.username !== "" || url.password !== "" || url.href.length > longestAddress) return undefined;
  const isLoopback = /^127(\.\d+){3}$/.test(url.hostname);
  if (isLoopback && url.protocol === "http:") return url;
  return url.protocol === "https:" && url.hostname.includes(".") ? url : undefined;
}
