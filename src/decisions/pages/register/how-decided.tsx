import { Section } from "../../../ui/components/section.tsx";
import { UserName } from "../../../ui/text.tsx";
import { optionNames } from "../../methods/option-names.ts";
import { outcomeWords } from "../../methods/outcome-words.ts";
import { proposalPath, threadPath } from "../addresses.ts";
import { MatterOfConsent } from "../charter/matter-of-consent.tsx";
import { consentPath } from "../consent/consent-visit.ts";
import { countedKey } from "../consent/said-by.tsx";
import { TallyView } from "../proposals/tally-view.tsx";
import { areBallotsPublished } from "../published/published.ts";
import type { DecisionPageView } from "./decision-page-view.ts";

/** By which rule it was decided, with the count, and the way to all that was said. */
export function HowDecided({ view }: { readonly view: DecisionPageView }) {
  const { t } = view.visit.c.var;
  return (
    <Section id="how" title={t("decisions.register.section.how")}>
      {view.counted === undefined ? <ByConsent view={view} /> : <ByCount view={view} counted={view.counted} />}
      <p>
        {t("decisions.register.talked-over")}{" "}
        <a href={threadPath(view.visit.thread)}>
          <UserName name={view.visit.thread.title} />
        </a>
      </p>
    </Section>
  );
}

function ByConsent({ view }: { readonly view: DecisionPageView }) {
  const { kept, visit } = view;
  const { t } = visit.c.var;
  const count = (answer: string) => kept.consents?.counts.get(answer) ?? 0;
  return (
    <>
      <p>{t("decisions.consent.rules.what")}</p>
      {kept.charter.bylaws !== undefined && (
        <p>
          <MatterOfConsent t={t} community={visit.community} bylaws={kept.charter.bylaws} />
        </p>
      )}
      <p>
        {t(countedKey(kept), {
          consents: count("consent"),
          concerns: count("concern"),
          objections: count("objection"),
        })}
      </p>
      <p>
        <a href={consentPath(visit.consent)}>{t("decisions.register.whole-process")}</a>
      </p>
    </>
  );
}

function ByCount({
  view,
  counted: { proposal, outcome },
}: {
  readonly view: DecisionPageView;
  readonly counted: NonNullable<DecisionPageView["counted"]>;
}) {
  const { t } = view.visit.c.var;
  const names = optionNames(proposal, t);
  return (
    <>
      <p>{t("decisions.proposal.kind", { method: t(`decisions.method.${proposal.method}.name`) })}</p>
      {outcomeWords(proposal, outcome.conclusion, t).map((sentence) => (
        <p>{sentence}</p>
      ))}
      {areBallotsPublished({ proposal }, outcome) && (
        <TallyView t={t} proposal={proposal} names={names} tally={outcome.tally} />
      )}
      <p>
        {t("decisions.register.proposal")}{" "}
        <a href={proposalPath(proposal)}>
          <UserName name={proposal.title} />
        </a>
      </p>
    </>
  );
}
