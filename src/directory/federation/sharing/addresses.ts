import { directoryActorPath } from "../../model/sharing/directory-actor.ts";

/** The URI of the actor that speaks for this directory. */
export function directoryActorUri(origin: URL): string {
  return new URL(directoryActorPath, origin).href;
}

/** The id of a Follow of another directory, by which it is answered and taken back. */
export function directoryFollowUri(origin: URL, followId: string): string {
  return new URL(`/activities/directory-follows/${followId}`, origin).href;
}

/** The id in such a URI; undefined for a URI that is none of ours. Whether it exists is not asked. */
export function directoryFollowIn(origin: URL, uri: string): string | undefined {
  const url = uri.length > 2_000 ? null : URL.parse(uri);
  const found =
    url?.origin === origin.origin ? /^\/activities\/directory-follows\/([0-9a-f-]{36})$/.exec(url.pathname) : null;
  return found?.[1];
}

/** Where the changes of a directory are, beside its page; and with `after`, those after a number. */
export function changesBeside(page: string, after?: number): URL {
  const url = new URL(`${page.replace(/\/$/, "")}/changes.json`);
  if (after !== undefined) url.searchParams.set("after", `${after}`);
  return url;
}
