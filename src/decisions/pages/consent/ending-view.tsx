import { Notice } from "../../../ui/components/notice.tsx";
import { LinkButton } from "../../../ui/components/submit.tsx";
import { UserText } from "../../../ui/text.tsx";
import { isOver } from "../../model/consent/states.ts";
import { threadPath } from "../addresses.ts";
import type { ConsentView } from "./consent-view.ts";

/** How a process ended that made no decision, and what can come next. */
export function EndingView({ view }: { readonly view: ConsentView }) {
  const { visit, consents } = view;
  const { c, consent, thread } = visit;
  const { t } = c.var;
  if (!isOver(consent.state)) return null;
  const answered = consents?.answered ?? 0;
  return (
    <Notice
      t={t}
      meaning={consent.state === "failed-quorum" ? "careful" : "note"}
      what={t(`decisions.consent.ended.${consent.state}`)}
      told={
        consent.state === "failed-quorum"
          ? t("decisions.outcome.turnout", { answered, eligible: consent.eligible })
          : undefined
      }
    >
      {consent.endingReason !== "" && <UserText text={consent.endingReason} />}
      {visit.isMember && consent.state === "other-method" && (
        <p class="next-step">
          <LinkButton href={`${threadPath(thread)}/proposals/new`} kind="quiet">
            {t("decisions.proposals.put")}
          </LinkButton>
        </p>
      )}
    </Notice>
  );
}
