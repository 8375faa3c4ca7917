import { UserName } from "../../../ui/text.tsx";
import { forThemselves, type Speaker } from "../../model/consent/speaker.ts";
import { PersonName } from "../person-name.tsx";
import type { ConsentView } from "./consent-view.ts";

interface SaidByProps {
  readonly view: Pick<ConsentView, "visit" | "people" | "voices" | "namesShown">;
  readonly by: Speaker;
}

/** Who said something: a person, or an organisation by somebody who speaks for it; people are named to whom the community shows its members. */
export function SaidBy({ view, by }: SaidByProps) {
  const { t } = view.visit.c.var;
  const person = view.namesShown ? <PersonName t={t} person={view.people.get(by.personId)} /> : undefined;
  if (by.onBehalfOf === forThemselves) return person ?? <>{t("decisions.consent.a-member")}</>;
  const name = view.voices.get(by.onBehalfOf);
  return (
    <>
      <strong>{name === undefined ? t("decisions.consent-voices.an-organisation") : <UserName name={name} />}</strong>
      {person !== undefined && (
        <>
          {" "}
          {t("decisions.electorate.spoken-by")} {person}
        </>
      )}
    </>
  );
}

/** Whether what was said is shown answer by answer: where organisations speak, they are named to everybody. */
export function areSpeakersShown({ namesShown, asked }: Pick<ConsentView, "namesShown" | "asked">): boolean {
  return namesShown || asked.kind === "organisations";
}

/** What says how many gave which answer, in people or in organisations. */
export function countedKey({ asked }: Pick<ConsentView, "asked">): string {
  return asked.kind === "organisations" ? "decisions.consent-voices.counted" : "decisions.consent.answers-counted";
}

/** For which organisation the reader answers; nothing for whoever answers for themselves. */
export function InWhoseName({ view, speaker }: { readonly view: ConsentView; readonly speaker: Speaker | undefined }) {
  const { t } = view.visit.c.var;
  const organisation = speaker === undefined ? undefined : view.voices.get(speaker.onBehalfOf);
  if (organisation === undefined) return null;
  return <p>{t("decisions.electorate.voice-silent", { organisation })}</p>;
}
