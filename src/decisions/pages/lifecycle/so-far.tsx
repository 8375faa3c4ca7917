import type { Tally } from "../../methods/method.ts";
import { outcomeWords } from "../../methods/outcome-words.ts";
import { methodOf, questionOf } from "../../methods/registry.ts";
import { peopleForQuorum } from "../../model/proposal.ts";
import type { ProposalView } from "../proposals/proposal-view.ts";

/** What the count so far comes to, in numbers of people: how many are still needed for the quorum, and what it would be if it ended now. */
export function SoFar({ view, tally }: { readonly view: ProposalView; readonly tally: Tally }) {
  const { c, proposal } = view.visit;
  const { t } = c.var;
  if (proposal.state !== "open") return null;
  const missing = peopleForQuorum(proposal.quorumPercent, proposal.eligible) - view.voices.part.listed;
  const [verdict, ...why] = standingWords(view, tally);
  return (
    <>
      {missing > 0 && <p>{t("decisions.lifecycle.so-far.quorum", { missing })}</p>}
      {verdict !== undefined && (
        <div class="so-far">
          <p class="term-line">{t("decisions.lifecycle.so-far.now")}</p>
          <p>{verdict}</p>
          {why.map((sentence) => (
            <p>{sentence}</p>
          ))}
        </div>
      )}
    </>
  );
}

/** The verdict on the count so far and why; nothing where nobody has answered, or where a lot, which falls at closing, would decide. */
function standingWords({ visit, voices }: ProposalView, tally: Tally): readonly string[] {
  const { c, proposal } = visit;
  if (tally.ballots === 0 || tally.ties.some(({ by }) => by === "lot")) return [];
  const conclusion = methodOf(proposal).rules.conclude(tally, questionOf(proposal), voices.part);
  return conclusion.verdict === "informative" ? [] : outcomeWords(proposal, conclusion, c.var.t);
}
