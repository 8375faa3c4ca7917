import type { Translator } from "../../../kernel/i18n/translator.ts";
import { questionOf } from "../../methods/registry.ts";
import { viewsOf } from "../../methods/shown.ts";
import { peopleForQuorum } from "../../model/proposal.ts";
import type { Electorate } from "../../store/electorate/electorates.read.ts";
import { electoratePath } from "../addresses.ts";
import { askedWords } from "../electorate/electorate-words.ts";
import type { Proposal } from "../../store/proposals/proposals.read.ts";

interface RulesInWordsProps {
  readonly t: Translator;
  readonly proposal: Proposal;
  readonly answered: number;
  readonly electorate: Electorate;
}

/** How it is decided, sentence by sentence, before anybody answers; shares in numbers of people. */
export function RulesInWords({ t, proposal, answered, electorate }: RulesInWordsProps) {
  const { eligible, quorumPercent, showsCount, secrecy, method } = proposal;
  const needed = peopleForQuorum(quorumPercent, eligible);
  const settings = viewsOf(proposal).settings?.inWords(questionOf(proposal).settings, t) ?? [];
  const unit = electorate.kind === "organisations" ? "organisations" : "people";
  const missing = Math.max(0, needed - answered);
  return (
    <ul class="rules">
      <li>{t(`decisions.method.${method}.counts`)}</li>
      {settings.map((sentence) => (
        <li>{sentence}</li>
      ))}
      <li>
        {askedWords(t, electorate)} {t(`decisions.electorate.count-${unit}`, { eligible, answered })}{" "}
        <a href={electoratePath(proposal)}>{t("decisions.electorate.link")}</a>
      </li>
      {electorate.challengeDays > 0 && (
        <li>
          {secrecy === "secret"
            ? t("decisions.electorate.challenge-secret")
            : t("decisions.electorate.challenge-open", { days: electorate.challengeDays })}
        </li>
      )}
      {quorumPercent > 0 && (
        <li>{t("decisions.rules.quorum", { percent: quorumPercent, needed, eligible, missing })}</li>
      )}
      <li>{t(`decisions.rules.secrecy.${secrecy}`)}</li>
      {secrecy === "open" && <li>{t(`decisions.rules.shows.${showsCount}`)}</li>}
    </ul>
  );
}
