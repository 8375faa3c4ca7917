import { personByActor } from "../../../accounts/index.ts";
import type {
  InboxReading,
  ReceivedActivity,
  ReceivedObject,
  Recogniser,
  Recognition,
} from "../../../kernel/federation/received.ts";
import { hearWallPost } from "../../commands/wall/hear-wall-post.ts";
import { forgetWallAuthor, stopGathering, takeOffWall } from "../../commands/wall/take-off-wall.ts";
import { questionOf } from "../../model/gathering.ts";
import { readReply } from "../../model/reply.ts";
import { carriesHashtag } from "../../model/wall/wall.ts";
import { gatheringById, type Gathering } from "../../store/gatherings.read.ts";
import { wallPostByUri, wallPostsBy } from "../../store/wall/wall.read.ts";
import { matterOf } from "../addresses.ts";
import { replyTo } from "../answers.ts";
import { about, gatheringOfReply } from "../inbox.ts";

/** STOP to a gathering: of its messages, and of one's posts on its wall. Stands before what reads other replies. */
export const wallStopping: Recogniser = {
  name: "gatherings/wall-stopping",
  types: ["Create"],
  async recognise(activity, reading) {
    const { text, name } = activity.object ?? {};
    const isSaid = text !== undefined && name === undefined;
    const gathering = isSaid ? await gatheringOfReply(activity, reading) : undefined;
    if (text === undefined || gathering === undefined) return undefined;
    if (readReply(text, questionOf(gathering.state) ?? "rsvp").kind !== "stop") return undefined;
    return { command: stopGathering, input: { ...about(gathering), authorUri: activity.actor.uri } };
  },
  reply: replyTo,
};

/**
 * A public post that mentions a gathering, or carries its hashtag in reply to it. Stands behind all that reads answers: "yes, two of us" is for
 * nobody's wall. Who only posts is overheard, and no person is made of them.
 */
const posting: Recogniser = {
  name: "gatherings/wall-posting",
  types: ["Create"],
  isOverheard: true,
  async recognise(activity, reading) {
    const { object } = activity;
    if (object === undefined || !isPost(object)) return undefined;
    const gathering = await gatheringMeant(object, reading);
    return gathering === undefined ? undefined : heard(gathering, activity, object);
  },
};

/** A post on the wall was changed, or is not for the world any more, or no more than quietly. */
const changing: Recogniser = {
  name: "gatherings/wall-changing",
  types: ["Update"],
  isOverheard: true,
  async recognise(activity, reading) {
    const { object, actor } = activity;
    const post = object?.id === undefined ? undefined : await wallPostByUri(reading.read, object.id);
    const gathering = post === undefined ? undefined : await gatheringById(reading.read, post.gatheringId);
    if (object === undefined || gathering === undefined || post?.authorUri !== actor.uri) return undefined;
    if (isPost(object)) return heard(gathering, activity, object);
    return { command: takeOffWall, input: { ...about(gathering), uri: post.uri, authorUri: actor.uri } };
  },
};

/** A post on the wall was deleted; or its author was, of whom no person is known whose leaving would take it along. */
const deleting: Recogniser = {
  name: "gatherings/wall-deleting",
  types: ["Delete"],
  isOverheard: true,
  async recognise({ objectId, actor }, { read }) {
    if (objectId === undefined) return undefined;
    const isAuthor = objectId === actor.uri;
    if (isAuthor && (await personByActor(read, actor.uri)) !== undefined) return undefined;
    const post = isAuthor ? (await wallPostsBy(read, actor.uri))[0] : await wallPostByUri(read, objectId);
    const gathering = post === undefined ? undefined : await gatheringById(read, post.gatheringId);
    if (gathering === undefined || post?.authorUri !== actor.uri) return undefined;
    const authorUri = actor.uri;
    return isAuthor
      ? { command: forgetWallAuthor, input: { communityId: gathering.communityId, authorUri } }
      : { command: takeOffWall, input: { ...about(gathering), uri: post.uri, authorUri } };
  },
};

/** What walls make of what arrives, once nobody else has made anything of it. */
export const wallInbox: readonly Recogniser[] = [posting, changing, deleting];

/** Who names a gathering in a post for the world speaks to it in public; a quiet one is to be in no list (decision 0075). */
function isPost({ id, type, isPublic, isQuiet, html, text, name, poll }: ReceivedObject): boolean {
  const isText = (type === "Note" || type === "Article" || type === "Page") && html !== undefined && text !== undefined;
  const isForAll = isPublic && isQuiet === undefined;
  return isText && id !== undefined && isForAll && poll === undefined && (name === undefined || type !== "Note");
}

async function gatheringMeant(
  { audience, inReplyTo, text = "" }: ReceivedObject,
  { read, origin }: InboxReading,
): Promise<Gathering | undefined> {
  const named = audience.filter((uri) => uri.startsWith(`${origin.origin}/actors/`));
  // What is for somebody here too is theirs to hear; the first that recognises a post is the only one.
  if (named.length > 1) return undefined;
  const [mentioned] = named.map((uri) => matterOf(origin, uri));
  if (mentioned !== undefined) {
    return mentioned.kind === "gathering" ? gatheringById(read, mentioned.gatheringId) : undefined;
  }
  const replied = inReplyTo === undefined ? undefined : matterOf(origin, inReplyTo);
  const gathering = replied === undefined ? undefined : await gatheringById(read, replied.gatheringId);
  return gathering !== undefined && carriesHashtag(text, gathering.handle) ? gathering : undefined;
}

function heard(gathering: Gathering, { actor }: ReceivedActivity, object: ReceivedObject): Recognition {
  const { uri, handle, name, host } = actor;
  const { id, html, url = id, language } = object;
  return {
    command: hearWallPost,
    input: { ...about(gathering), uri: id, url, html, language, author: { uri, handle, name, host } },
  };
}
