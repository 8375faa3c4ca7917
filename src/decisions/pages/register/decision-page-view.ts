import { describePeople, type PersonDescription } from "../../../accounts/index.ts";
import { membersOf } from "../../../communities/index.ts";
import type { Task } from "../../model/register/task.ts";
import { decisionById, type AdoptedDecision } from "../../store/consent/adopted.read.ts";
import { outcomeOf, type Outcome } from "../../store/proposals/outcomes.read.ts";
import { proposalById, type Proposal } from "../../store/proposals/proposals.read.ts";
import { citationsOf, precedentsOf, type Citing } from "../../store/register/citations.read.ts";
import { tasksOf } from "../../store/register/tasks.read.ts";
import { readConsentView, type ConsentView } from "../consent/consent-view.ts";
import { placeInLog } from "./register-entries.ts";
import type { DecisionVisit } from "./decision-visit.ts";

/** So many members fit into one field. */
const MEMBERS_OFFERED = 200;

/** All that the page of a decision shows. */
export interface DecisionPageView {
  readonly visit: DecisionVisit;
  /** The process that made it, or keeps what a proposal decided: words, answers, concerns and reviews. */
  readonly kept: ConsentView;
  /** The proposal whose count decided it; undefined where consent did. */
  readonly counted: { readonly proposal: Proposal; readonly outcome: Outcome } | undefined;
  readonly replaces: AdoptedDecision | undefined;
  readonly replacedBy: AdoptedDecision | undefined;
  readonly precedents: readonly AdoptedDecision[];
  readonly cited: readonly Citing[];
  /** Its entry in the community's log. */
  readonly place: { readonly sequence: number; readonly hash: string } | undefined;
  /** As far as this reader may see them: what is asked of somebody is theirs and whose asked it, until they accept. */
  readonly tasks: readonly Task[];
  /** Members whom the reader may ask to do something; none for whoever may not. */
  readonly others: readonly PersonDescription[];
  readonly people: ReadonlyMap<string, PersonDescription>;
}

/** Reads all of it. */
export async function readDecisionPage(visit: DecisionVisit): Promise<DecisionPageView> {
  const { application, decision, isMember, community } = visit;
  const { read } = application;
  const reader = isMember ? community.id : undefined;
  const about = [decision.id, decision.consentId, ...(decision.proposalId === undefined ? [] : [decision.proposalId])];
  const [kept, counted, replaces, replacedBy, precedents, cited, place, tasks] = await Promise.all([
    readConsentView(visit),
    readCounted(visit),
    otherDecision(visit, decision.supersedes),
    otherDecision(visit, decision.supersededBy),
    precedentsOf(read, about, reader),
    citationsOf(read, decision.id, reader),
    placeInLog(read, visit.decision),
    tasksOf(read, decision.id),
  ]);
  const shown = tasks.filter((task) => isShown(visit, task));
  const others = await othersToAsk(visit, kept);
  const named = shown.flatMap(({ ownerId, proposerId }) => [ownerId, proposerId]);
  const people = await describePeople(read, [...new Set(named)]);
  return { visit, kept, counted, replaces, replacedBy, precedents, cited, place, tasks: shown, others, people };
}

async function readCounted({ application, decision }: DecisionVisit): Promise<DecisionPageView["counted"]> {
  if (decision.proposalId === undefined) return undefined;
  const [proposal, outcome] = await Promise.all([
    proposalById(application.read, decision.proposalId),
    outcomeOf(application.read, decision.proposalId),
  ]);
  return proposal === undefined || outcome === undefined ? undefined : { proposal, outcome };
}

/** A decision that comes before or after, if this reader may see it. */
async function otherDecision(
  { application, isMember }: DecisionVisit,
  id: string | undefined,
): Promise<AdoptedDecision | undefined> {
  const other = id === undefined ? undefined : await decisionById(application.read, id);
  return other?.audience === "everyone" || isMember ? other : undefined;
}

function isShown({ personId, isSteward }: DecisionVisit, { state, ownerId, proposerId }: Task): boolean {
  if (state !== "proposed" && state !== "declined") return true;
  return isSteward || personId === ownerId || personId === proposerId;
}

async function othersToAsk(
  { application, community, personId, isMember }: DecisionVisit,
  { namesShown }: ConsentView,
): Promise<readonly PersonDescription[]> {
  if (personId === undefined || !isMember || !namesShown) return [];
  const members = await membersOf(application.read, community.id, { after: "", limit: MEMBERS_OFFERED });
  const ids = members.map((member): string => member.personId).filter((id) => id !== personId);
  return [...(await describePeople(application.read, ids)).values()].filter(({ name }) => name !== undefined);
}
