import { z } from "zod";
import { serverChain } from "../../../kernel/activity-log/event.ts";
import { accepted, refused, type Result } from "../../../kernel/base/result.ts";
import { defineCommand, type CommandContext } from "../../../kernel/commands/command.ts";
import type { PersonalData } from "../../../kernel/personal-data.ts";
import type { PersonId } from "../../model/person.ts";
import { dropWays } from "../../store/contacts.write.ts";
import { actorsOf, addressesOf } from "../../store/identities.read.ts";
import { dropIdentitiesOf } from "../../store/identities.write.ts";
import { countOperators, isOperator } from "../../store/people.read.ts";
import { emptyPerson } from "../../store/people.write.ts";
import { dropSessionsOf } from "../../store/sessions.write.ts";
import { actingPerson, onlyPeople } from "../acting-person.ts";
import { closeActor } from "../elsewhere/close-actor.ts";
import { emitSessionEnded } from "../sign-in/start-session.ts";

/** The job that erases a person's traces from the log, stretch by stretch. */
export const eraseTracesJob = "accounts/erase-traces";

// Whoever has yet to hear of their last acts does so meanwhile, and all they began and did not finish is over.
const erasedAfter = { hours: 3 } as const;

type Refusal = { readonly kind: "sign-in-needed" | "last-operator" };

/**
 * A person leaves this server for good: their name becomes "former member", their identities, sessions and settings go, every
 * capability lets go of what it keeps, and the log is erased of them within hours. Counts, times and ids stay, as records must.
 *
 * Refuses `last-operator` to the only one who runs the server.
 */
export function leave(personalData: readonly PersonalData[]) {
  return defineCommand({
    name: "accounts/leave",
    input: z.object({ sure: z.literal("yes", "must-be-sure") }),
    chain: () => serverChain,
    authorise: onlyPeople,
    async run(context): Promise<Result<null, Refusal>> {
      const personId = actingPerson(context);
      const isLast = (await isOperator(context.db, personId)) && (await countOperators(context.db)) === 1;
      if (isLast) return refused({ kind: "last-operator" });
      await letGo(context, personalData, personId);
      return accepted(null);
    },
  });
}

/** Lets go of a person; see {@link leave}. */
export async function letGo(
  context: CommandContext,
  personalData: readonly PersonalData[],
  personId: PersonId,
): Promise<void> {
  const actors = await actorsOf(context.db, personId);
  const addresses = await addressesOf(context.db, personId);
  const traces = [
    ...actors.flatMap((actor) => [actor.uri, actor.handle, actor.url]),
    ...addresses.map((own) => own.address),
    ...(await closeActor(context, personId)),
  ];
  for (const capability of personalData) await capability.forget(context, personId);
  await dropIdentitiesOf(context.db, personId);
  await dropWays(context.db, personId);
  for (const sessionId of await dropSessionsOf(context.db, personId)) emitSessionEnded(context, personId, sessionId);
  await emptyPerson(context.db, personId, context.now);
  context.emit({ name: "person-left", version: 1, payload: { personId } });
  await context.schedule({
    kind: eraseTracesJob,
    key: personId,
    due: context.now.add(erasedAfter),
    payload: { personId, traces: traces.filter((trace) => trace !== ""), after: null },
  });
}
