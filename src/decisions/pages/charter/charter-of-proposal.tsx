import type { Translator } from "../../../kernel/i18n/translator.ts";
import { Section } from "../../../ui/components/section.tsx";
import { UserName } from "../../../ui/text.tsx";
import { charterPath, charterVersionPath } from "./charter-paths.ts";
import type { CharterPart } from "./charter-part.ts";
import { CharterDifferences } from "./charter-differences.tsx";
import { wayName } from "./matter-words.ts";

interface CharterPartProps {
  readonly t: Translator;
  readonly community: { readonly handle: string };
  readonly part: CharterPart;
}

/** Under whose rules a proposal is: a matter of the charter, or a preset, and how long they keep it open. */
export function BylawsLine({ t, community, part: { bylaws } }: CharterPartProps) {
  if (bylaws === undefined) return null;
  const open = t("decisions.charter.rule.days", { days: bylaws.days });
  if (bylaws.charterVersion === 0) {
    return (
      <p>
        {t("decisions.preset.under", { preset: wayName(t, bylaws.preset) })} {open}
      </p>
    );
  }
  return (
    <p>
      {t("decisions.charter.under")}{" "}
      <strong>
        <UserName name={bylaws.matterName} />
      </strong>
      {" · "}
      <a href={`${charterVersionPath(community, bylaws.charterVersion)}#matter-${bylaws.matterId}`}>
        {t("decisions.charter.charter-version", { version: bylaws.charterVersion })}
      </a>
      . {open}
    </p>
  );
}

/** What an amendment would change in the charter, or what became of it. */
export function AmendmentSection({ t, community, part: { amendment, base } }: CharterPartProps) {
  if (amendment === undefined || base === undefined) return null;
  return (
    <Section
      id="amendment"
      title={t("decisions.charter.amendment")}
      explained={t("decisions.charter.amendment-legend", { version: base.version })}
    >
      {amendment.ended !== undefined && (
        <p>
          <strong>{t(`decisions.charter.ended.${amendment.ended}`)}</strong>{" "}
          <a href={charterPath(community)}>{t("decisions.charter.to-charter")}</a>
        </p>
      )}
      <CharterDifferences t={t} before={base} after={amendment} />
    </Section>
  );
}
