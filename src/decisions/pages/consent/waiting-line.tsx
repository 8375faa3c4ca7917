import { TimeText } from "../../../ui/components/time-text.tsx";
import { UserName } from "../../../ui/text.tsx";
import type { ConsentView, RoundView } from "./consent-view.ts";

/** What waits for whom, in one line; nothing once it is over. */
export function WaitingLine({ view }: { readonly view: ConsentView }) {
  const { visit, clarify, reactions, consents } = view;
  const { c, consent } = visit;
  const { t } = c.var;
  const byState: Readonly<Partial<Record<typeof consent.state, RoundView | undefined>>> = {
    clarify,
    react: reactions,
    consent: consents,
  };
  if (consent.endedAt !== undefined) return null;
  const round = byState[consent.state];
  const author = view.people.get(consent.authorId)?.name ?? t("decisions.people.gone");
  return (
    <div class="waiting">
      <p>
        <strong>{t("decisions.consent.waits.title")}</strong>{" "}
        {t(`decisions.consent.waits.${consent.state}`, { author })}{" "}
        {consent.dueAt !== undefined && (
          <>
            {t("decisions.consent.waits.until")} <TimeText t={t} instant={consent.dueAt} organiserZone={consent.zone} />
          </>
        )}
      </p>
      {round !== undefined && <Silent view={view} round={round} />}
    </div>
  );
}

function Silent({ view, round }: { readonly view: ConsentView; readonly round: RoundView }) {
  const { t } = view.visit.c.var;
  const { answered, eligible, silent } = round;
  const people = view.namesShown ? silent.map((id) => view.people.get(id)?.name ?? t("decisions.people.gone")) : [];
  const names = [...round.silentVoices, ...people];
  const more = eligible - answered - names.length;
  return (
    <p>
      {t("decisions.consent.waits.answered", { answered, eligible })}{" "}
      {names.length > 0 && (
        <>
          {t("decisions.consent.waits.for")}{" "}
          {names.map((name, place) => (
            <>
              {place > 0 && ", "}
              <UserName name={name} />
            </>
          ))}
          {more > 0 && ` ${t("decisions.consent.waits.more", { more })}`}
        </>
      )}
    </p>
  );
}
