import { z } from "zod";
import { accepted, refused, type AnyRefusal, type Result } from "../../../kernel/base/result.ts";
import { defineCommand } from "../../../kernel/commands/command.ts";
import { mostDelegates } from "../../model/standing.ts";
import { organisationsOf } from "../../store/standing/organisations.read.ts";
import { insertDelegate } from "../../store/standing/organisations.write.ts";
import { communityIdField } from "../fields.ts";
import { communityOf, requireSteward, type NotFound, type OnlyStewards, type SignInNeeded } from "../guards.ts";
import { membersNamed } from "./members-named.ts";
import { dayField } from "./standing-fields.ts";

/** This person cannot speak for this organisation. */
interface CannotSpeak extends AnyRefusal {
  readonly kind: "no-such-member" | "already-a-delegate" | "too-many-delegates" | "term-ends-first";
}

type Refusal = CannotSpeak | NotFound | OnlyStewards | SignInNeeded;

/**
 * A steward writes down who speaks for an organisation, from which day to which, and by which decision. Whoever it is belongs to the
 * community, and speaks for no other organisation of it.
 *
 * Refuses with `not-found`, `no-such-member`, `already-a-delegate`, `too-many-delegates`, `term-ends-first`.
 */
export const nameDelegate = defineCommand({
  name: "communities/name-delegate",
  input: z.object({
    communityId: communityIdField,
    organisationId: z.string().min(1).max(64),
    /** A handle, or the name of a member who came without one. */
    person: z.string().trim().min(1).max(300),
    from: dayField,
    until: dayField,
    decidedBy: z.string().trim().min(1).max(300),
  }),
  chain: ({ communityId }) => communityId,
  authorise: (context, input): Promise<Refusal | undefined> => requireSteward(context, input),
  async run(context, { communityId, organisationId, person, ...said }): Promise<Result<null, Refusal>> {
    const listed = await organisationsOf(context.db, communityId);
    const organisation = listed.find(({ id }) => id === organisationId);
    if (organisation === undefined) return refused({ kind: "not-found" });
    const [personId] = (await membersNamed(context.db, communityId, [person])).found;
    if (personId === undefined) return refused({ kind: "no-such-member" });
    const speaks = listed.some(({ delegates }) => delegates.some((delegate) => delegate.personId === personId));
    if (speaks) return refused({ kind: "already-a-delegate" });
    if (organisation.delegates.length >= mostDelegates) return refused({ kind: "too-many-delegates" });
    const { zone } = await communityOf(context, { communityId });
    const from = said.from ?? context.now.toZonedDateTimeISO(zone).toPlainDate().toString();
    // Days in ISO 8601 sort as texts.
    if (said.until !== null && said.until < from) return refused({ kind: "term-ends-first" });
    await insertDelegate(context.db, {
      organisation_id: organisationId,
      community_id: communityId,
      person_id: personId,
      from_day: from,
      until_day: said.until,
      decided_by: said.decidedBy,
    });
    const payload = { communityId, organisationId, personId, from, until: said.until ?? "" };
    context.emit({ name: "delegate-named", version: 1, payload });
    return accepted(null);
  },
});
