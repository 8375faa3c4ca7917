import { describePeople, type PersonDescription } from "../../../accounts/index.ts";
import { lotOrder } from "../../../kernel/base/seeded.ts";
import { reopeningRefusal, type ProposalLife } from "../../model/lifecycle/life.ts";
import { outcomeStands } from "../../store/lifecycle/outcome-stands.read.ts";
import { addedOptionsOf, changesOf, lifeOf } from "../../store/lifecycle/lives.read.ts";
import type { AddedOption, ProposalChange } from "../../store/lifecycle/lives.read.ts";
import type { Outcome } from "../../store/proposals/outcomes.read.ts";
import type { ProposalVisit } from "../visit.ts";

/** What the page of a proposal shows of its life, beside answers and count. */
export interface LifeView {
  readonly life: ProposalLife;
  readonly changes: readonly ProposalChange[];
  readonly added: readonly AddedOption[];
  /** Whoever changed a closing time or added an option. */
  readonly people: ReadonlyMap<string, PersonDescription>;
  /** The places of the options in the order in which this reader is shown them. */
  readonly order: readonly number[];
  /** Whether the reader may open it again. */
  readonly mayReopen: boolean;
}

/** Reads it. */
export async function readLifeView(visit: ProposalVisit, outcome: Outcome | undefined): Promise<LifeView> {
  const { application, proposal, c } = visit;
  const { read } = application;
  const [life, changes] = await Promise.all([lifeOf(read, proposal.id), changesOf(read, proposal.id)]);
  const added = life.added === 0 ? [] : await addedOptionsOf(read, proposal.id);
  const named = [...changes, ...added].map(({ personId }) => personId);
  const people = named.length === 0 ? new Map() : await describePeople(read, named);
  const reopening = { ...proposal, stands: visit.isSteward && (await outcomeStands(read, proposal.id, outcome)) };
  const mayReopen = visit.isSteward && reopeningRefusal(reopening, c.var.frame.now) === undefined;
  return { life, changes, added, people, order: orderFor(visit, life), mayReopen };
}

/** The order in which the options were given, for whoever answers in another's place or without an account. */
export function givenOrder({ options }: Pick<ProposalVisit["proposal"], "options">): readonly number[] {
  return options.map((_, place) => place);
}

/**
 * The order of the options for this reader: where they are shuffled, one that is theirs each time, and that nobody chose. Visitors share one.
 */
function orderFor({ proposal, personId }: ProposalVisit, { shuffles }: ProposalLife): readonly number[] {
  if (!shuffles) return givenOrder(proposal);
  return lotOrder(proposal.options.length, `order of options\n${proposal.id}\n${personId ?? ""}`);
}
