import { z } from "zod";
import { accepted, refused, type Result } from "../../../kernel/base/result.ts";
import { defineCommand } from "../../../kernel/commands/command.ts";
import type { ConsentId } from "../../model/consent/consent-id.ts";
import { daysAfter, staleDraftDays } from "../../model/consent/timeouts.ts";
import type { PersonId } from "../../model/thread.ts";
import { rewriteBylaws } from "../../store/charter/charter.write.ts";
import { insertConsent, writeVersion } from "../../store/consent/consents.write.ts";
import { consentBoundBy, type MatterRefusal } from "../charter/consent-bound.ts";
import { communityInput, idInput, zoneInput } from "../inputs.ts";
import { actingPerson, mustBeMember, threadOf, type StandingRefusal } from "../standing.ts";
import { chooseElectorate, type ElectorateRefusal } from "../electorate/choose-electorate.ts";
import { draftInput, matterInput, roundDaysOf } from "./consent-inputs.ts";
import { staleDraftJob } from "./consent-jobs.ts";
import { draftParts, refusedDays, type DayRefusal } from "./draft-parts.ts";
import { versionHash } from "./version-hash.ts";

/** Why nothing is drafted. */
export type DraftRefusal =
  | StandingRefusal
  | DayRefusal
  | ElectorateRefusal
  | MatterRefusal
  | { readonly kind: "thread-closed" };

/**
 * Drafts a proposal for consent in a thread. Any member may; nobody is asked anything until it is submitted.
 *
 * Refuses what standing refuses, `thread-closed`, `ends-before-review` for a hard end before there was a review, what
 * choosing an electorate refuses, and what {@link consentBoundBy} does where it is about a matter of the charter, whose rules take the
 * place of its own.
 */
export const draftConsent = defineCommand({
  name: "decisions/draft-consent",
  input: z.object({
    communityId: communityInput,
    threadId: idInput,
    zone: zoneInput,
    matter: matterInput,
    ...draftInput,
  }),
  chain: (input) => input.communityId,
  authorise: mustBeMember,
  async run(context, said): Promise<Result<{ readonly consentId: ConsentId }, DraftRefusal>> {
    const thread = await threadOf(context, said);
    if (thread === undefined) return refused({ kind: "not-found" });
    if (thread.closedAt !== undefined) return refused({ kind: "thread-closed" });
    const by = await consentBoundBy(context, said);
    if (!by.ok) return by;
    const input = { ...said, ...by.value?.rules };
    const days = refusedDays(context.now, { ...input });
    if (days !== undefined) return refused(days);
    const consentId = context.ids.next<"consent">();
    const chosen = await chooseElectorate(context, consentId, { ...input, challengeDays: 0 });
    if (!chosen.ok) return chosen;
    const author = actingPerson(context) as PersonId;
    await insertConsent(context.db, {
      id: consentId,
      communityId: input.communityId,
      threadId: thread.id,
      authorId: author,
      ...draftParts(input),
      roundDays: roundDaysOf(input),
      zone: input.zone,
      draftedAt: context.now,
      supersedes: undefined,
      proposalId: undefined,
    });
    if (by.value !== undefined) await rewriteBylaws(context.db, consentId, by.value.kept);
    await writeVersion(context.db, consentId, {
      ...input,
      version: 1,
      hash: versionHash(consentId, 1, input),
      integration: undefined,
      cycle: 0,
      note: "",
      writtenBy: author,
      writtenAt: context.now,
    });
    const payload = { communityId: input.communityId, consentId };
    await context.schedule({
      kind: staleDraftJob,
      key: consentId,
      due: daysAfter(context.now, staleDraftDays),
      payload,
    });
    context.emit({ name: "consent-drafted", version: 1, payload: { thread: thread.id, proposal: consentId } });
    return accepted({ consentId });
  },
});
