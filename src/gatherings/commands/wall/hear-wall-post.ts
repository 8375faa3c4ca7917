import { z } from "zod";
import { personByActor } from "../../../accounts/index.ts";
import { isBlocked } from "../../../communities/index.ts";
import { accepted, refused, type Result } from "../../../kernel/base/result.ts";
import { defineCommand } from "../../../kernel/commands/command.ts";
import { cleanHtml } from "../../../kernel/text/clean-html.ts";
import { shownName } from "../../../kernel/text/neutral.ts";
import { mostWallPosts, stateOnArrival } from "../../model/wall/wall.ts";
import { countKept, refusesWall, wallPostByUri, wallRuleOf } from "../../store/wall/wall.read.ts";
import { insertWallPost, updateWallPost } from "../../store/wall/wall.write.ts";
import { communityInput, gatheringInput } from "../inputs.ts";
import { gatheringOf } from "../standing.ts";
import { scheduleClearing } from "./clear-wall.ts";

type Refusal = { readonly kind: "not-found" } | { readonly kind: "kept-out" };

const longestHtml = 10_000;
const address = z.url().max(2_000);

/**
 * Keeps a public post about a gathering for its wall, or what became of it since; says whether it is kept.
 *
 * Whoever said STOP, a closed wall and a full one keep nothing: that is no refusal. Refuses `not-found`, and `kept-out` for those whom the
 * community blocks.
 */
export const hearWallPost = defineCommand({
  name: "gatherings/hear-wall-post",
  input: z.object({
    communityId: communityInput,
    gatheringId: gatheringInput,
    uri: address,
    url: address,
    html: z.string(),
    language: z.string().max(35).optional(),
    author: z.object({
      uri: address,
      handle: z.string().max(500),
      name: z.string().max(500),
      host: z.string().max(300),
    }),
  }),
  chain: (input) => input.communityId,
  async authorise(context, input): Promise<Refusal | undefined> {
    if ((await gatheringOf(context, input)) === undefined) return { kind: "not-found" };
    const { uri, host } = input.author;
    const personId = await personByActor(context.db, uri);
    const isOut = await isBlocked(context.db, input.communityId, { personId, host });
    return isOut ? { kind: "kept-out" } : undefined;
  },
  async run(context, input): Promise<Result<{ readonly kept: boolean }, Refusal>> {
    const { author, uri, url, language } = input;
    const gathering = await gatheringOf(context, input);
    if (gathering === undefined) return refused({ kind: "not-found" });
    const before = await wallPostByUri(context.db, uri);
    if (before !== undefined && (before.authorUri !== author.uri || before.gatheringId !== gathering.id)) {
      return accepted({ kept: false });
    }
    const rule = await wallRuleOf(context.db, gathering.id);
    const refuses = await refusesWall(context.db, gathering.id, author.uri);
    if (refuses || (before === undefined && (rule === "closed" || (await isFull(context, gathering.id, author.uri))))) {
      return accepted({ kept: false });
    }
    const post = {
      id: before?.id ?? context.ids.next<"wall-post">(),
      gatheringId: gathering.id,
      uri,
      url,
      authorUri: author.uri,
      authorHandle: author.handle,
      authorName: shownName(author.name),
      authorHost: author.host,
      html: cleanHtml(input.html.slice(0, longestHtml)),
      language,
      state: stateOnArrival(rule, before?.state),
      postedAt: context.now,
    };
    await (before === undefined ? insertWallPost(context.db, post) : updateWallPost(context.db, post));
    if (before === undefined) await scheduleClearing(context, input);
    const name = before === undefined ? "wall-post-heard" : "wall-post-changed";
    context.emit({ name, version: 1, payload: { gathering: gathering.id, post: post.id } });
    return accepted({ kept: true });
  },
});

async function isFull(
  context: Parameters<typeof gatheringOf>[0],
  gatheringId: string,
  author: string,
): Promise<boolean> {
  const kept = await countKept(context.db, gatheringId, author);
  return kept.all >= mostWallPosts.all || kept.ofAuthor >= mostWallPosts.ofAuthor;
}
