import type { Translator } from "../../../kernel/i18n/translator.ts";
import { RelativeTime } from "../../../ui/components/time-text.tsx";
import { UserName } from "../../../ui/text.tsx";
import type { Consent } from "../../store/consent/consents.read.ts";
import { consentPath } from "./consent-visit.ts";

interface ConsentListProps {
  readonly t: Translator;
  readonly consents: readonly Consent[];
  readonly now: Temporal.Instant;
}

/** Consent processes one below the other: title, where each stands, and until when. */
export function ConsentList({ t, consents, now }: ConsentListProps) {
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
            {consent.dueAt !== undefined && <RelativeTime t={t} instant={consent.dueAt} now={now} />}
          </p>
        </li>
      ))}
    </ul>
  );
}
