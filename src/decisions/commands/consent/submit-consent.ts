import { z } from "zod";
import { isSteward } from "../../../communities/index.ts";
import { accepted, refused, type Result } from "../../../kernel/base/result.ts";
import { defineCommand, type CommandContext } from "../../../kernel/commands/command.ts";
import { isSameCharter } from "../../model/charter/charter.ts";
import { amendmentOf, charterOf } from "../../store/charter/charter.read.ts";
import { versionOf, type Consent } from "../../store/consent/consents.read.ts";
import { moveConsent } from "../../store/consent/consents.write.ts";
import { letConsentBeFound } from "../../store/search/process-texts.write.ts";
import { bindDraft, type MatterRefusal } from "../charter/consent-bound.ts";
import type { ElectorateRefusal } from "../electorate/choose-electorate.ts";
import { freezeElectorate } from "../proposals/freeze-electorate.ts";
import { citeDecisions } from "../register/cite-decisions.ts";
import { aboutConsent } from "./consent-inputs.ts";
import { staleDraftJob } from "./consent-jobs.ts";
import { actingIn, mayEditDraft, type ConsentRefusal } from "./consent-standing.ts";
import { stepAndProceed } from "./proceed.ts";

/** Why a draft is not put before the circle. */
export type SubmitRefusal = ConsentRefusal | ElectorateRefusal | MatterRefusal | { readonly kind: "charter-unchanged" };

/**
 * Puts a draft before the circle: who may answer is frozen now. A facilitator sees that it lies in the circle's domain before the rounds
 * begin; a steward's own begins at once, and nobody's waits longer than a day. Refuses `consent-not-now`, `nobody-may-answer`, `charter-unchanged` for an amendment that changes nothing,
 * what {@link bindDraft} refuses for one about a matter of the charter, and what standing refuses.
 */
export const submitConsent = defineCommand({
  name: "decisions/submit-consent",
  input: z.object(aboutConsent),
  chain: (input) => input.communityId,
  authorise: mayEditDraft,
  async run(context, input): Promise<Result<{ readonly state: string }, SubmitRefusal>> {
    const acting = await actingIn(context, input, ["draft"]);
    if (!acting.ok) return acting;
    const { person } = acting.value;
    if (await amendsNothing(context, acting.value.consent)) return refused({ kind: "charter-unchanged" });
    const bound = await bindDraft(context, acting.value.consent);
    if (!bound.ok) return bound;
    const consent = bound.value;
    const eligible = await freezeElectorate(context, consent.communityId, consent.id);
    if (eligible === 0) return refused({ kind: "nobody-may-answer", field: "electorate" });
    await moveConsent(context.db, consent.id, { ...consent, eligible });
    await context.unschedule(staleDraftJob, consent.id);
    const version = await versionOf(context.db, consent.id, consent.version);
    const text = `${version?.text ?? ""}\n${consent.need}`;
    await citeDecisions(context, "consent", { about: consent.id, threadId: consent.threadId, text });
    const presented = await stepAndProceed(context, { ...consent, eligible }, "submit");
    await letConsentBeFound(context.db, consent.id);
    const facilitates = await isSteward(context.db, consent.communityId, person);
    const { state } = facilitates ? await stepAndProceed(context, presented, "open-rounds") : presented;
    return accepted({ state });
  },
});

/** Whether it is to amend the charter and leaves it as it stands: so begins the change of an amendment after its review. */
async function amendsNothing({ db }: CommandContext, consent: Consent): Promise<boolean> {
  const amendment = await amendmentOf(db, consent.id);
  const inForce = amendment === undefined ? undefined : await charterOf(db, consent.communityId);
  return amendment !== undefined && inForce !== undefined && isSameCharter(inForce, amendment);
}
