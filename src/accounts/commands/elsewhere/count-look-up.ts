import { z } from "zod";
import { serverChain } from "../../../kernel/activity-log/event.ts";
import { accepted } from "../../../kernel/base/result.ts";
import { defineCommand } from "../../../kernel/commands/command.ts";
import { limits } from "../../model/limits.ts";
import { actingPerson, onlyPeople } from "../acting-person.ts";
import { ofEveryone, withinLimits } from "../sign-in/within-limits.ts";

/** Counts that somebody wants an actor looked up, before this server asks another anything; says whether it may. */
export const countLookUp = defineCommand({
  name: "accounts/count-look-up",
  input: z.object({}),
  chain: () => serverChain,
  authorise: onlyPeople,
  async run(context) {
    const tries = [{ limit: limits.lookUpsOfPerson, of: actingPerson(context) }, ofEveryone(limits.lookUpsOfEveryone)];
    return accepted((await withinLimits(context, tries)) ? ("allowed" as const) : ("too-many" as const));
  },
});
