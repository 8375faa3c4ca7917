import type { Application } from "../../kernel/application.ts";
import { addressing, worldAudience } from "../../kernel/federation/documents/addressing.ts";
import { htmlFromParagraphs } from "../../kernel/federation/html-from-text.ts";
import type { ActivityDocument } from "../../kernel/federation/outgoing.ts";
import { outcomeWords } from "../methods/outcome-words.ts";
import { outcomeOf } from "../store/proposals/outcomes.read.ts";
import { proposalById } from "../store/proposals/proposals.read.ts";
import { threadById } from "../store/threads/threads.read.ts";
import { challengeLine } from "./electorate/challenge-line.ts";
import { actorUrl, ballotUrl, outcomeUrl, proposalUrl } from "./addresses.ts";
import { voiceIn } from "./voice.ts";

/** What came of a proposal the world may read, as a Note in answer to what asked; undefined before it is counted. */
export async function composedOutcome(
  application: Application,
  proposalId: string,
): Promise<ActivityDocument | undefined> {
  const { read, origin } = application;
  const proposal = await proposalById(read, proposalId);
  const outcome = proposal === undefined ? undefined : await outcomeOf(read, proposal.id);
  const thread = proposal === undefined ? undefined : await threadById(read, proposal.threadId);
  if (proposal === undefined || outcome === undefined || thread?.audience !== "everyone") return undefined;
  const t = voiceIn(application, thread.language, proposal.zone);
  const actor = actorUrl(origin, proposal.communityId);
  const content = htmlFromParagraphs([
    t("decisions.fediverse.closed", { title: proposal.title }),
    ...outcomeWords(proposal, outcome.conclusion, t),
    t("decisions.fediverse.turnout", { answered: outcome.answered, eligible: outcome.eligible }),
    ...(await challengeLine(application, proposal, t)),
    ...(outcome.statement === "" ? [] : [outcome.statement]),
    proposalUrl(origin, proposal.id),
  ]);
  return {
    id: outcomeUrl(origin, proposal.id),
    type: "Note",
    attributedTo: actor,
    url: proposalUrl(origin, proposal.id),
    inReplyTo: ballotUrl(origin, proposal.id),
    content,
    contentMap: { [thread.language]: content },
    published: outcome.countedAt.toString(),
    updated: outcome.statedAt?.toString(),
    ...addressing(worldAudience(actor)),
  };
}
