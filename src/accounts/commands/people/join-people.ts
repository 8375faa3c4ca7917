import { z } from "zod";
import { serverChain } from "../../../kernel/activity-log/event.ts";
import { accepted, refused, type Result } from "../../../kernel/base/result.ts";
import { microsecondsFromInstant } from "../../../kernel/base/time.ts";
import { defineCommand, type CommandContext } from "../../../kernel/commands/command.ts";
import type { PersonalData } from "../../../kernel/personal-data.ts";
import type { PersonId } from "../../model/person.ts";
import { actorsOf } from "../../store/identities.read.ts";
import { carryIdentities, setMainActor } from "../../store/identities.write.ts";
import { dropWays } from "../../store/contacts.write.ts";
import { describePerson, isOperator, standingOf } from "../../store/people.read.ts";
import { makeOperator, pointPersonTo } from "../../store/people.write.ts";
import { dropSessionsOf } from "../../store/sessions.write.ts";
import { takeJoinOffer } from "../../store/sign-in.write.ts";
import { actingPerson, onlyPeople } from "../acting-person.ts";
import { joinActors } from "../elsewhere/close-actor.ts";
import { emitSessionEnded, hash } from "../sign-in/start-session.ts";

type Refusal = { readonly kind: "sign-in-lost" | "account-suspended" };

/**
 * Somebody who signed in as two people in one session says that they are one: the one who is signed in stays, with all that both are.
 * It cannot be taken back. Refuses `sign-in-lost` without such an offer, and `account-suspended` if either is.
 */
export function joinPeople(personalData: readonly PersonalData[]) {
  return defineCommand({
    name: "accounts/join-people",
    input: z.object({ browserHash: hash }),
    chain: () => serverChain,
    authorise: onlyPeople,
    async run(
      context,
      { browserHash },
    ): Promise<Result<{ readonly thenPath: string }, Refusal | { kind: "sign-in-needed" }>> {
      const offer = await takeJoinOffer(context.db, browserHash);
      const isInTime = offer !== undefined && offer.expires_at > microsecondsFromInstant(context.now);
      if (!isInTime || offer.kept !== actingPerson(context)) return refused({ kind: "sign-in-lost" });
      for (const personId of [offer.kept, offer.joined]) {
        if ((await standingOf(context.db, personId)) === "suspended") return refused({ kind: "account-suspended" });
      }
      await joinInto(context, personalData, offer.kept, offer.joined);
      return accepted({ thenPath: offer.then_path });
    },
  });
}

/** Makes one person of two: identities, standing and all that capabilities keep pass to `kept`; `joined` is signed out everywhere. */
export async function joinInto(
  context: CommandContext,
  personalData: readonly PersonalData[],
  kept: PersonId,
  joined: PersonId,
): Promise<void> {
  if (await isOperator(context.db, joined)) await makeOperator(context.db, kept);
  await carryIdentities(context.db, joined, kept);
  await dropWays(context.db, joined);
  await joinActors(context, kept, joined);
  for (const sessionId of await dropSessionsOf(context.db, joined)) emitSessionEnded(context, joined, sessionId);
  await pointPersonTo(context.db, joined, kept);
  if ((await describePerson(context.db, kept))?.handle === undefined) {
    const [first] = await actorsOf(context.db, kept);
    await setMainActor(context.db, kept, first?.uri ?? null);
  }
  for (const capability of personalData) await capability.join(context, kept, joined);
  context.emit({ name: "people-joined", version: 1, payload: { kept, joined } });
}
