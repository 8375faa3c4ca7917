import { describePeople, type PersonDescription } from "../../../accounts/index.ts";
import { optionNames } from "../../methods/option-names.ts";
import { methodOf, questionOf } from "../../methods/registry.ts";
import type { Tally } from "../../methods/method.ts";
import { outcomeOf, type Outcome } from "../../store/proposals/outcomes.read.ts";
import { countedBallots, countStances, stanceOf, stancesOf, type Stance } from "../../store/proposals/stances.read.ts";
import type { Turnout } from "../../model/secret/secret-ballot.ts";
import { areAllAlike, boxOf, countMarks, hasVoted } from "../../store/secret/secret.read.ts";
import { areBallotsPublished } from "../published/published.ts";
import { readElectorateView, type ElectorateView } from "../electorate/electorate-view.ts";
import type { ProposalVisit } from "../visit.ts";

export const stancesPerPage = 50;

/** All that the page of a proposal shows. */
export interface ProposalView {
  readonly visit: ProposalVisit;
  /** The names of the options for this reader. */
  readonly names: readonly string[];
  /** Whom it asks, and whether that is the reader. */
  readonly electorate: ElectorateView;
  readonly own: Stance | undefined;
  /** Whether the reader has voted in secret. */
  readonly hasVoted: boolean;
  /** Of a secret proposal: whether those who took part are named after closing. */
  readonly turnout: Turnout;
  /** Of a secret proposal: whether all published ballots say the same. */
  readonly isUnanimous: boolean;
  /** Whether the count is kept from everybody, since few answered in secret. */
  readonly isWithheld: boolean;
  readonly answered: number;
  /** Undefined while it is open, and once it is withdrawn. */
  readonly outcome: Outcome | undefined;
  /** The count as it may be shown now: of the outcome, or so far; undefined while it is hidden from this reader. */
  readonly tally: Tally | undefined;
  /** The stances as far as they are shown now, the newest first. */
  readonly stances: readonly Stance[];
  readonly skipped: number;
  readonly people: ReadonlyMap<string, PersonDescription>;
  /** Whether the reader may close it, take it back or say what was concluded. */
  readonly tends: boolean;
}

/** Reads all of it. */
export async function readProposalView(visit: ProposalVisit): Promise<ProposalView> {
  const { c, application, proposal, personId } = visit;
  const { read } = application;
  const electorate = await readElectorateView(visit);
  const speaker = electorate.ownVoice?.spokeBy ?? personId;
  const [own, answered, outcome] = await Promise.all([
    speaker === undefined ? undefined : stanceOf(read, proposal.id, speaker),
    proposal.secrecy === "secret" ? countMarks(read, proposal.id) : countStances(read, proposal.id),
    outcomeOf(read, proposal.id),
  ]);
  const secret = proposal.secrecy === "secret" ? await readSecret(visit, electorate) : openly;
  const shown = isCountShown(visit, own);
  const tally = outcome?.tally ?? (shown ? await tallySoFar(visit) : undefined);
  const skipped = pageStart(c.req.query("skip"), answered);
  const page = { skip: skipped, limit: stancesPerPage };
  const stances = areNamesShown(visit, shown) ? await stancesOf(read, proposal.id, page) : [];
  const named = stances.map((stance) => stance.personId);
  const people = await describePeople(read, [
    proposal.authorId,
    ...(outcome?.statedBy ? [outcome.statedBy] : []),
    ...named,
  ]);
  return {
    visit,
    names: optionNames(proposal, c.var.t),
    electorate,
    own,
    ...secret,
    isWithheld: outcome !== undefined && !areBallotsPublished(visit, outcome),
    answered,
    outcome,
    tally,
    stances,
    skipped,
    people,
    tends: personId !== undefined && (personId === proposal.authorId || visit.isSteward),
  };
}

const openly = { hasVoted: false, turnout: "hidden", isUnanimous: false } as const;

async function readSecret({ application, proposal, personId }: ProposalVisit, { ownVoice }: ElectorateView) {
  const { read } = application;
  const [box, voted, isUnanimous] = await Promise.all([
    boxOf(read, proposal.id),
    personId === undefined ? false : hasVoted(read, proposal.id, personId),
    areAllAlike(read, proposal.id),
  ]);
  return { hasVoted: voted || ownVoice?.hasSpoken === true, isUnanimous, turnout: box?.turnout ?? "hidden" };
}

function isCountShown({ proposal }: ProposalVisit, own: Stance | undefined): boolean {
  if (proposal.state !== "open") return proposal.state === "closed";
  return proposal.showsCount === "at-once" || (proposal.showsCount === "after-own" && own !== undefined);
}

/** Who said what is shown with the count. */
function areNamesShown(visit: ProposalVisit, shown: boolean): boolean {
  return shown && areNamesFor(visit);
}

/** Names are shown to those whom the community shows its members. */
export function areNamesFor({ community, isMember, isSteward }: ProposalVisit): boolean {
  if (community.memberList === "everyone") return true;
  return community.memberList === "members" ? isMember : isSteward;
}

async function tallySoFar({ application, proposal }: ProposalVisit): Promise<Tally> {
  const ballots = await countedBallots(application.read, proposal.id);
  // No lot falls before closing: ties so far are shown as ties of the first in order.
  return methodOf(proposal).rules.count(questionOf(proposal), ballots, proposal.id);
}

function pageStart(asked: string | undefined, answered: number): number {
  const skip = Number(asked ?? "0");
  return Number.isSafeInteger(skip) && skip > 0 && skip < answered ? skip : 0;
}
