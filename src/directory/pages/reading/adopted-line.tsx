import type { Translator } from "../../../kernel/i18n/translator.ts";
import type { AdoptedPolicy } from "../../model/reading/adopted-policy.ts";
import { timeTag } from "../time-tag.tsx";

/** Which line is drawn, and since when. */
export function AdoptedLine({ t, adopted }: { readonly t: Translator; readonly adopted: AdoptedPolicy | undefined }) {
  if (adopted === undefined) return <p>{t("directory.line.none")}</p>;
  const { policy, adoptedAt } = adopted;
  return (
    <p>
      {t.rich(
        "directory.line.adopted",
        { time: timeTag(adoptedAt) },
        { policy: t(`directory.policy.${policy}`), when: t.briefDateTime(adoptedAt) },
      )}
    </p>
  );
}
