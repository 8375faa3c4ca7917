import type { RemoteActor } from "../src/kernel/federation/received.ts";

/** Somebody of `social.example`, as that server describes them. */
export function remoteActor(uri: string): RemoteActor {
  const unsaid = { sharedInbox: undefined, followers: undefined, movedTo: undefined, keyChangedAt: undefined };
  const name = uri.split("/").at(-1) ?? "";
  const handle = `@${name}@social.example`;
  return {
    uri,
    handle,
    host: "social.example",
    name,
    url: uri,
    inbox: `${uri}/inbox`,
    type: "Person",
    alsoKnownAs: [],
    ...unsaid,
  };
}
