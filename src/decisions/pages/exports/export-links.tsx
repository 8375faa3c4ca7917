import type { Translator } from "../../../kernel/i18n/translator.ts";
import { Details } from "../../../ui/components/section.tsx";
import { formatsFor } from "../../model/exports/as-ballot-file.ts";
import type { Proposal } from "../../store/proposals/proposals.read.ts";
import { ballotsPath } from "../addresses.ts";
import { communityExportPath, exportFormats, proposalExportPath } from "./export-addresses.ts";

/** A proposal to take along, with what this reader is shown of it. */
export function ProposalExports({ t, proposal }: { readonly t: Translator; readonly proposal: Proposal }) {
  return (
    <Details summary={t("decisions.exports.proposal")}>
      <ul class="rules">
        {exportFormats.map((format) => (
          <li>
            <a href={proposalExportPath(proposal, format)}>{t(`decisions.exports.format.${format}`)}</a>
          </li>
        ))}
      </ul>
    </Details>
  );
}

/** The published ballots in the formats of other programs, where one can hold them. */
export function BallotFormats({ t, proposal }: { readonly t: Translator; readonly proposal: Proposal }) {
  return (
    <>
      {formatsFor(proposal).map((format) => (
        <p>
          <a href={`${ballotsPath(proposal)}.${format}`}>{t(`decisions.exports.ballots.${format}`)}</a>
        </p>
      ))}
    </>
  );
}

/** All decisions of a community to take along, for its members. */
export function CommunityExports({
  t,
  community,
}: {
  readonly t: Translator;
  readonly community: { readonly handle: string };
}) {
  return (
    <Details summary={t("decisions.exports.community")}>
      <p>{t("decisions.exports.community-words")}</p>
      <ul class="rules">
        {exportFormats.map((format) => (
          <li>
            <a href={communityExportPath(community, format)}>{t(`decisions.exports.format.${format}`)}</a>
          </li>
        ))}
      </ul>
    </Details>
  );
}
