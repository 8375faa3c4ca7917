import type { Translator } from "../../../kernel/i18n/translator.ts";
import { BriefTime } from "../../../ui/components/time-text.tsx";
import { UserName } from "../../../ui/text.tsx";
import type { AdoptedDecision } from "../../store/consent/adopted.read.ts";
import { decisionPath } from "./register-paths.ts";

interface DecisionListProps {
  readonly t: Translator;
  readonly decisions: readonly AdoptedDecision[];
}

/** Decisions one below the other: title, where each stands, when it was made, and until when it holds. */
export function DecisionList({ t, decisions }: DecisionListProps) {
  return (
    <ul class="thread-list">
      {decisions.map((decision) => (
        <li>
          <p class="thread-title">
            <a href={decisionPath(decision)}>
              <UserName name={decision.title} />
            </a>
          </p>
          <p class="thread-line">
            <strong>{t(`decisions.register.state.${decision.state}`)}</strong> ·{" "}
            {t(decision.proposalId === undefined ? "decisions.register.by-consent" : "decisions.register.by-count")}{" "}
            <BriefTime t={t} instant={decision.adoptedAt} />
            <WhatComes t={t} decision={decision} />
            {decision.audience === "members" && ` · ${t("decisions.thread.among-members")}`}
          </p>
        </li>
      ))}
    </ul>
  );
}

/** What its next day is, while it holds. */
function WhatComes({ t, decision }: { readonly t: Translator; readonly decision: AdoptedDecision }) {
  switch (decision.state) {
    case "adopted":
      return <> · {t("decisions.register.starts", { day: t.date(decision.startsOn) })}</>;
    case "in-force":
      return <> · {t("decisions.register.reviewed", { day: t.date(decision.reviewOn) })}</>;
    case "review-due":
    case "overdue":
      return <> · {t("decisions.register.was-due", { day: t.date(decision.reviewOn) })}</>;
    case "amended":
    case "superseded":
    case "ended":
    case "expired":
      return null;
  }
}
