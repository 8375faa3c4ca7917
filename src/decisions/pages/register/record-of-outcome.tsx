import { LinkButton } from "../../../ui/components/submit.tsx";
import { UserName } from "../../../ui/text.tsx";
import { proposalPath } from "../addresses.ts";
import type { ProposalView } from "../proposals/proposal-view.ts";
import { decisionPath } from "./register-paths.ts";

/** On the page of a closed proposal: what was written down as decided, or the way to do so. */
export function RecordOfOutcome({ view }: { readonly view: ProposalView }) {
  const { decision, tends, visit } = view;
  const { t } = visit.c.var;
  if (decision !== undefined) {
    return (
      <p>
        {t("decisions.register.recorded-as")}{" "}
        <a href={decisionPath(decision)}>
          <UserName name={decision.title} />
        </a>{" "}
        · {t(`decisions.register.state.${decision.state}`)}
      </p>
    );
  }
  // Until it holds, the challenges say so above.
  if (!tends || !view.electorate.holds) return null;
  return (
    <p>
      <LinkButton href={`${proposalPath(visit.proposal)}/decision/new`}>{t("decisions.register.record")}</LinkButton>
    </p>
  );
}
