import type { ReceivedActivity, ReceivedObject } from "../src/kernel/federation/received.ts";

let notes = 0;

/** A message of somebody on `social.example` to our local actor `town` alone, as the inbox hands it on. */
export function directNote(
  name: string,
  text: string | undefined,
  changes: Partial<ReceivedObject> = {},
): ReceivedActivity {
  notes += 1;
  const uri = `https://social.example/users/${name}`;
  const object: ReceivedObject = {
    id: `https://social.example/notes/${notes}`,
    type: "Note",
    attributedTo: uri,
    inReplyTo: undefined,
    name: undefined,
    text,
    html: undefined,
    summary: undefined,
    url: undefined,
    poll: undefined,
    published: undefined,
    audience: ["https://gather.example/actors/town"],
    isPublic: false,
    language: undefined,
    ...changes,
  };
  return {
    id: `https://social.example/activities/${notes}`,
    type: "Create",
    actor: {
      uri,
      handle: `@${name}@social.example`,
      host: "social.example",
      name,
      url: `https://social.example/@${name}`,
      inbox: `${uri}/inbox`,
      sharedInbox: undefined,
      followers: undefined,
      type: "Person",
      alsoKnownAs: [],
      movedTo: undefined,
      keyChangedAt: undefined,
    },
    objectId: object.id,
    object,
    inner: undefined,
    target: undefined,
    movedTo: undefined,
    objects: [],
    text: undefined,
    receivedAt: Temporal.Instant.from("2027-02-01T10:00:00Z"),
  };
}
