import type { Translator } from "../../../kernel/i18n/translator.ts";
import { Details } from "../../../ui/components/section.tsx";
import type { Proposal } from "../../store/proposals/proposals.read.ts";
import { BallotFormats } from "../exports/export-links.tsx";
import { ballotsPath } from "../addresses.ts";

interface RecountProps {
  readonly t: Translator;
  readonly proposal: Proposal;
}

/** How anyone counts again: at once in the browser, or with the file at home. */
export function Recount({ t, proposal }: RecountProps) {
  const path = ballotsPath(proposal);
  return (
    <>
      <koinon-recount
        data-ballots={`${path}.json`}
        data-button={t("decisions.recount.button")}
        data-same={t("decisions.recount.same")}
        data-other-count={t("decisions.recount.other-count")}
        data-other-conclusion={t("decisions.recount.other-conclusion")}
        data-unreadable={t("decisions.recount.unreadable")}
      />
      <noscript>
        <p>{t("decisions.recount.no-scripts")}</p>
      </noscript>
      <Details summary={t("decisions.recount.at-home-title")}>
        <p>{t("decisions.recount.at-home")}</p>
        <p>
          <code>{`koinon count ballots-${proposal.id}.json`}</code>
        </p>
        <p>
          <a href={`${path}.json`}>{t("decisions.recount.json")}</a>
        </p>
        <p>
          <a href={`${path}.csv`}>{t("decisions.recount.csv")}</a>
        </p>
        <BallotFormats t={t} proposal={proposal} />
      </Details>
    </>
  );
}
