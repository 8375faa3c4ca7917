import { z } from "zod";
import { serverChain } from "../../../kernel/activity-log/event.ts";
import { accepted, refused, type Result } from "../../../kernel/base/result.ts";
import { defineCommand, type CommandContext } from "../../../kernel/commands/command.ts";
import type { IdentityId, PersonId } from "../../model/person.ts";
import { actorsOf, addressesOf } from "../../store/identities.read.ts";
import { dropIdentity, setMainActor } from "../../store/identities.write.ts";
import { describePerson } from "../../store/people.read.ts";
import { actingPerson, onlyPeople } from "../acting-person.ts";

type Refusal = { readonly kind: "sign-in-needed" | "not-found" | "last-identity" };

/** Takes one of one's own identities away. Refuses `last-identity`, without which nobody could sign in again. */
export const removeIdentity = defineCommand({
  name: "accounts/remove-identity",
  input: z.object({ identityId: z.string() }),
  chain: () => serverChain,
  authorise: onlyPeople,
  async run(context, { identityId }): Promise<Result<null, Refusal>> {
    const personId = actingPerson(context);
    const own = [...(await actorsOf(context.db, personId)), ...(await addressesOf(context.db, personId))];
    const removed = own.find((identity) => identity.id === identityId);
    if (removed === undefined) return refused({ kind: "not-found" });
    if (own.length === 1) return refused({ kind: "last-identity" });
    await takeIdentity(context, personId, removed.id);
    return accepted(null);
  },
});

/** The account by which one is shown and written to, of those one has. Refuses `not-found`. */
export const chooseMainIdentity = defineCommand({
  name: "accounts/choose-main-identity",
  input: z.object({ identityId: z.string() }),
  chain: () => serverChain,
  authorise: onlyPeople,
  async run(context, { identityId }): Promise<Result<null, Refusal>> {
    const personId = actingPerson(context);
    const chosen = (await actorsOf(context.db, personId)).find((actor) => actor.id === identityId);
    if (chosen === undefined) return refused({ kind: "not-found" });
    await setMainActor(context.db, personId, chosen.uri);
    context.emit({ name: "main-identity-chosen", version: 1, payload: { personId, identityId } });
    return accepted(null);
  },
});

/** Takes an identity from a person; if they were shown by it, the next account takes its place. */
export async function takeIdentity(context: CommandContext, personId: PersonId, id: IdentityId): Promise<void> {
  await dropIdentity(context.db, personId, id);
  const isStillShown = (await describePerson(context.db, personId))?.handle !== undefined;
  if (!isStillShown) {
    const [next] = await actorsOf(context.db, personId);
    await setMainActor(context.db, personId, next?.uri ?? null);
  }
  context.emit({ name: "identity-removed", version: 1, payload: { personId, identityId: id } });
}
