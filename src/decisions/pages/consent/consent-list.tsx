import type { Translator } from "../../../kernel/i18n/translator.ts";
import { UserName } from "../../../ui/text.tsx";
import type { Consent } from "../../store/consent/consents.read.ts";
import { consentPath } from "./consent-visit.ts";

interface ConsentListProps {
  readonly t: Translator;
  readonly consents: readonly Consent[];
}

/** Consent processes one below the other: title, where each stands, and until when. */
export function ConsentList({ t, consents }: ConsentListProps) {
  if (consents.length === 0) return null;
  return (
    <ul class="thread-list">
      {consents.map((consent) => (
        <li>
          <p class="thread-title">
            <a href={consentPath(consent)}>
              <UserName name={consent.title} />
            </a>
          </p>
          <p class="thread-line">
            {t("decisions.consent.kind")} · {t(`decisions.consent.state.${consent.state}`)}{" "}
            {consent.dueAt !== undefined &&
              t("decisions.consent.until-brief", { time: t.briefDateTime(consent.dueAt) })}
          </p>
        </li>
      ))}
    </ul>
  );
}
