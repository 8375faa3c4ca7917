import { z } from "zod";
import { serverChain } from "../../../kernel/activity-log/event.ts";
import { accepted, refused, type Result } from "../../../kernel/base/result.ts";
import { defineCommand } from "../../../kernel/commands/command.ts";
import type { PersonalData } from "../../../kernel/personal-data.ts";
import { onlyMetAs } from "../../store/identities.read.ts";
import { dropIdentitiesOf, moveActorIdentity } from "../../store/identities.write.ts";
import { personByActor, standingOf } from "../../store/people.read.ts";
import { isHostBlocked } from "../../store/server.read.ts";
import { joinInto } from "./join-people.ts";
import { actorFactsInput } from "./meet-remote-actor.ts";

type Refusal = { readonly kind: "not-found" | "account-host-blocked" | "move-needs-signing-in" };

/**
 * An account moved to another server: its person goes on under the new one, with one standing (docs/threats.md, row 22). The edge has
 * seen that each of the two actors names the other.
 *
 * Where the new account was met here already, but only through its server, that person becomes part of the mover. Where it is
 * somebody who signed in themselves, `move-needs-signing-in` is refused: they say so by signing in as both.
 */
export function moveIdentity(personalData: readonly PersonalData[]) {
  return defineCommand({
    name: "accounts/move-identity",
    input: z.object({ from: z.url().max(2_000), to: actorFactsInput }),
    chain: () => serverChain,
    authorise: async () => undefined,
    async run(context, { from, to }): Promise<Result<{ readonly personId: string }, Refusal>> {
      const mover = await personByActor(context.db, from);
      if (mover === undefined) return refused({ kind: "not-found" });
      const there = await personByActor(context.db, to.uri);
      if (there === mover) return accepted({ personId: mover });
      if (await isHostBlocked(context.db, to.host)) return refused({ kind: "account-host-blocked" });
      if (there !== undefined) {
        const isOnlyMet = (await onlyMetAs(context.db, there)) === to.uri;
        const isSuspended = (await standingOf(context.db, there)) === "suspended";
        if (!isOnlyMet || isSuspended) return refused({ kind: "move-needs-signing-in" });
        await dropIdentitiesOf(context.db, there);
        await joinInto(context, personalData, mover, there);
      }
      await moveActorIdentity(context.db, from, to);
      const payload = { personId: mover, from, to: to.uri };
      context.emit({ name: "identity-moved", version: 1, payload });
      return accepted({ personId: mover });
    },
  });
}
