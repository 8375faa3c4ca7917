import { z } from "zod";
import { accepted, refused, type Result } from "../../../kernel/base/result.ts";
import { defineCommand } from "../../../kernel/commands/command.ts";
import { isTakenAtOnce, type RoleState } from "../../model/roles/role.ts";
import { rolePartOf, volunteersRule } from "../../store/roles/roles.read.ts";
import { communityInput, gatheringInput } from "../inputs.ts";
import { organises } from "../known-at.ts";
import { joinInterestList } from "../join-interest-list.ts";
import { actingPerson, gatheringOf, mayTakePart, type StandingRefusal } from "../standing.ts";
import { checkRoom, keepRolePart, roleInput } from "./role-parts.ts";

export type VolunteerRefusal =
  | StandingRefusal
  | { readonly kind: "roles-closed" }
  | { readonly kind: "role-is-taken" }
  | { readonly kind: "role-yours-already" }
  | { readonly kind: "role-turned-down" };

/**
 * Somebody offers to take a role. They hold it at once where they were offered it, where they organise, or where the gathering takes
 * volunteers at once; else an organiser agrees first. Whoever offers is on the list from then on.
 */
export const volunteerForRole = defineCommand({
  name: "gatherings/volunteer-for-role",
  input: z.object({ communityId: communityInput, gatheringId: gatheringInput, role: roleInput }),
  chain: (input) => input.communityId,
  authorise: mayTakePart,
  async run(context, input): Promise<Result<{ readonly partId: string; readonly state: string }, VolunteerRefusal>> {
    const personId = actingPerson(context);
    const gathering = await gatheringOf(context, input);
    if (personId === undefined || gathering === undefined) return refused({ kind: "not-found" });
    const room = await checkRoom(context, gathering, input.role);
    const before = await rolePartOf(context.db, gathering.id, input.role, personId);
    if (before?.state === "held" || before?.state === "volunteered") return refused({ kind: "role-yours-already" });
    if (!room.ok) return room;
    if (before?.state === "turned-down") return refused({ kind: "role-turned-down" });
    const isAgreed = before?.state === "offered" || (await organises(context.db, gathering, personId));
    const rule = await volunteersRule(context.db, gathering.id);
    const state: RoleState = isAgreed || isTakenAtOnce(input.role, rule) ? "held" : "volunteered";
    const partId = await keepRolePart(context, gathering, { before, role: input.role, personId, state });
    await context.execute(joinInterestList, { communityId: gathering.communityId, gatheringId: gathering.id });
    return accepted({ partId, state });
  },
});
