import type { Json } from "../../../kernel/base/canonical-json.ts";
import { voicesAway } from "../../commands/voice/further-voices.ts";
import { allVoices } from "../../model/voice/voices.ts";
import { fewestPublished, type PublishedBallot } from "../../model/secret/secret-ballot.ts";
import type { PublishedCount } from "../../model/recount/published-file.ts";
import type { Outcome } from "../../store/proposals/outcomes.read.ts";
import { countedBallots } from "../../store/proposals/stances.read.ts";
import { publishedBallots } from "../../store/secret/secret.read.ts";
import type { ProposalVisit } from "../visit.ts";

const BALLOTS_AT_ONCE = 2_000;

/** Whether the ballots of a closed proposal are published: of a secret one that few answered, they are not. */
export function areBallotsPublished({ proposal }: Pick<ProposalVisit, "proposal">, outcome: Outcome): boolean {
  return proposal.secrecy !== "secret" || outcome.answered >= fewestPublished;
}

/** Every published ballot, in the order in which it was counted: of a secret vote one by one, else equal ones together. */
export async function allPublished({ application, proposal }: ProposalVisit): Promise<readonly PublishedCount[]> {
  if (proposal.secrecy !== "secret") {
    const own = await countedBallots(application.read, proposal.id);
    return allVoices(own, (await voicesAway(application.read, proposal, application.clock())).further);
  }
  return Array.fromAsync(publishedInPages({ application, proposal }));
}

/** Every ballot of the list of a secret vote, in its order, a page at a time. */
export async function* publishedInPages({
  application,
  proposal,
}: Pick<ProposalVisit, "application" | "proposal">): AsyncGenerator<PublishedCount> {
  let from = "";
  for (;;) {
    const page = { from, limit: BALLOTS_AT_ONCE };
    const ballots = await publishedBallots(application.read, proposal.id, page);
    yield* ballots.map(counted);
    if (ballots.length < BALLOTS_AT_ONCE) return;
    from = `${ballots.at(-1)?.digest ?? ""} `;
  }
}

/** The ballot with this digest, if it is in the list. */
export async function ballotWith({ application, proposal }: ProposalVisit, digest: string): Promise<Json | undefined> {
  const [first] = await publishedBallots(application.read, proposal.id, { from: digest, limit: 1 });
  return first?.digest === digest ? first.ballot : undefined;
}

function counted({ digest, ballot }: PublishedBallot): PublishedCount {
  return { ballot, count: 1, code: digest };
}
