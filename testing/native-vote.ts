import type { ForeignActor } from "./foreign-actor.ts";

/** Where a native poll stands. */
export interface PollPlace {
  readonly uri: string;
  /** The actor that asks. */
  readonly actorUri: string;
}

/** A vote in a native poll as Mastodon sends it. The same voter, option and `times` make the same activity again. */
export function nativeVote(voter: Pick<ForeignActor, "id">, poll: PollPlace, option: string, times = 1) {
  const id = `${voter.id}#votes/${poll.uri.split("/").at(-2)}-${option.replaceAll(" ", "-")}-${times}`;
  return {
    "@context": "https://www.w3.org/ns/activitystreams",
    id: `${id}/activity`,
    type: "Create",
    actor: voter.id,
    to: poll.actorUri,
    object: {
      id,
      type: "Note",
      name: option,
      attributedTo: voter.id,
      to: poll.actorUri,
      inReplyTo: poll.uri,
    },
  };
}
