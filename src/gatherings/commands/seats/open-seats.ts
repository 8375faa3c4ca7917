import { z } from "zod";
import { describePeople } from "../../../accounts/index.ts";
import { isMember } from "../../../communities/index.ts";
import { accepted, refused, type Result } from "../../../kernel/base/result.ts";
import { defineCommand, type CommandContext } from "../../../kernel/commands/command.ts";
import { promoteWaiting } from "../../model/apply-rsvp.ts";
import type { RsvpList } from "../../model/rsvp.ts";
import { reseat } from "../../model/seats/reseat.ts";
import { openableKinds } from "../../model/seats/seating.ts";
import type { Gathering } from "../../store/gatherings.read.ts";
import { replaceSeating } from "../../store/seats/seats.write.ts";
import { rsvpsOf, sessionsOf, type HeldSession } from "../../store/sessions.read.ts";
import { communityInput, gatheringInput } from "../inputs.ts";
import { keepChange, rulesOf } from "../rsvp-list.ts";
import { gatheringOf, mayOrganise, type StandingRefusal } from "../standing.ts";

export type OpenSeatsRefusal = StandingRefusal | { readonly kind: "seats-need-reason" };

/**
 * Says who may come: members, one delegate per instance, people who start an instance, each with its own places; or, with none of them,
 * anybody. Whoever restricts it says why.
 *
 * Nobody is unseated: see {@link reseat}. Whom the change gives a place is told. Refuses `seats-need-reason`.
 */
export const openSeats = defineCommand({
  name: "gatherings/open-seats",
  input: z.object({
    communityId: communityInput,
    gatheringId: gatheringInput,
    kinds: z
      .array(
        z.object({
          kind: z.enum(openableKinds),
          places: z.union([z.literal("").transform(() => null), z.null(), z.coerce.number().int().min(0).max(100_000)]),
        }),
      )
      .max(openableKinds.length),
    reason: z.string().trim().max(2000),
  }),
  chain: (input) => input.communityId,
  authorise: mayOrganise,
  async run(context, input): Promise<Result<{ readonly kinds: readonly string[] }, OpenSeatsRefusal>> {
    const gathering = await gatheringOf(context, input);
    if (gathering === undefined) return refused({ kind: "not-found" });
    const opened = new Map(input.kinds.map(({ kind, places }) => [kind, places]));
    if (opened.size > 0 && input.reason === "") return refused({ kind: "seats-need-reason" });
    await replaceSeating(context.db, gathering.id, opened, { reason: input.reason, at: context.now });
    for (const session of await sessionsOf(context.db, gathering.id)) {
      const isAhead = session.cancelledAt === undefined && Temporal.Instant.compare(session.startsAt, context.now) > 0;
      if (isAhead) await reseatSession(context, gathering, session);
    }
    const kinds = [...opened.keys()];
    context.emit({ name: "seats-opened", version: 1, payload: { gathering: gathering.id, kinds } });
    return accepted({ kinds });
  },
});

async function reseatSession(context: CommandContext, gathering: Gathering, session: HeldSession): Promise<void> {
  const before = await rsvpsOf(context.db, session.id);
  const rules = await rulesOf(context, gathering, session);
  const seated = reseat(before, rules.seats, await seekersOf(context, gathering, before));
  await keepChange(context, session, before, promoteWaiting(seated, rules));
}

async function seekersOf(context: CommandContext, gathering: Gathering, list: RsvpList) {
  const people = list.filter(({ answer }) => answer === "going").map(({ person }) => person);
  const described = await describePeople(context.db, people);
  const seekers = new Map<(typeof people)[number], { readonly isMember: boolean; readonly instance: string | null }>();
  for (const person of people) {
    const isOneOfThem = await isMember(context.db, gathering.communityId, person);
    seekers.set(person, { isMember: isOneOfThem, instance: described.get(person)?.host ?? null });
  }
  return seekers;
}
