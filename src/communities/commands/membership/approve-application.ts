import { z } from "zod";
import { accepted, refused, type Result } from "../../../kernel/base/result.ts";
import { defineCommand } from "../../../kernel/commands/command.ts";
import { applicationOf } from "../../store/admissions.read.ts";
import { insertMember } from "../../store/members.write.ts";
import { communityIdField, noteField, personIdField } from "../fields.ts";
import { actingPerson, requireSteward, type NotFound, type OnlyStewards, type SignInNeeded } from "../guards.ts";

type Refusal = NotFound | OnlyStewards | SignInNeeded;

/** A steward says yes to somebody who asked to join. Refuses with `not-found` when nobody waits. */
export const approveApplication = defineCommand({
  name: "communities/approve-application",
  input: z.object({ communityId: communityIdField, personId: personIdField, reason: noteField }),
  chain: ({ communityId }) => communityId,
  authorise: (context, input): Promise<Refusal | undefined> => requireSteward(context, input),
  async run(context, { communityId, personId, reason }): Promise<Result<null, Refusal>> {
    if ((await applicationOf(context.db, communityId, personId)) === undefined) return refused({ kind: "not-found" });
    await insertMember(context.db, { communityId, personId, role: "member", joinedAt: context.now });
    const letInBy = actingPerson(context) ?? null;
    const payload = { communityId, personId, way: "application", letInBy, reason };
    context.emit({ name: "member-joined", version: 1, payload });
    return accepted(null);
  },
});
