import { z } from "zod";
import { serverChain } from "../../../kernel/activity-log/event.ts";
import { accepted, type Result } from "../../../kernel/base/result.ts";
import { defineCommand } from "../../../kernel/commands/command.ts";
import { noteSeen } from "../../store/elsewhere/person-actors.write.ts";
import { onlyPeople } from "../acting-person.ts";
import { actingActor, type NoActorYet } from "./acting-actor.ts";

/** Notes that a person has looked at what came from elsewhere, so that only what comes later is new to them. */
export const seeElsewhere = defineCommand({
  name: "accounts/see-elsewhere",
  input: z.object({}),
  chain: () => serverChain,
  authorise: onlyPeople,
  async run(context): Promise<Result<null, NoActorYet | { readonly kind: "sign-in-needed" }>> {
    const actor = await actingActor(context);
    if (!actor.ok) return actor;
    await noteSeen(context.db, actor.value.id, context.now);
    return accepted(null);
  },
});
