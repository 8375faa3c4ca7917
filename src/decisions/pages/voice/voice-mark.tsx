import type { Stance } from "../../store/proposals/stances.read.ts";
import { PersonName } from "../person-name.tsx";
import type { ProposalView } from "../proposals/proposal-view.ts";

/** Beside a stance: for how many others it speaks, and that it was given by phone. */
export function VoiceMark({ view, stance }: { readonly view: ProposalView; readonly stance: Stance }) {
  const { voices, visit } = view;
  const { t } = visit.c.var;
  const others = voices.speakers.get(stance.personId) ?? 0;
  const recorded = voices.recorded.get(stance.personId);
  return (
    <>
      {others > 0 && ` · ${t("decisions.voice.speaks-for", { others })}`}
      {recorded !== undefined && (
        <>
          {" · "}
          {t(`decisions.voice.phone.mark-${recorded.state}`)}{" "}
          <PersonName t={t} person={voices.people.get(recorded.recorderId)} />
          {recorded.note !== "" && ` (${t("decisions.voice.phone.note", { note: recorded.note })})`}
        </>
      )}
    </>
  );
}
