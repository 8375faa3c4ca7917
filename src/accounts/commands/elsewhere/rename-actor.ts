import { z } from "zod";
import { serverChain } from "../../../kernel/activity-log/event.ts";
import { accepted, refused, type Result } from "../../../kernel/base/result.ts";
import { defineCommand } from "../../../kernel/commands/command.ts";
import { renamePersonActor } from "../../store/elsewhere/person-actors.write.ts";
import { onlyPeople } from "../acting-person.ts";
import { typedName } from "../sign-in/sign-in-by-link.ts";
import { actingActor, type NoActorYet } from "./acting-actor.ts";

type Refusal =
  | NoActorYet
  | { readonly kind: "sign-in-needed" }
  | { readonly kind: "name-needed"; readonly field: "name" };

/** What other servers call one from now on. Refuses `name-needed`. */
export const renameActor = defineCommand({
  name: "accounts/rename-actor",
  input: z.object({ name: typedName }),
  chain: () => serverChain,
  authorise: onlyPeople,
  async run(context, { name }): Promise<Result<null, Refusal>> {
    const actor = await actingActor(context);
    if (!actor.ok) return actor;
    if (name === "") return refused({ kind: "name-needed", field: "name" });
    if (name === actor.value.name) return accepted(null);
    await renamePersonActor(context.db, actor.value.id, name);
    context.emit({ name: "person-actor-renamed", version: 1, payload: { actorId: actor.value.id } });
    return accepted(null);
  },
});
