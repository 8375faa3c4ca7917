import type { Translator } from "../../../kernel/i18n/translator.ts";
import { Details } from "../../../ui/components/section.tsx";
import { fewestPublished, type Turnout } from "../../model/secret/secret-ballot.ts";

interface PromisesProps {
  readonly t: Translator;
  readonly turnout: Turnout;
}

/** What a secret ballot keeps secret and from whom, said before anybody answers (decisions reference, section 6.5). */
export function Promises({ t, turnout }: PromisesProps) {
  return (
    <>
      <p>{t("decisions.secret.promise.members")}</p>
      <p>
        <strong>{t("decisions.secret.promise.server")}</strong>
      </p>
      <Details summary={t("decisions.secret.promise.more")}>
        <ul class="rules">
          <li>{t("decisions.secret.promise.recount")}</li>
          <li>{t("decisions.secret.promise.own-code")}</li>
          <li>{t("decisions.secret.promise.later-change")}</li>
          <li>{t(`decisions.secret.promise.turnout-${turnout}`)}</li>
          <li>{t("decisions.secret.promise.few", { fewest: fewestPublished })}</li>
          <li>{t("decisions.secret.promise.unanimous")}</li>
          <li>{t("decisions.secret.promise.pressure")}</li>
          <li>{t("decisions.secret.promise.missing-code")}</li>
          <li>{t("decisions.secret.promise.browser")}</li>
        </ul>
      </Details>
    </>
  );
}
