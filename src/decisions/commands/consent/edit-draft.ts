import { z } from "zod";
import { accepted, refused, type Result } from "../../../kernel/base/result.ts";
import { defineCommand } from "../../../kernel/commands/command.ts";
import { rewriteBylaws } from "../../store/charter/charter.write.ts";
import { rewriteDraft, writeVersion } from "../../store/consent/consents.write.ts";
import { keepAmendment } from "../charter/bind-amendment.ts";
import { consentBoundBy, matterOfDraft, type MatterRefusal } from "../charter/consent-bound.ts";
import { chooseElectorate, type ElectorateRefusal } from "../electorate/choose-electorate.ts";
import { aboutConsent, draftInput } from "./consent-inputs.ts";
import { actingIn, mayEditDraft, type ConsentRefusal } from "./consent-standing.ts";
import { draftParts, refusedDays, type DayRefusal } from "./draft-parts.ts";
import { versionHash } from "./version-hash.ts";

/** Changes a draft, its rules included; once it is submitted they stand. Refuses as drafting does, and `consent-not-now`. */
export const editDraft = defineCommand({
  name: "decisions/edit-draft",
  input: z.object({ ...aboutConsent, ...draftInput }),
  chain: (input) => input.communityId,
  authorise: mayEditDraft,
  async run(
    context,
    said,
  ): Promise<Result<Record<string, never>, ConsentRefusal | DayRefusal | ElectorateRefusal | MatterRefusal>> {
    const acting = await actingIn(context, said, ["draft"]);
    if (!acting.ok) return acting;
    const { consent, person } = acting.value;
    const matter = await matterOfDraft(context.db, consent.id);
    const by = await consentBoundBy(context, { communityId: consent.communityId, matter });
    if (!by.ok) return by;
    const input = { ...said, ...by.value?.rules };
    const days = refusedDays(context.now, { ...input, zone: consent.zone });
    if (days !== undefined) return refused(days);
    const chosen = await chooseElectorate(context, consent.id, { ...input, challengeDays: 0 });
    if (!chosen.ok) return chosen;
    await rewriteDraft(context.db, consent.id, draftParts(input));
    if (by.value !== undefined) await rewriteBylaws(context.db, consent.id, by.value.kept);
    const { title, text, measures, responsible, termMonths } = input;
    const content = { title, text, measures, responsible, termMonths };
    await writeVersion(context.db, consent.id, {
      ...content,
      version: 1,
      hash: versionHash(consent.id, 1, content),
      integration: undefined,
      cycle: 0,
      note: "",
      writtenBy: person,
      writtenAt: context.now,
    });
    await keepAmendment(context, consent, 1);
    context.emit({
      name: "consent-draft-edited",
      version: 1,
      payload: { thread: consent.threadId, proposal: consent.id },
    });
    return accepted({});
  },
});
