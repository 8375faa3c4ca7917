import type { LoggedEvent } from "../../kernel/activity-log/event.ts";

/** Where the things of a community live. Ids are built from ids, never from handles, and never change. */

/** The URI of a local actor. */
export function actorUri(origin: URL, actorId: string): string {
  return new URL(`/actors/${actorId}`, origin).href;
}

/** The URI of an announcement, which is also its page. */
export function announcementUri(origin: URL, announcementId: string): string {
  return new URL(`/announcements/${announcementId}`, origin).href;
}

/** The id of an activity: it derives from the event, so that a delivery that is repeated is recognisable. */
export function activityUri(origin: URL, event: LoggedEvent, what: string): string {
  return new URL(`/activities/${event.id}/${what}`, origin).href;
}

/** The id of a boost, by which it can be taken back. */
export function shareUri(origin: URL, shareId: string): string {
  return new URL(`/activities/shares/${shareId}`, origin).href;
}

/** The id of the local actor at a URI; undefined for a URI that is none of ours. Whether it exists is not asked. */
export function localActorId(origin: URL, uri: string | undefined): string | undefined {
  return pathPart(origin, uri, /^\/actors\/([0-9a-f-]{36})$/);
}

/** The id of the announcement at a URI, as {@link localActorId}. */
export function localAnnouncementId(origin: URL, uri: string | undefined): string | undefined {
  return pathPart(origin, uri, /^\/announcements\/([0-9a-f-]{36})$/);
}

/** Every id in an address of ours, whatever it is of: one of them may be an actor's. */
export function idsInAddress(origin: URL, uri: string): readonly string[] {
  const url = ownUrl(origin, uri);
  return url === undefined ? [] : (url.pathname.match(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g) ?? []);
}

function pathPart(origin: URL, uri: string | undefined, path: RegExp): string | undefined {
  const url = uri === undefined ? undefined : ownUrl(origin, uri);
  return url === undefined ? undefined : path.exec(url.pathname)?.[1];
}

function ownUrl(origin: URL, uri: string): URL | undefined {
  const url = uri.length > 2_000 ? null : URL.parse(uri);
  return url?.origin === origin.origin ? url : undefined;
}
