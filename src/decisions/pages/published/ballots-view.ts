import { describePeople, type PersonDescription } from "../../../accounts/index.ts";
import type { Json } from "../../../kernel/base/canonical-json.ts";
import type { PublishedCount } from "../../model/recount/published-file.ts";
import type { PersonId } from "../../model/thread.ts";
import type { Outcome } from "../../store/proposals/outcomes.read.ts";
import { boxOf, markedPeople, publishedBallots } from "../../store/secret/secret.read.ts";
import { areNamesFor } from "../proposals/proposal-view.ts";
import type { ProposalVisit } from "../visit.ts";
import { allPublished, areBallotsPublished } from "./published.ts";

const ballotsPerPage = 100;
const peoplePerPage = 200;

/** What came of looking a receipt code up. */
export type Looked = { readonly found: false } | { readonly found: true; readonly ballot: Json };

/** All that the page of the ballots shows. */
export interface BallotsView {
  readonly visit: ProposalVisit;
  readonly outcome: Outcome;
  /** False where they are withheld, since there are few. */
  readonly isPublished: boolean;
  readonly ballots: readonly PublishedCount[];
  /** The digest with which the next page begins. */
  readonly next: string | undefined;
  readonly looked?: Looked;
  /** Those who took part, where they are listed for this reader. */
  readonly turnout: readonly (PersonDescription | undefined)[] | undefined;
  /** After whom the next page of them begins. */
  readonly nextPerson: PersonId | undefined;
}

/** Reads it. */
export async function readBallotsView(visit: ProposalVisit, outcome: Outcome): Promise<BallotsView> {
  const isPublished = areBallotsPublished(visit, outcome);
  const page = isPublished ? await readPage(visit) : { ballots: [], next: undefined };
  return { visit, outcome, isPublished, ...page, ...(await readTurnout(visit)) };
}

async function readPage(visit: ProposalVisit) {
  const { c, application, proposal } = visit;
  if (proposal.secrecy !== "secret") {
    return { ballots: (await allPublished(visit)).slice(0, ballotsPerPage), next: undefined };
  }
  const page = { from: c.req.query("from") ?? "", limit: ballotsPerPage + 1 };
  const ballots = await publishedBallots(application.read, proposal.id, page);
  return {
    ballots: ballots.slice(0, ballotsPerPage).map(({ digest, ballot }) => ({ ballot, count: 1, code: digest })),
    next: ballots[ballotsPerPage]?.digest,
  };
}

async function readTurnout(visit: ProposalVisit) {
  const { c, application, proposal } = visit;
  const { read } = application;
  const isListed = proposal.secrecy === "secret" && (await boxOf(read, proposal.id))?.turnout === "listed";
  if (!isListed || !areNamesFor(visit)) return { turnout: undefined, nextPerson: undefined };
  const page = { after: c.req.query("after") ?? "", limit: peoplePerPage + 1 };
  const people = await markedPeople(read, proposal.id, page);
  const shown = people.slice(0, peoplePerPage);
  const described = await describePeople(read, shown);
  return {
    turnout: shown.map((person) => described.get(person)),
    nextPerson: people.length > peoplePerPage ? shown.at(-1) : undefined,
  };
}
