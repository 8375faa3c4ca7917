import { accepted, refused, type Result } from "../../../kernel/base/result.ts";

/** The most characters of a link to a room; those of BigBlueButton and Jitsi stay far below. */
export const longestRoomLink = 500;

/** What was typed is no link to a room. */
export interface NotARoomLink {
  readonly kind: "not-a-room-link";
}

/**
 * The link to a video room, of whatever program, as it is shown and sent; or the refusal `not-a-room-link`.
 *
 * By https alone: whoever follows it gives their voice and picture to what answers there. A link with a name or password in front of the
 * host is refused, since it shows one host and leads to another.
 *
 * `readRoomLink("https://meet.example/hall ")` gives `https://meet.example/hall`.
 */
export function readRoomLink(typed: string): Result<string, NotARoomLink> {
  const url = URL.parse(typed.trim());
  const isRoom = url?.protocol === "https:" && url.username === "" && url.password === "" && url.hostname.includes(".");
  return url !== null && isRoom && url.href.length <= longestRoomLink
    ? accepted(url.href)
    : refused({ kind: "not-a-room-link" });
}
