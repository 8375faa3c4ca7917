import type { Translator } from "../../../kernel/i18n/translator.ts";
import { UserName } from "../../../ui/text.tsx";
import type { ProposalBylaws } from "../../store/charter/charter.read.ts";
import { charterVersionPath } from "./charter-paths.ts";

interface MatterOfConsentProps {
  readonly t: Translator;
  readonly community: { readonly handle: string };
  readonly bylaws: ProposalBylaws;
}

/** About which matter of the charter a process is, and where its rules stand. */
export function MatterOfConsent({ t, community, bylaws }: MatterOfConsentProps) {
  return (
    <>
      {t("decisions.charter.under")}{" "}
      <strong>
        <UserName name={bylaws.matterName} />
      </strong>
      {" · "}
      <a href={`${charterVersionPath(community, bylaws.charterVersion)}#matter-${bylaws.matterId}`}>
        {t("decisions.charter.charter-version", { version: bylaws.charterVersion })}
      </a>
    </>
  );
}
