import { z } from "zod";
import { serverChain } from "../../../kernel/activity-log/event.ts";
import { defineCommand } from "../../../kernel/commands/command.ts";
import type { PersonId } from "../../model/person.ts";
import { actorFactsInput } from "../people/meet-remote-actor.ts";
import { finishSignIn } from "./finish-sign-in.ts";
import { browserInput } from "./start-session.ts";

/** Signs in as an actor whose own server has vouched for them, or adds that actor to whoever is signed in. */
export const signInByServer = defineCommand({
  name: "accounts/sign-in-by-server",
  input: z.object({
    actor: actorFactsInput,
    addsTo: z.string().nullable(),
    thenPath: z.string().max(2_000),
    browser: browserInput,
  }),
  chain: () => serverChain,
  authorise: async () => undefined,
  run(context, { actor, addsTo, thenPath, browser }) {
    const proof = { kind: "actor", actor } as const;
    return finishSignIn(context, { proof, addsTo: addsTo as PersonId | null, thenPath, browser, way: "server" });
  },
});
