import { z } from "zod";
import { circlesOf } from "../../../circles/index.ts";
import { accepted, refused, type Result } from "../../../kernel/base/result.ts";
import { defineCommand, type InvalidInput } from "../../../kernel/commands/command.ts";
import { charterMatter, isSameCharter, matterOf } from "../../model/charter/charter.ts";
import { consentWay } from "../../model/charter/consent-way.ts";
import type { ProposalId } from "../../model/proposal.ts";
import { charterOf } from "../../store/charter/charter.read.ts";
import { writeAmendment } from "../../store/charter/charter.write.ts";
import { contentInput } from "../consent/consent-inputs.ts";
import { communityInput, idInput, languageInput, textInput, titleInput, zoneInput } from "../inputs.ts";
import { openProposal, type OpenProposalRefusal } from "../proposals/open-proposal.ts";
import { mustBeMember, type StandingRefusal } from "../standing.ts";
import { openThread } from "../threads/open-thread.ts";
import { askForAmendment, type ConsentOfAmendmentRefusal } from "./ask-for-amendment.ts";
import { charterInput, readCharter, type CharterRefusal } from "./read-charter.ts";

type AmendmentRefusal =
  | StandingRefusal
  | CharterRefusal
  | OpenProposalRefusal
  | InvalidInput
  | ConsentOfAmendmentRefusal
  | { readonly kind: "no-charter" }
  | { readonly kind: "charter-unchanged" };

/** What was put forward: a proposal, or a process where the charter is amended by consent; the other id is empty. */
interface AmendmentPut {
  readonly [name: string]: string;
  readonly proposalId: ProposalId | "";
  readonly consentId: string;
}

/**
 * Puts forward that the charter be amended, under the rule that it has for itself; in a thread of its own where none is named. When
 * the proposal closes and carries, or its circle consents, the amended charter is in force, see {@link takeEffect}.
 *
 * Refuses `no-charter`, `charter-unchanged`, and what {@link readCharter}, {@link openProposal} and {@link askForAmendment} refuse.
 */
export const proposeAmendment = defineCommand({
  name: "decisions/propose-amendment",
  input: z.object({
    communityId: communityInput,
    threadId: idInput.or(z.literal("")).default(""),
    title: titleInput,
    /** Why; Markdown. */
    text: textInput,
    language: languageInput,
    /** Of an amendment that is counted. */
    closesAt: z.string().max(60).default(""),
    /** Of one that is decided by consent: after how many months it is reviewed. */
    termMonths: contentInput.termMonths,
    zone: zoneInput,
    ...charterInput,
  }),
  chain: (input) => input.communityId,
  authorise: mustBeMember,
  async run(context, input): Promise<Result<AmendmentPut, AmendmentRefusal>> {
    const { communityId, title, text, closesAt, zone, language } = input;
    const inForce = await charterOf(context.db, communityId);
    const rule = inForce === undefined ? undefined : matterOf(inForce, charterMatter);
    if (inForce === undefined || rule === undefined) return refused({ kind: "no-charter" });
    const amendment = readCharter(context, input, inForce, await circlesOf(context.db, communityId));
    if (!amendment.ok) return amendment;
    if (isSameCharter(inForce, amendment.value)) return refused({ kind: "charter-unchanged" });
    const opened =
      input.threadId === "" ? await context.execute(openThread, { communityId, title, text, language }) : undefined;
    if (opened?.ok === false) return opened;
    const threadId = opened?.value.threadId ?? input.threadId;
    const written = { ...amendment.value, baseVersion: inForce.version };
    if (rule.method === consentWay) {
      const { termMonths } = input;
      const asked = await askForAmendment(context, { communityId, threadId, title, text, zone, termMonths }, written);
      return asked.ok ? accepted({ proposalId: "", consentId: asked.value.consentId }) : asked;
    }
    const put = {
      communityId,
      threadId,
      title,
      text,
      closesAt,
      zone,
      method: rule.method,
      matter: charterMatter,
      challengeDays: 0,
    };
    const proposal = await context.execute(openProposal, put);
    if (!proposal.ok) return proposal;
    const { proposalId } = proposal.value;
    await writeAmendment(context.db, { ...written, proposalId, communityId });
    const payload = { proposal: proposalId, base: inForce.version };
    context.emit({ name: "charter-amendment-proposed", version: 1, payload });
    return accepted({ proposalId, consentId: "" });
  },
});
