import type { Gathering } from "../store/gatherings.read.ts";

/** Where the things of a gathering live: each at the address of its page, with ids that never change. */

export function actorUrl(origin: URL, gatheringId: string): string {
  return new URL(`/actors/${gatheringId}`, origin).href;
}

export function gatheringUrl(origin: URL, gatheringId: string): string {
  return new URL(`/gatherings/${gatheringId}`, origin).href;
}

/** The first post: what is planned, and how to hear of it. */
export function announcementUrl(origin: URL, gatheringId: string): string {
  return `${gatheringUrl(origin, gatheringId)}/announcement`;
}

/** The native poll that asks when. `personId` is set for the copy sent to one person who does not follow the gathering. */
export function pollUrl(origin: URL, gatheringId: string, pollId: string, personId?: string): string {
  const poll = `${gatheringUrl(origin, gatheringId)}/polls/${pollId}`;
  return personId === undefined ? poll : `${poll}/for/${personId}`;
}

/** The event of one session. */
export function sessionUrl(origin: URL, gatheringId: string, sessionId: string): string {
  return `${gatheringUrl(origin, gatheringId)}/sessions/${sessionId}`;
}

/** The native poll that asks who comes to one session. `personId` as for {@link pollUrl}. */
export function rsvpUrl(origin: URL, gatheringId: string, sessionId: string, personId?: string): string {
  const rsvp = `${sessionUrl(origin, gatheringId, sessionId)}/rsvp`;
  return personId === undefined ? rsvp : `${rsvp}/for/${personId}`;
}

/** The message by which one target of outreach is asked. */
export function invitationUrl(origin: URL, gatheringId: string, targetId: string): string {
  return `${gatheringUrl(origin, gatheringId)}/invitations/${targetId}`;
}

/** Whose invitation an address is; undefined for any other. */
export function invitedBy(
  origin: URL,
  url: string,
): { readonly gatheringId: string; readonly targetId: string } | undefined {
  if (!url.startsWith(`${origin.origin}/`) || url.length > 500) return undefined;
  const [, gatheringId = "", targetId = ""] = ofInvitation.exec(url.slice(origin.origin.length)) ?? [];
  return gatheringId === "" ? undefined : { gatheringId, targetId };
}

/** What an address of ours is about. `personId` is set for the copy of a poll that was sent to one person. */
export type Matter =
  | { readonly kind: "gathering"; readonly gatheringId: string }
  | {
      readonly kind: "poll";
      readonly gatheringId: string;
      readonly pollId: string;
      readonly personId: string | undefined;
    }
  | { readonly kind: "session"; readonly gatheringId: string; readonly sessionId: string }
  | {
      readonly kind: "rsvp";
      readonly gatheringId: string;
      readonly sessionId: string;
      readonly personId: string | undefined;
    };

const id = "([0-9a-f-]{36})";
const ofGathering = new RegExp(
  `^/(?:actors|gatherings)/${id}(?:/announcement|/minutes|/minutes/note|/helpers/[^/]+|/notes/[^/]+|/invitations/[^/]+)?$`,
);
const ofInvitation = new RegExp(`^/gatherings/${id}/invitations/${id}$`);
const ofPoll = new RegExp(`^/gatherings/${id}/polls/${id}(?:/for/${id})?$`);
const ofSession = new RegExp(`^/gatherings/${id}/sessions/${id}$`);
const ofRsvp = new RegExp(`^/gatherings/${id}/sessions/${id}/rsvp(?:/for/${id})?$`);

/** Reads an address back; undefined for one that is not ours, or not of a gathering. Whether the thing exists is not asked. */
export function matterOf(origin: URL, url: string): Matter | undefined {
  if (!url.startsWith(`${origin.origin}/`) || url.length > 500) return undefined;
  const path = url.slice(origin.origin.length);
  const [, gatheringId = "", second = "", personId] =
    ofGathering.exec(path) ?? ofPoll.exec(path) ?? ofSession.exec(path) ?? ofRsvp.exec(path) ?? [];
  if (gatheringId === "") return undefined;
  if (second === "") return { kind: "gathering", gatheringId };
  if (path.includes("/polls/")) return { kind: "poll", gatheringId, pollId: second, personId };
  if (path.includes("/rsvp")) return { kind: "rsvp", gatheringId, sessionId: second, personId };
  return { kind: "session", gatheringId, sessionId: second };
}

/** `@first-gathering@gather.example`. */
export function fullHandle(origin: URL, gathering: Pick<Gathering, "handle">): string {
  return `@${gathering.handle}@${origin.host}`;
}
