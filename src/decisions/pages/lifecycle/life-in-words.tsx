import type { Translator } from "../../../kernel/i18n/translator.ts";
import type { ProposalLife } from "../../model/lifecycle/life.ts";
import type { Proposal } from "../../store/proposals/proposals.read.ts";

interface LifeInWordsProps {
  readonly t: Translator;
  readonly proposal: Proposal;
  readonly life: ProposalLife;
}

/** What goes on while it is open, sentence by sentence: options that may be added, their order, reminders. */
export function LifeInWords({ t, proposal, life }: LifeInWordsProps) {
  const { adding, ownOptions, allOptions, shuffles, reminds, remindHours } = life;
  if (proposal.state !== "open") return null;
  return (
    <ul class="rules">
      {adding === "voters" && <li>{t("decisions.lifecycle.rules.adding", { own: ownOptions, all: allOptions })}</li>}
      {shuffles && <li>{t("decisions.lifecycle.rules.shuffles")}</li>}
      {proposal.reasons === "required-when-disagreeing" && <li>{t("decisions.lifecycle.rules.reasons")}</li>}
      <li>{t(`decisions.lifecycle.rules.reminds.${reminds}`, { hours: remindHours })}</li>
    </ul>
  );
}
