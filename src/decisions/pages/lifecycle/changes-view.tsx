import { Details, Section } from "../../../ui/components/section.tsx";
import { BriefTime, TimeText } from "../../../ui/components/time-text.tsx";
import { UserText } from "../../../ui/text.tsx";
import { outcomeWords } from "../../methods/outcome-words.ts";
import { optionNames } from "../../methods/option-names.ts";
import type { FormerCount, ProposalChange } from "../../store/lifecycle/lives.read.ts";
import { PersonName } from "../person-name.tsx";
import type { ProposalView } from "../proposals/proposal-view.ts";
import { TallyView } from "../proposals/tally-view.tsx";

/** When the proposal got more time, was closed early or opened again, by whom and why; with the counts that stood before. */
export function ChangesView({ view }: { readonly view: ProposalView }) {
  const { changes } = view.life;
  const { t } = view.visit.c.var;
  if (changes.length === 0) return null;
  return (
    <Section id="changes" title={t("decisions.lifecycle.changes.title")}>
      <ol class="change-list">
        {changes.map((change) => (
          <li>
            <Change view={view} change={change} />
          </li>
        ))}
      </ol>
    </Section>
  );
}

function Change({ view, change }: { readonly view: ProposalView; readonly change: ProposalChange }) {
  const { c, proposal } = view.visit;
  const { t } = c.var;
  return (
    <>
      <p>
        <strong>{t(`decisions.lifecycle.changes.${change.kind}`)}</strong>{" "}
        {change.kind !== "closed-early" && <TimeText t={t} instant={change.until} organiserZone={proposal.zone} />}
      </p>
      {change.reason !== "" && <UserText text={change.reason} />}
      <p class="statement-by">
        <PersonName t={t} person={view.life.people.get(change.personId)} /> · <BriefTime t={t} instant={change.at} />
      </p>
      {change.former !== undefined && <Former view={view} former={change.former} />}
    </>
  );
}

function Former({ view, former }: { readonly view: ProposalView; readonly former: FormerCount }) {
  const { c, proposal } = view.visit;
  const { t } = c.var;
  const { answered, eligible, conclusion, tally } = former;
  return (
    <Details summary={t("decisions.lifecycle.changes.former")}>
      {outcomeWords(proposal, conclusion, t).map((sentence) => (
        <p>{sentence}</p>
      ))}
      <p>{t("decisions.outcome.turnout", { answered, eligible })}</p>
      <TallyView t={t} proposal={proposal} names={optionNames(proposal, t)} tally={tally} />
    </Details>
  );
}
