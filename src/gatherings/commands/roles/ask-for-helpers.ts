import { z } from "zod";
import { accepted, refused, type Result } from "../../../kernel/base/result.ts";
import { defineCommand } from "../../../kernel/commands/command.ts";
import { roles } from "../../model/roles/role.ts";
import { lastHelperCall } from "../../store/roles/roles.read.ts";
import { insertHelperCall } from "../../store/roles/roles.write.ts";
import { communityInput, gatheringInput } from "../inputs.ts";
import { gatheringOf, mayOrganise, type StandingRefusal } from "../standing.ts";
import { areOpen, isFree, roleInput } from "./role-parts.ts";

/** Followers are asked once a day at most. */
const pauseHours = 24;

export type AskForHelpersRefusal =
  | StandingRefusal
  | { readonly kind: "roles-closed" }
  | { readonly kind: "role-is-taken" }
  | { readonly kind: "helpers-asked-lately"; readonly hours: number };

/** Asks everyone who follows the gathering, by one post, for people to take these roles, which nobody holds yet. */
export const askForHelpers = defineCommand({
  name: "gatherings/ask-for-helpers",
  input: z.object({
    communityId: communityInput,
    gatheringId: gatheringInput,
    roles: z.array(roleInput).min(1).max(roles.length),
  }),
  chain: (input) => input.communityId,
  authorise: mayOrganise,
  async run(context, input): Promise<Result<{ readonly callId: string }, AskForHelpersRefusal>> {
    const gathering = await gatheringOf(context, input);
    if (gathering === undefined) return refused({ kind: "not-found" });
    if (!areOpen(gathering)) return refused({ kind: "roles-closed" });
    const last = await lastHelperCall(context.db, gathering.id);
    if (last !== undefined && Temporal.Instant.compare(last.askedAt.add({ hours: pauseHours }), context.now) > 0) {
      return refused({ kind: "helpers-asked-lately", hours: pauseHours });
    }
    const asked = roles.filter((role) => input.roles.includes(role));
    for (const role of asked) {
      if (!(await isFree(context, gathering.id, role))) return refused({ kind: "role-is-taken" });
    }
    const callId = context.ids.next<"helper-call">();
    await insertHelperCall(context.db, { id: callId, gatheringId: gathering.id, roles: asked, askedAt: context.now });
    context.emit({ name: "helpers-asked", version: 1, payload: { gathering: gathering.id, call: callId } });
    return accepted({ callId });
  },
});
