import { answersNeeded } from "../../model/consent/silence.ts";
import { MatterOfConsent } from "../charter/matter-of-consent.tsx";
import { askedWords } from "../electorate/electorate-words.ts";
import { askedPath } from "./asked-page.tsx";
import type { ConsentView } from "./consent-view.ts";

/** How it is decided, sentence by sentence, before anybody answers. */
export function ConsentRules({ view }: { readonly view: ConsentView }) {
  const { c, consent, community } = view.visit;
  const { t } = c.var;
  const { rule, eligible, roundDays } = consent;
  const needed = answersNeeded(rule, eligible);
  return (
    <ul class="rules">
      {view.charter.bylaws !== undefined && (
        <li>
          <MatterOfConsent t={t} community={community} bylaws={view.charter.bylaws} />
        </li>
      )}
      <li>{t("decisions.consent.rules.what")}</li>
      <li>
        {askedWords(t, view.asked)} {eligible > 0 && t(countKey(view), { eligible })}{" "}
        {eligible > 0 && <a href={askedPath(consent)}>{t("decisions.consent-voices.list")}</a>}
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
      {view.asked.kind === "organisations" && <li>{t("decisions.consent-voices.rule")}</li>}
    </ul>
  );
}

function countKey({ asked }: ConsentView): string {
  return asked.kind === "organisations" ? "decisions.consent-voices.count-asked" : "decisions.electorate.count-asked";
}
