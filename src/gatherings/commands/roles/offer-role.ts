import { z } from "zod";
import { accepted, refused, type Result } from "../../../kernel/base/result.ts";
import { defineCommand } from "../../../kernel/commands/command.ts";
import type { PersonId } from "../../model/gathering.ts";
import { rolePartOf } from "../../store/roles/roles.read.ts";
import { communityInput, gatheringInput } from "../inputs.ts";
import { isKnownAt } from "../known-at.ts";
import { actingPerson, gatheringOf, mayOrganise, type StandingRefusal } from "../standing.ts";
import { checkRoom, keepRolePart, roleInput } from "./role-parts.ts";

export type OfferRoleRefusal =
  | StandingRefusal
  | { readonly kind: "roles-closed" }
  | { readonly kind: "role-is-taken" }
  | { readonly kind: "not-of-the-gathering" }
  | { readonly kind: "role-held-already" }
  | { readonly kind: "role-offered-already" }
  | { readonly kind: "role-was-declined" };

/**
 * An organiser asks somebody of the gathering to take a role. Whoever volunteered for it has it then; whoever said no is not asked again;
 * an organiser who asks themselves has it at once.
 */
export const offerRole = defineCommand({
  name: "gatherings/offer-role",
  input: z.object({
    communityId: communityInput,
    gatheringId: gatheringInput,
    role: roleInput,
    personId: z.string().min(1).max(64),
  }),
  chain: (input) => input.communityId,
  authorise: mayOrganise,
  async run(context, input): Promise<Result<{ readonly partId: string; readonly state: string }, OfferRoleRefusal>> {
    const gathering = await gatheringOf(context, input);
    if (gathering === undefined) return refused({ kind: "not-found" });
    const personId = input.personId as PersonId;
    if (!(await isKnownAt(context.db, gathering, personId))) return refused({ kind: "not-of-the-gathering" });
    const before = await rolePartOf(context.db, gathering.id, input.role, personId);
    if (before?.state === "held") return refused({ kind: "role-held-already" });
    if (before?.state === "offered") return refused({ kind: "role-offered-already" });
    if (before?.state === "declined") return refused({ kind: "role-was-declined" });
    const room = await checkRoom(context, gathering, input.role);
    if (!room.ok) return room;
    const isAgreed = before?.state === "volunteered" || actingPerson(context) === personId;
    const state = isAgreed ? "held" : "offered";
    const partId = await keepRolePart(context, gathering, { before, role: input.role, personId, state });
    return accepted({ partId, state });
  },
});
