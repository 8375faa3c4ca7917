import { z } from "zod";
import { isOperator, serverSettings } from "../../../accounts/index.ts";
import { accepted, refused, type AnyRefusal, type Result } from "../../../kernel/base/result.ts";
import { defineCommand, type CommandContext, type InvalidInput } from "../../../kernel/commands/command.ts";
import { insertCommunity } from "../../store/communities.write.ts";
import { insertMember } from "../../store/members.write.ts";
import { communityIdField, handleField, profileFields, ruleFields } from "../fields.ts";
import { actingPerson, requirePerson, type SignInNeeded } from "../guards.ts";
import { claimHandle, type HandleTaken } from "./claim-handle.ts";

/** On this server only operators found communities. */
export interface OnlyOperatorsFound extends AnyRefusal {
  readonly kind: "only-operators-found";
}

type Refusal = HandleTaken | InvalidInput | OnlyOperatorsFound | SignInNeeded;

/**
 * Founds a community; whoever founds it is its first steward. The id comes from the edge, since it names the chain of records.
 *
 * Refuses with `handle-taken`, `only-operators-found`, `sign-in-needed`.
 */
export const foundCommunity = defineCommand({
  name: "communities/found-community",
  input: z.object({ communityId: communityIdField, handle: handleField, ...profileFields, ...ruleFields }),
  chain: ({ communityId }) => communityId,
  async authorise(context): Promise<Refusal | undefined> {
    return (await requirePerson(context)) ?? mayFound(context);
  },
  async run(context, { communityId, handle, ...said }): Promise<Result<{ readonly handle: string }, Refusal>> {
    const founder = actingPerson(context);
    if (founder === undefined) return refused({ kind: "sign-in-needed" });
    const claimed = await context.execute(claimHandle, { handle, actorId: communityId, communityId });
    if (!claimed.ok) return claimed;
    await insertCommunity(context.db, { id: communityId, handle, ...said, foundedAt: context.now });
    await insertMember(context.db, { communityId, personId: founder, role: "steward", joinedAt: context.now });
    const { name, joining, memberList, approvesListeners, sharesMentions } = said;
    const rules = { joining, memberList, approvesListeners, sharesMentions };
    context.emit({ name: "community-founded", version: 1, payload: { communityId, handle, name, founder, rules } });
    return accepted({ handle });
  },
});

async function mayFound(context: CommandContext): Promise<OnlyOperatorsFound | undefined> {
  const founder = actingPerson(context);
  const { foundingIsOpen } = await serverSettings(context.db);
  if (foundingIsOpen || (founder !== undefined && (await isOperator(context.db, founder)))) return undefined;
  return { kind: "only-operators-found" };
}
