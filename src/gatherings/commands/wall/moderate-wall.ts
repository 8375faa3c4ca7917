import { z } from "zod";
import { accepted, refused, type Result } from "../../../kernel/base/result.ts";
import { defineCommand } from "../../../kernel/commands/command.ts";
import { wallRules } from "../../model/wall/wall.ts";
import { wallPostById } from "../../store/wall/wall.read.ts";
import { putWallRule, updateWallState } from "../../store/wall/wall.write.ts";
import { communityInput, gatheringInput } from "../inputs.ts";
import { mayOrganise, type StandingRefusal } from "../standing.ts";

/** Shows a post on the wall to everyone, or hides it; a hidden one stays so when its author changes it. */
export const settleWallPost = defineCommand({
  name: "gatherings/settle-wall-post",
  input: z.object({
    communityId: communityInput,
    gatheringId: gatheringInput,
    postId: z.string().min(1).max(64),
    act: z.enum(["show", "hide"]),
  }),
  chain: (input) => input.communityId,
  authorise: mayOrganise,
  async run(context, { gatheringId, postId, act }): Promise<Result<null, StandingRefusal>> {
    const post = await wallPostById(context.db, postId);
    if (post?.gatheringId !== gatheringId) return refused({ kind: "not-found" });
    await updateWallState(context.db, post.id, act === "show" ? "shown" : "hidden");
    const name = act === "show" ? "wall-post-shown" : "wall-post-hidden";
    context.emit({ name, version: 1, payload: { gathering: gatheringId, post: post.id } });
    return accepted(null);
  },
});

/** Says how posts come onto the wall of a gathering from now on; those that are there or wait stay as they are. */
export const setWallRule = defineCommand({
  name: "gatherings/set-wall-rule",
  input: z.object({ communityId: communityInput, gatheringId: gatheringInput, rule: z.enum(wallRules) }),
  chain: (input) => input.communityId,
  authorise: mayOrganise,
  async run(context, { gatheringId, rule }): Promise<Result<null, StandingRefusal>> {
    await putWallRule(context.db, gatheringId, rule);
    context.emit({ name: "wall-rule-set", version: 1, payload: { gathering: gatheringId, rule } });
    return accepted(null);
  },
});
