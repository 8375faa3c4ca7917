import { z } from "zod";
import { accepted, refused, type AnyRefusal, type Result } from "../../../kernel/base/result.ts";
import { defineCommand } from "../../../kernel/commands/command.ts";
import { roleOf } from "../../store/members.read.ts";
import { deleteMember } from "../../store/members.write.ts";
import { communityIdField, personIdField, reasonField } from "../fields.ts";
import { requireSteward, type NotFound, type OnlyStewards, type SignInNeeded } from "../guards.ts";

/** A steward is first released from stewardship: two powers, two decisions on record. */
export interface StillSteward extends AnyRefusal {
  readonly kind: "still-steward";
}

type Refusal = NotFound | OnlyStewards | SignInNeeded | StillSteward;

/** A steward ends somebody's membership, with the reason on record; the person is told. Refuses with `not-found`, `still-steward`. */
export const endMembership = defineCommand({
  name: "communities/end-membership",
  input: z.object({ communityId: communityIdField, personId: personIdField, reason: reasonField }),
  chain: ({ communityId }) => communityId,
  authorise: (context, input): Promise<Refusal | undefined> => requireSteward(context, input),
  async run(context, { communityId, personId, reason }): Promise<Result<null, Refusal>> {
    const role = await roleOf(context.db, communityId, personId);
    if (role === undefined) return refused({ kind: "not-found" });
    if (role === "steward") return refused({ kind: "still-steward" });
    await deleteMember(context.db, { communityId, personId });
    context.emit({ name: "membership-ended", version: 1, payload: { communityId, personId, reason } });
    return accepted(null);
  },
});
