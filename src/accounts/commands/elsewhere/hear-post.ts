import { z } from "zod";
import { serverChain } from "../../../kernel/activity-log/event.ts";
import { accepted } from "../../../kernel/base/result.ts";
import { defineCommand, type CommandContext } from "../../../kernel/commands/command.ts";
import { bounds } from "../../model/elsewhere/bounds.ts";
import { limits } from "../../model/limits.ts";
import { contactByUri, isFollowedFromHere } from "../../store/elsewhere/contacts.read.ts";
import { dropStrangersBeyond, refreshContact } from "../../store/elsewhere/contacts.write.ts";
import { personActorsAmong } from "../../store/elsewhere/person-actors.read.ts";
import { postByUri } from "../../store/elsewhere/posts.read.ts";
import { addressPost, dropPostsBeyond, keepPost } from "../../store/elsewhere/posts.write.ts";
import { withinLimits } from "../sign-in/within-limits.ts";
import { contactInput, knownContact } from "./contact-input.ts";
import { contentOf, postInput } from "./post-input.ts";
import { removeInTime } from "./tidy-elsewhere.ts";

const input = z.object({
  author: contactInput,
  post: postInput,
  isPublic: z.boolean(),
  /** Whether it is for all who follow its author. */
  forFollowers: z.boolean(),
  inReplyTo: z.string().max(2_000).nullable(),
  /** Those of our actors whom it names as readers. */
  addressed: z.array(z.string().max(100)).max(100),
});

type HearPostInput = z.output<typeof input>;

/**
 * Keeps what somebody elsewhere said to our people, once for all who may read it: for those whom it names, and for those who follow
 * its author. What nobody here may read is not kept. The edge has seen that its author's own server sent it.
 */
export const hearPost = defineCommand({
  name: "accounts/hear-post",
  input,
  chain: () => serverChain,
  authorise: async () => undefined,
  async run(context, heard) {
    const { author, post } = heard;
    const readers = await readersOf(context, heard);
    const isFollowed = heard.forFollowers && (await isFollowedFromHere(context.db, author.uri));
    if (readers.length === 0 && !isFollowed) return accepted(null);
    await refreshContact(context.db, author);
    const known = await postByUri(context.db, post.uri);
    // The same post may come once for each of its readers; another's id cannot be taken.
    if (known !== undefined && known.authorUri !== author.uri) return accepted(null);
    const postId = known?.id ?? (await keep(context, heard));
    for (const reader of readers) await addressPost(context.db, { actor: reader, post: postId, at: context.now });
    await dropPostsBeyond(context.db, {
      authorUri: author.uri,
      ofAuthor: bounds.postsOfAuthor,
      readers,
      toReader: bounds.postsToPerson,
    });
    return accepted(null);
  },
});

async function keep(context: CommandContext, heard: HearPostInput): Promise<string> {
  const { author, post, isPublic, forFollowers, inReplyTo } = heard;
  const id = context.ids.next<"post">();
  const kept = { id, uri: post.uri, authorUri: author.uri, isPublic, forFollowers, inReplyTo, at: context.now };
  await keepPost(context.db, { ...kept, ...contentOf(post) });
  await removeInTime(context);
  context.emit({ name: "post-heard", version: 1, payload: { postId: id } });
  return id;
}

/** Those who are named and want to hear it. Strangers who write too much from one host are not heard for an hour. */
async function readersOf(context: CommandContext, { author, addressed }: HearPostInput): Promise<readonly string[]> {
  const readers: string[] = [];
  for (const reader of await personActorsAmong(context.db, addressed)) {
    const contact = await contactByUri(context.db, reader, author.uri);
    if (contact?.isShutOut === true) continue;
    if (contact === undefined) {
      const tries = [{ limit: limits.wordsFromStrangersAtHost, of: new URL(author.uri).host }];
      if (!(await withinLimits(context, tries))) continue;
      await knownContact(context, reader, author);
      await dropStrangersBeyond(context.db, reader, bounds.strangers);
    }
    readers.push(reader);
  }
  return readers;
}
