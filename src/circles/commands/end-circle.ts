import { z } from "zod";
import { accepted, refused, type Result } from "../../kernel/base/result.ts";
import { defineCommand } from "../../kernel/commands/command.ts";
import { deleteCircle } from "../store/circles.write.ts";
import { circleOf, mustBeSteward, type CircleRefusal } from "./keep-circle.ts";

/** A steward ends a circle. Proposals that asked it keep their lists. Refuses `not-found` and `only-stewards`. */
export const endCircle = defineCommand({
  name: "circles/end-circle",
  input: z.object({ communityId: z.string().min(1).max(64), circleId: z.string().min(1).max(64) }),
  chain: (input) => input.communityId,
  authorise: mustBeSteward,
  async run(context, input): Promise<Result<null, CircleRefusal>> {
    const circle = await circleOf(context, input);
    if (circle === undefined) return refused({ kind: "not-found" });
    await deleteCircle(context.db, circle.id);
    context.emit({
      name: "circle-ended",
      version: 1,
      payload: { communityId: circle.communityId, circleId: circle.id },
    });
    return accepted(null);
  },
});
