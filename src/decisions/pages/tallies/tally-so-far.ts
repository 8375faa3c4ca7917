import type { Application } from "../../../kernel/application.ts";
import { canonicalJson } from "../../../kernel/base/canonical-json.ts";
import { methodOf, questionOf } from "../../methods/registry.ts";
import type { Tally } from "../../methods/method.ts";
import { allVoices, type FurtherVoices } from "../../model/voice/voices.ts";
import type { Proposal } from "../../store/proposals/proposals.read.ts";
import { ballotsSoFar } from "../../store/tallies/tallies.read.ts";

/** So many proposals' counts are remembered by one process. */
const REMEMBERED = 100;

interface Remembered {
  /** What it is the count of. */
  readonly of: string;
  readonly tally: Tally;
}

const remembered = new WeakMap<Application, Map<string, Remembered>>();

/**
 * The count of an open proposal as it stands now. `turn` says how often what is counted has changed: as long as it is the same, so is the count,
 * and whoever looks next is given the one that was made for whoever looked before.
 */
export async function tallySoFar(
  { application, proposal }: { readonly application: Application; readonly proposal: Proposal },
  now: { readonly turn: number; readonly further: FurtherVoices },
): Promise<Tally> {
  const known = remembered.get(application) ?? new Map<string, Remembered>();
  remembered.set(application, known);
  const question = questionOf(proposal);
  const of = canonicalJson({
    turn: now.turn,
    options: question.options,
    proxied: now.further.proxied.map(({ ballot, count }) => ({ ballot, count })),
    guests: now.further.guests.map(({ ballot, count }) => ({ ballot, count })),
  });
  const last = known.get(proposal.id);
  if (last?.of === of) return last.tally;
  const ballots = allVoices(await ballotsSoFar(application.read, proposal.id), now.further);
  // No lot falls before closing: ties so far are shown as ties of the first in order.
  const tally = methodOf(proposal).rules.count(question, ballots, proposal.id);
  // The one remembered longest goes.
  known.delete(proposal.id);
  for (const oldest of known.keys()) if (known.size >= REMEMBERED) known.delete(oldest);
  known.set(proposal.id, { of, tally });
  return tally;
}
