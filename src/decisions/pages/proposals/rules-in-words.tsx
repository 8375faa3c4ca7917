import type { Translator } from "../../../kernel/i18n/translator.ts";
import { questionOf } from "../../methods/registry.ts";
import { viewsOf } from "../../methods/shown.ts";
import { peopleForQuorum } from "../../model/proposal.ts";
import type { Proposal } from "../../store/proposals/proposals.read.ts";

interface RulesInWordsProps {
  readonly t: Translator;
  readonly proposal: Proposal;
  readonly answered: number;
}

/** How it is decided, sentence by sentence, before anybody answers; shares in numbers of people. */
export function RulesInWords({ t, proposal, answered }: RulesInWordsProps) {
  const { eligible, quorumPercent, showsCount, secrecy, method } = proposal;
  const needed = peopleForQuorum(quorumPercent, eligible);
  const settings = viewsOf(proposal).settings?.inWords(questionOf(proposal).settings, t) ?? [];
  const missing = Math.max(0, needed - answered);
  return (
    <ul class="rules">
      <li>{t(`decisions.method.${method}.counts`)}</li>
      {settings.map((sentence) => (
        <li>{sentence}</li>
      ))}
      <li>{t("decisions.rules.electorate", { eligible, answered })}</li>
      {quorumPercent > 0 && (
        <li>{t("decisions.rules.quorum", { percent: quorumPercent, needed, eligible, missing })}</li>
      )}
      <li>{t(`decisions.rules.secrecy.${secrecy}`)}</li>
      {secrecy === "open" && <li>{t(`decisions.rules.shows.${showsCount}`)}</li>}
    </ul>
  );
}
