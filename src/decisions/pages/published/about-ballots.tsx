import { Notice } from "../../../ui/components/notice.tsx";
import { Section } from "../../../ui/components/section.tsx";
import { fewestPublished } from "../../model/secret/secret-ballot.ts";
import type { Outcome } from "../../store/proposals/outcomes.read.ts";
import { ballotsPath } from "../addresses.ts";
import type { ProposalView } from "../proposals/proposal-view.ts";
import { areBallotsPublished } from "./published.ts";
import { Recount } from "./recount.tsx";

interface AboutBallotsProps {
  readonly view: ProposalView;
  readonly outcome: Outcome;
}

/** On the page of a counted proposal: how to count again, or why neither count nor ballots are shown. */
export function AboutBallots({ view, outcome }: AboutBallotsProps) {
  const { proposal, c } = view.visit;
  const { t } = c.var;
  const path = ballotsPath(proposal);
  if (!areBallotsPublished(view.visit, outcome)) {
    return (
      <Section id="recount" title={t("decisions.tally.final")}>
        <p>{t("decisions.secret.tally.withheld", { fewest: fewestPublished })}</p>
        {view.turnout === "listed" && (
          <p>
            <a href={path}>{t("decisions.published.turnout-title")}</a>
          </p>
        )}
      </Section>
    );
  }
  return (
    <Section id="recount" title={t("decisions.recount.title")}>
      {view.isUnanimous && <Notice t={t} meaning="careful" what={t("decisions.secret.outcome.unanimous")} />}
      <Recount t={t} proposal={proposal} />
      <p>
        <a href={path}>{t("decisions.published.link")}</a>
      </p>
    </Section>
  );
}
