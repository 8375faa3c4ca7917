import { z } from "zod";
import { accepted, refused, type Result } from "../../../kernel/base/result.ts";
import { defineCommand } from "../../../kernel/commands/command.ts";
import { classesOf } from "../../store/standing/standing.read.ts";
import { deleteClass } from "../../store/standing/standing.write.ts";
import { communityIdField } from "../fields.ts";
import { requireSteward, type NotFound, type OnlyStewards, type SignInNeeded } from "../guards.ts";

type Refusal = NotFound | OnlyStewards | SignInNeeded;

/** A steward ends a class; those who were in it are full members afterwards. Refuses with `not-found`. */
export const removeClass = defineCommand({
  name: "communities/remove-class",
  input: z.object({ communityId: communityIdField, classId: z.string().min(1).max(64) }),
  chain: ({ communityId }) => communityId,
  authorise: (context, input): Promise<Refusal | undefined> => requireSteward(context, input),
  async run(context, { communityId, classId }): Promise<Result<null, Refusal>> {
    const classes = await classesOf(context.db, communityId);
    if (!classes.some(({ id }) => id === classId)) return refused({ kind: "not-found" });
    await deleteClass(context.db, classId);
    context.emit({ name: "membership-class-removed", version: 1, payload: { communityId, classId } });
    return accepted(null);
  },
});
