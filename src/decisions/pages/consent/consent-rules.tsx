import { answersNeeded } from "../../model/consent/silence.ts";
import { askedWords } from "../electorate/electorate-words.ts";
import type { ConsentView } from "./consent-view.ts";

/** How it is decided, sentence by sentence, before anybody answers. */
export function ConsentRules({ view }: { readonly view: ConsentView }) {
  const { c, consent } = view.visit;
  const { t } = c.var;
  const { rule, eligible, roundDays } = consent;
  const needed = answersNeeded(rule, eligible);
  return (
    <ul class="rules">
      <li>{t("decisions.consent.rules.what")}</li>
      <li>
        {askedWords(t, view.asked)} {eligible > 0 && t("decisions.electorate.count-asked", { eligible })}
      </li>
      <li>{t(`decisions.consent.rules.silence.${rule.kind}`, { percent: rule.quorumPercent, needed, eligible })}</li>
      <li>
        {t("decisions.consent.rules.days", {
          clarify: roundDays.clarify,
          react: roundDays.react,
          consent: roundDays.consent,
        })}
      </li>
      {consent.hidesReactions && <li>{t("decisions.consent.rules.hidden")}</li>}
      <li>{t("decisions.consent.rules.named")}</li>
    </ul>
  );
}
