import { z } from "zod";
import { accepted, refused, type Result } from "../../../kernel/base/result.ts";
import { defineCommand, type InvalidInput } from "../../../kernel/commands/command.ts";
import { charterMatter, isSameCharter, matterOf } from "../../model/charter/charter.ts";
import type { ProposalId } from "../../model/proposal.ts";
import { charterOf } from "../../store/charter/charter.read.ts";
import { insertAmendment } from "../../store/charter/charter.write.ts";
import { communityInput, idInput, languageInput, textInput, titleInput, zoneInput } from "../inputs.ts";
import { openProposal, type OpenProposalRefusal } from "../proposals/open-proposal.ts";
import { mustBeMember, type StandingRefusal } from "../standing.ts";
import { openThread } from "../threads/open-thread.ts";
import { charterInput, readCharter, type CharterRefusal } from "./read-charter.ts";

type AmendmentRefusal =
  | StandingRefusal
  | CharterRefusal
  | OpenProposalRefusal
  | InvalidInput
  | { readonly kind: "no-charter" }
  | { readonly kind: "charter-unchanged" };

/**
 * Puts forward that the charter be amended, under the rule that it has for itself; in a thread of its own where none is named. When
 * the proposal closes and carries, the amended charter is in force, see {@link takeEffect}.
 *
 * Refuses `no-charter`, `charter-unchanged`, and what {@link readCharter} and {@link openProposal} refuse.
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
    closesAt: z.string().max(60),
    zone: zoneInput,
    ...charterInput,
  }),
  chain: (input) => input.communityId,
  authorise: mustBeMember,
  async run(context, input): Promise<Result<{ readonly proposalId: ProposalId }, AmendmentRefusal>> {
    const { communityId, title, text, closesAt, zone, language } = input;
    const inForce = await charterOf(context.db, communityId);
    const rule = inForce === undefined ? undefined : matterOf(inForce, charterMatter);
    if (inForce === undefined || rule === undefined) return refused({ kind: "no-charter" });
    const amendment = readCharter(context, input, inForce);
    if (!amendment.ok) return amendment;
    if (isSameCharter(inForce, amendment.value)) return refused({ kind: "charter-unchanged" });
    const opened =
      input.threadId === "" ? await context.execute(openThread, { communityId, title, text, language }) : undefined;
    if (opened?.ok === false) return opened;
    const threadId = opened?.value.threadId ?? input.threadId;
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
    const { version } = inForce;
    await insertAmendment(context.db, { ...amendment.value, proposalId, communityId, baseVersion: version });
    context.emit({ name: "charter-amendment-proposed", version: 1, payload: { proposal: proposalId, base: version } });
    return accepted({ proposalId });
  },
});
