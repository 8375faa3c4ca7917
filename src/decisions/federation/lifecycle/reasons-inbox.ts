import type { Recogniser } from "../../../kernel/federation/received.ts";
import { answeredNotice } from "../../../kernel/notifications/answered-notice.ts";
import { giveStanceReason } from "../../commands/lifecycle/give-stance-reason.ts";
import { methodOf, questionOf } from "../../methods/registry.ts";
import { saidText } from "../../model/replies/reply-text.ts";
import { proposalById } from "../../store/proposals/proposals.read.ts";
import { proposalUrl } from "../addresses.ts";
import { answerTo } from "../answers.ts";
import { wordsOfOptions } from "../option-labels.ts";

const longestRead = 2_000;
const ofQuestion = /^proposal-reason:([0-9a-f-]{36})$/;

/** Words in answer to our question why somebody disagrees; a reply that is a ballot is left to whoever reads ballots. */
const reasoning: Recogniser = {
  name: "decisions/reasoning",
  types: ["Create"],
  async recognise(activity, reading) {
    const note = activity.object;
    if (note?.text === undefined || note.name !== undefined) return undefined;
    const [, id] = ofQuestion.exec((await answeredNotice(reading, activity))?.matter ?? "") ?? [];
    const proposal = id === undefined ? undefined : await proposalById(reading.read, id);
    if (proposal === undefined) return undefined;
    const { wire } = methodOf(proposal);
    const ballot = wire.fromReply(note.text, questionOf(proposal), wordsOfOptions(proposal, note.language));
    const reason = saidText(note.text.slice(0, longestRead)) ?? "";
    if (ballot?.ok === true || reason === "") return undefined;
    const { communityId, id: proposalId } = proposal;
    return { command: giveStanceReason, input: { communityId, proposalId, reason } };
  },
  async reply(activity, answer, reading) {
    if (!answer.ok) return answerTo(activity, answer, reading);
    const [, id] = ofQuestion.exec((await answeredNotice(reading, activity))?.matter ?? "") ?? [];
    const proposal = id === undefined ? undefined : await proposalById(reading.read, id);
    if (proposal === undefined) return undefined;
    const values = { title: proposal.title, page: proposalUrl(reading.origin, proposal.id) };
    return { from: proposal.communityId, key: "decisions.lifecycle.answer.reason-taken", values };
  },
};

/** What the life of a proposal makes of what arrives. */
export const lifecycleInbox: readonly Recogniser[] = [reasoning];
