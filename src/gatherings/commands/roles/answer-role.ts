import { z } from "zod";
import { accepted, refused, type Result } from "../../../kernel/base/result.ts";
import { defineCommand } from "../../../kernel/commands/command.ts";
import { answerRole, roleActs, type RoleRefusal } from "../../model/roles/role.ts";
import { rolePartById } from "../../store/roles/roles.read.ts";
import { communityInput, gatheringInput } from "../inputs.ts";
import { organises } from "../known-at.ts";
import { actingPerson, gatheringOf, mayTakePart, type StandingRefusal } from "../standing.ts";
import { areOpen, isFree, keepRolePart } from "./role-parts.ts";

/**
 * Says yes or no to a role: the person to an offer, an organiser to a volunteer; and no to what was agreed: its holder steps back, an organiser
 * takes it back.
 */
export const answerRolePart = defineCommand({
  name: "gatherings/answer-role",
  input: z.object({
    communityId: communityInput,
    gatheringId: gatheringInput,
    partId: z.string().min(1).max(64),
    act: z.enum(roleActs),
  }),
  chain: (input) => input.communityId,
  authorise: mayTakePart,
  async run(
    context,
    input,
  ): Promise<Result<{ readonly state: string }, StandingRefusal | RoleRefusal | { readonly kind: "roles-closed" }>> {
    const person = actingPerson(context);
    const gathering = await gatheringOf(context, input);
    const before = await rolePartById(context.db, input.partId);
    if (person === undefined || gathering === undefined || before?.gatheringId !== gathering.id) {
      return refused({ kind: "not-found" });
    }
    const by = { isPerson: person === before.personId, organises: await organises(context.db, gathering, person) };
    const free = await isFree(context, gathering.id, before.role);
    const after = answerRole(before.state, input.act, by, free);
    if (!after.ok) return after;
    if (!areOpen(gathering)) return refused({ kind: "roles-closed" });
    const { role, personId } = before;
    await keepRolePart(context, gathering, { before, role, personId, state: after.value });
    return accepted({ state: after.value });
  },
});
