import { describePeople, type PersonDescription } from "../../../accounts/index.ts";
import type { AdoptedDecision } from "../../store/consent/adopted.read.ts";
import { decisionOfProposal } from "../../store/register/register.read.ts";
import { optionNames } from "../../methods/option-names.ts";
import type { Tally } from "../../methods/method.ts";
import { outcomeOf, type Outcome } from "../../store/proposals/outcomes.read.ts";
import { answeredSoFar } from "../../store/tallies/tallies.read.ts";
import { stanceOf, stancesOf, type Stance } from "../../store/proposals/stances.read.ts";
import type { Turnout } from "../../model/secret/secret-ballot.ts";
import { areAllAlike, boxOf, hasVoted } from "../../store/secret/secret.read.ts";
import { readLifeView, type LifeView } from "../lifecycle/life-view.ts";
import { readCharterPart, type CharterPart } from "../charter/charter-part.ts";
import { voicesAway } from "../../commands/voice/further-voices.ts";
import { areBallotsPublished } from "../published/published.ts";
import { readProposalVoices, type ProposalVoices } from "../voice/proposal-voices.ts";
import { readElectorateView, type ElectorateView } from "../electorate/electorate-view.ts";
import { tallySoFar } from "../tallies/tally-so-far.ts";
import type { CommunityVisit, ProposalVisit } from "../visit.ts";

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
  /** How many people have answered themselves. */
  readonly answered: number;
  /** Those who are spoken for, and guests. */
  readonly voices: ProposalVoices;
  /** Undefined while it is open, and once it is withdrawn. */
  readonly outcome: Outcome | undefined;
  /** The count as it may be shown now: of the outcome, or so far; undefined while it is hidden from this reader. */
  readonly tally: Tally | undefined;
  /** The stances as far as they are shown now, the newest first. */
  readonly stances: readonly Stance[];
  readonly skipped: number;
  readonly people: ReadonlyMap<string, PersonDescription>;
  /** What was written down as decided; undefined until then. */
  readonly decision: AdoptedDecision | undefined;
  /** The rules it was put under, and what it would change in the charter. */
  readonly charter: CharterPart;
  /** Whether the reader may close it, take it back or say what was concluded. */
  readonly tends: boolean;
  /** Changes of its closing time, options added, and the order in which options are shown. */
  readonly life: LifeView;
}

/** Reads all of it. */
export async function readProposalView(visit: ProposalVisit): Promise<ProposalView> {
  const { c, application, proposal, personId } = visit;
  const { read } = application;
  const electorate = await readElectorateView(visit);
  const speaker = electorate.ownVoice?.spokeBy ?? personId;
  const [own, { answered, turn }, outcome] = await Promise.all([
    speaker === undefined ? undefined : stanceOf(read, proposal.id, speaker),
    answeredSoFar(read, proposal.id),
    outcomeOf(read, proposal.id),
  ]);
  const secret = proposal.secrecy === "secret" ? await readSecret(visit, electorate) : openly;
  const shown = isCountShown(visit, own);
  const away = await voicesAway(read, proposal, application.clock());
  const tally = outcome?.tally ?? (shown ? await tallySoFar(visit, { turn, further: away.further }) : undefined);
  const skipped = pageStart(c.req.query("skip"), answered);
  const page = { skip: skipped, limit: stancesPerPage };
  const areShown = areNamesShown(visit, shown);
  const stances = areShown ? await stancesOf(read, proposal.id, page) : [];
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
    voices: await readProposalVoices(visit, { away, answered, stances, areShown }),
    outcome,
    tally,
    stances,
    skipped,
    people,
    decision: outcome === undefined ? undefined : await decisionOfProposal(read, proposal.id),
    charter: await readCharterPart(read, proposal),
    tends: personId !== undefined && (personId === proposal.authorId || visit.isSteward),
    life: await readLifeView(visit, outcome),
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

/** Whether the count so far, or at last, is shown to a reader who has answered so. */
export function isCountShown({ proposal }: ProposalVisit, own: Stance | undefined): boolean {
  if (proposal.state !== "open") return proposal.state === "closed";
  return proposal.showsCount === "at-once" || (proposal.showsCount === "after-own" && own !== undefined);
}

/** Who said what is shown with the count. */
function areNamesShown(visit: ProposalVisit, shown: boolean): boolean {
  return shown && areNamesFor(visit);
}

/** Names are shown to those whom the community shows its members. */
export function areNamesFor({ community, isMember, isSteward }: CommunityVisit): boolean {
  if (community.memberList === "everyone") return true;
  return community.memberList === "members" ? isMember : isSteward;
}

function pageStart(asked: string | undefined, answered: number): number {
  const skip = Number(asked ?? "0");
  return Number.isSafeInteger(skip) && skip > 0 && skip < answered ? skip : 0;
}
