import { z } from "zod";
import { serverChain } from "../../../kernel/activity-log/event.ts";
import { accepted } from "../../../kernel/base/result.ts";
import { defineCommand } from "../../../kernel/commands/command.ts";
import type { PersonalData } from "../../../kernel/personal-data.ts";
import { actorsOf, addressesOf } from "../../store/identities.read.ts";
import { personByActor } from "../../store/people.read.ts";
import { letGoOfContact } from "../elsewhere/forget-contact.ts";
import { letGo } from "./leave.ts";
import { takeIdentity } from "./remove-identity.ts";

/** An account was deleted at home. Its person goes on under their other identities, or leaves with the last one. */
export function forgetActor(personalData: readonly PersonalData[]) {
  return defineCommand({
    name: "accounts/forget-actor",
    input: z.object({ uri: z.url().max(2_000) }),
    chain: () => serverChain,
    authorise: async () => undefined,
    async run(context, { uri }) {
      await letGoOfContact(context, uri);
      const personId = await personByActor(context.db, uri);
      if (personId === undefined) return accepted(null);
      const actors = await actorsOf(context.db, personId);
      const gone = actors.find((actor) => actor.uri === uri);
      const others = actors.length - 1 + (await addressesOf(context.db, personId)).length;
      if (others === 0) await letGo(context, personalData, personId);
      else if (gone !== undefined) await takeIdentity(context, personId, gone.id);
      return accepted(null);
    },
  });
}
