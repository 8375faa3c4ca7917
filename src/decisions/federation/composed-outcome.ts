import type { Application } from "../../kernel/application.ts";
import { addressing, worldAudience } from "../../kernel/federation/documents/addressing.ts";
import { htmlFromParagraphs } from "../../kernel/federation/html-from-text.ts";
import type { ActivityDocument } from "../../kernel/federation/outgoing.ts";
import { outcomeWords } from "../methods/outcome-words.ts";
import { changesOf, type FormerCount } from "../store/lifecycle/lives.read.ts";
import { outcomeOf, type Outcome } from "../store/proposals/outcomes.read.ts";
import { voiceSaid } from "../model/voice/voices.ts";
import { proposalById } from "../store/proposals/proposals.read.ts";
import { threadById } from "../store/threads/threads.read.ts";
import { voiceCountsOf } from "../store/voice/spoken.read.ts";
import { lastRecount } from "./electorate/last-recount.ts";
import { challengeLine } from "./electorate/challenge-line.ts";
import { actorUrl, ballotUrl, outcomeUrl, proposalUrl } from "./addresses.ts";
import { voiceIn } from "./voice.ts";

/**
 * What came of a proposal the world may read, as a Note in answer to what asked; undefined before it is counted.
 *
 * A proposal that was opened again is counted more than once: `count` says which one is meant, from 1; without it, the last.
 */
export async function composedOutcome(
  application: Application,
  proposalId: string,
  count?: number,
): Promise<ActivityDocument | undefined> {
  const { read, origin } = application;
  const proposal = await proposalById(read, proposalId);
  const thread = proposal === undefined ? undefined : await threadById(read, proposal.threadId);
  if (proposal === undefined || thread?.audience !== "everyone") return undefined;
  const formers = (await changesOf(read, proposal.id)).flatMap(({ former }) => (former === undefined ? [] : [former]));
  const number = count ?? formers.length + 1;
  const former = formers[number - 1];
  const last = number === formers.length + 1 ? await outcomeOf(read, proposal.id) : undefined;
  const outcome = former === undefined ? last : asOutcome(former);
  if (outcome === undefined) return undefined;
  const recountedAt = former === undefined ? await lastRecount(application, proposal) : undefined;
  const t = voiceIn(application, thread.language, proposal.zone);
  const actor = actorUrl(origin, proposal.communityId);
  const content = htmlFromParagraphs([
    t("decisions.fediverse.closed", { title: proposal.title }),
    ...outcomeWords(proposal, outcome.conclusion, t),
    t("decisions.fediverse.turnout", { answered: outcome.answered, eligible: outcome.eligible }),
    ...voiceSaid(await voiceCountsOf(read, proposal.id)).map(({ key, count }) => t(key, { count })),
    ...(await challengeLine(application, proposal, t)),
    ...(outcome.statement === "" ? [] : [outcome.statement]),
    proposalUrl(origin, proposal.id),
  ]);
  return {
    id: outcomeUrl(origin, proposal.id, number),
    type: "Note",
    attributedTo: actor,
    url: proposalUrl(origin, proposal.id),
    inReplyTo: ballotUrl(origin, proposal.id),
    content,
    contentMap: { [thread.language]: content },
    published: (recountedAt === undefined ? outcome.countedAt : (proposal.closedAt ?? outcome.countedAt)).toString(),
    updated: laterOf(recountedAt, outcome.statedAt)?.toString(),
    ...addressing(worldAudience(actor)),
  };
}

function laterOf(one: Temporal.Instant | undefined, other: Temporal.Instant | undefined): Temporal.Instant | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  return Temporal.Instant.compare(one, other) < 0 ? other : one;
}

type Told = Pick<Outcome, "conclusion" | "eligible" | "answered" | "countedAt" | "statement" | "statedAt">;

function asOutcome({ conclusion, eligible, answered, countedAt }: FormerCount): Told {
  const counted = Temporal.Instant.from(countedAt);
  return { conclusion, eligible, answered, countedAt: counted, statement: "", statedAt: undefined };
}
