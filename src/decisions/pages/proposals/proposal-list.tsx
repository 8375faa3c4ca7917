import type { Translator } from "../../../kernel/i18n/translator.ts";
import { BriefTime } from "../../../ui/components/time-text.tsx";
import { UserName } from "../../../ui/text.tsx";
import type { Proposal } from "../../store/proposals/proposals.read.ts";
import { proposalPath } from "../addresses.ts";

interface ProposalListProps {
  readonly t: Translator;
  readonly proposals: readonly Proposal[];
  readonly now: Temporal.Instant;
}

/** Proposals one below the other: title, method, and until when or how it ended. */
export function ProposalList({ t, proposals, now }: ProposalListProps) {
  return (
    <ul class="thread-list">
      {proposals.map((proposal) => (
        <li>
          <p class="thread-title">
            <a href={proposalPath(proposal)}>
              <UserName name={proposal.title} />
            </a>
          </p>
          <p class="thread-line">
            {t(`decisions.method.${proposal.method}.name`)} ·{" "}
            {proposal.state === "open"
              ? t("decisions.proposal.closes", { when: t.relative(proposal.closesAt, now) })
              : t(`decisions.proposal.state.${proposal.state}`)}{" "}
            · <BriefTime t={t} instant={proposal.closedAt ?? proposal.closesAt} />
          </p>
        </li>
      ))}
    </ul>
  );
}
