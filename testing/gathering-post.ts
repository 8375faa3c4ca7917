import { meetRemoteActor, personByActor } from "../src/accounts/index.ts";
import { createRouter } from "../src/kernel/federation/inbox/router.ts";
import type { DirectReply, ReceivedObject, RemoteActor } from "../src/kernel/federation/received.ts";
import { actorUrl } from "../src/gatherings/federation/addresses.ts";
import { gatheringInbox } from "../src/gatherings/federation/inbox.ts";
import { valueOf } from "./community-cast.ts";
import type { CastGathering, GatheringCast } from "./gathering-cast.ts";

/** What people write to gatherings from their own servers, and what they are answered at once. */
export interface GatheringPost {
  /** Lets `@name@host` say something to the gathering, to it alone unless `said` says otherwise. */
  write(about: CastGathering, account: string, text: string, said?: Partial<ReceivedObject>): Promise<void>;
  /** Lets `@name@host` like something. */
  like(account: string, objectId: string): Promise<void>;
  /** Everything answered so far, in order. */
  readonly replies: readonly DirectReply[];
}

/** Opens the inbox of gatherings for a cast. */
export function openGatheringPost({ application, clock }: GatheringCast): GatheringPost {
  const replies: DirectReply[] = [];
  const router = createRouter({
    application,
    recognisers: gatheringInbox,
    people: {
      personFor: async (actor) => {
        const known = await personByActor(application.read, actor.uri);
        if (known !== undefined) return known;
        const by = { actor: { kind: "visitor" }, origin: { from: "federated", key: actor.uri } } as const;
        return valueOf(await application.execute(meetRemoteActor, actor, by)).personId;
      },
      isBlocked: async () => false,
      sendReply: async (reply) => void replies.push(reply),
      forgetFollowers: async () => {},
    },
    actors: { ask: async () => ({ ok: false, refusal: { kind: "unreachable" } }), forget: async () => {} },
  });
  let sent = 0;
  return {
    replies,
    write: (about, account, text, said = {}) => {
      const actor = actorAt(account);
      sent += 1;
      const id = `${actor.uri}#notes/${sent}`;
      const audience = [actorUrl(application.origin, about.gatheringId)];
      const unsaid = { ...unwritten, published: undefined, language: undefined, isPublic: false };
      const object = { id, type: "Note", attributedTo: actor.uri, text, audience, ...unsaid, ...said };
      const received = { id: `${id}/activity`, type: "Create", actor, objectId: id, object, ...nothing };
      return router.route({ ...received, receivedAt: clock.now() });
    },
    like: (account, objectId) => {
      const actor = actorAt(account);
      sent += 1;
      const received = { id: `${actor.uri}#likes/${sent}`, type: "Like", actor, objectId, object: undefined };
      return router.route({ ...received, ...nothing, receivedAt: clock.now() });
    },
  };
}

const nothing = { inner: undefined, target: undefined, movedTo: undefined, objects: [], text: undefined };
const unwritten = {
  inReplyTo: undefined,
  name: undefined,
  html: undefined,
  summary: undefined,
  url: undefined,
  poll: undefined,
};

function actorAt(account: string): RemoteActor {
  const [, name = "", host = ""] = account.split("@");
  const uri = `https://${host}/users/${name}`;
  return {
    uri,
    handle: account,
    host,
    name: name.charAt(0).toUpperCase() + name.slice(1),
    url: `https://${host}/@${name}`,
    inbox: `${uri}/inbox`,
    sharedInbox: undefined,
    followers: undefined,
    type: "Person",
    alsoKnownAs: [],
    movedTo: undefined,
    keyChangedAt: undefined,
  };
}
