import { z } from "zod";
import { accepted, refused, type AnyRefusal, type Result } from "../../../kernel/base/result.ts";
import { defineCommand } from "../../../kernel/commands/command.ts";
import { isLastSteward } from "../../model/membership.ts";
import { roleOf, stewardsOf } from "../../store/members.read.ts";
import { updateRole } from "../../store/members.write.ts";
import { communityIdField, personIdField, reasonField } from "../fields.ts";
import { requireSteward, type NotFound, type OnlyStewards, type SignInNeeded } from "../guards.ts";

/** A community is never left without a steward. */
export interface LastSteward extends AnyRefusal {
  readonly kind: "last-steward";
}

type Refusal = LastSteward | NotFound | OnlyStewards | SignInNeeded;

/** A steward, perhaps oneself, becomes a member like any other, with the reason on record. Refuses with `last-steward`, `not-found`. */
export const releaseSteward = defineCommand({
  name: "communities/release-steward",
  input: z.object({ communityId: communityIdField, personId: personIdField, reason: reasonField }),
  chain: ({ communityId }) => communityId,
  authorise: (context, input): Promise<Refusal | undefined> => requireSteward(context, input),
  async run(context, { communityId, personId, reason }): Promise<Result<null, Refusal>> {
    const role = await roleOf(context.db, communityId, personId);
    if (role !== "steward") return refused({ kind: "not-found" });
    const stewards = await stewardsOf(context.db, communityId);
    if (isLastSteward(role, stewards.length)) return refused({ kind: "last-steward" });
    await updateRole(context.db, { communityId, personId }, "member");
    context.emit({ name: "steward-released", version: 1, payload: { communityId, personId, reason } });
    return accepted(null);
  },
});
