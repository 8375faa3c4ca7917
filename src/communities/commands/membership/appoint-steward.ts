import { z } from "zod";
import { accepted, refused, type Result } from "../../../kernel/base/result.ts";
import { defineCommand } from "../../../kernel/commands/command.ts";
import { roleOf } from "../../store/members.read.ts";
import { insertMember, updateRole } from "../../store/members.write.ts";
import { communityIdField, personIdField, reasonField } from "../fields.ts";
import { requireSteward, type NotFound, type OnlyStewards, type SignInNeeded } from "../guards.ts";

type Refusal = NotFound | OnlyStewards | SignInNeeded;

/**
 * A member is entrusted with the care of the community, with the reason on record. The operator may do it too, from the command
 * line, and even for somebody who is no member yet, when those who had the care have vanished. Refuses with `not-found`.
 */
export const appointSteward = defineCommand({
  name: "communities/appoint-steward",
  input: z.object({ communityId: communityIdField, personId: personIdField, reason: reasonField }),
  chain: ({ communityId }) => communityId,
  async authorise(context, input): Promise<Refusal | undefined> {
    return context.actor.kind === "server" ? undefined : requireSteward(context, input);
  },
  async run(context, { communityId, personId, reason }): Promise<Result<null, Refusal>> {
    const role = await roleOf(context.db, communityId, personId);
    if (role === "steward") return accepted(null);
    if (role === undefined && context.actor.kind !== "server") return refused({ kind: "not-found" });
    if (role === undefined) {
      await insertMember(context.db, { communityId, personId, role: "steward", joinedAt: context.now });
    } else await updateRole(context.db, { communityId, personId }, "steward");
    context.emit({ name: "steward-appointed", version: 1, payload: { communityId, personId, reason } });
    return accepted(null);
  },
});
