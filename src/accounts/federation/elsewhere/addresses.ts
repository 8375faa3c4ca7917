/** Where the things of people who take part elsewhere live; ids that never change. */

export function personActorUri(origin: URL, actorId: string): string {
  return new URL(`/actors/${actorId}`, origin).href;
}

/** The id of a Follow, by which it is answered and taken back. */
export function followUri(origin: URL, followId: string): string {
  return new URL(`/activities/follows/${followId}`, origin).href;
}

/** The id of one vote; its activity is at `…/activity`. */
export function voteUri(origin: URL, answerId: string, place: number): string {
  return new URL(`/messages/${answerId}-${place}`, origin).href;
}

const id = "([0-9a-f-]{36})";

/** The id in the URI of a local actor; undefined for a URI that is none of ours. Whether it exists is not asked. */
export function localActorIdIn(origin: URL, uri: string): string | undefined {
  return idIn(origin, uri, new RegExp(`^/actors/${id}$`));
}

/** The id of one of our Follows, as {@link localActorIdIn}. */
export function followIdIn(origin: URL, uri: string): string | undefined {
  return idIn(origin, uri, new RegExp(`^/activities/follows/${id}$`));
}

function idIn(origin: URL, uri: string, path: RegExp): string | undefined {
  const url = uri.length > 2_000 ? null : URL.parse(uri);
  return url?.origin === origin.origin ? path.exec(url.pathname)?.[1] : undefined;
}
