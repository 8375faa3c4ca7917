import { Notice } from "../../../ui/components/notice.tsx";
import { TimeText } from "../../../ui/components/time-text.tsx";
import { UserText } from "../../../ui/text.tsx";
import { outcomeWords } from "../../methods/outcome-words.ts";
import type { Verdict } from "../../model/counting/tally.ts";
import type { Outcome } from "../../store/proposals/outcomes.read.ts";
import { RecordOfOutcome } from "../register/record-of-outcome.tsx";
import { PersonName } from "../person-name.tsx";
import type { ProposalView } from "./proposal-view.ts";

const meanings: Readonly<Record<Verdict, "good" | "careful" | "stop" | "note">> = {
  carried: "good",
  chosen: "good",
  "not-carried": "stop",
  tied: "careful",
  "no-quorum": "careful",
  "no-answers": "careful",
  informative: "note",
};

/** What came of it: the verdict with its reasons in numbers of people, and what somebody states was concluded. */
export function OutcomeView({ view, outcome }: { readonly view: ProposalView; readonly outcome: Outcome }) {
  const { c, proposal } = view.visit;
  const { t } = c.var;
  const [verdict = "", ...why] = outcomeWords(proposal, outcome.conclusion, t);
  return (
    <>
      <Notice
        t={t}
        meaning={meanings[outcome.conclusion.verdict]}
        what={verdict}
        told={t("decisions.outcome.turnout", { answered: outcome.answered, eligible: outcome.eligible })}
      >
        {why.map((sentence) => (
          <p>{sentence}</p>
        ))}
      </Notice>
      <RecordOfOutcome view={view} />
      {outcome.statement !== "" && outcome.statedAt !== undefined && (
        <div class="statement">
          <UserText text={outcome.statement} />
          <p class="statement-by">
            <PersonName t={t} person={outcome.statedBy === undefined ? undefined : view.people.get(outcome.statedBy)} />{" "}
            · <TimeText t={t} instant={outcome.statedAt} />
          </p>
        </div>
      )}
    </>
  );
}
