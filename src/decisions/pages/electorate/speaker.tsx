import { UserName } from "../../../ui/text.tsx";
import { PersonName } from "../person-name.tsx";
import type { ProposalView } from "../proposals/proposal-view.ts";

interface SpeakerProps {
  readonly view: ProposalView;
  readonly personId: string;
}

/** Who answered: a person, or an organisation by somebody who speaks for it. */
export function Speaker({ view, personId }: SpeakerProps) {
  const { t } = view.visit.c.var;
  const person = <PersonName t={t} person={view.people.get(personId)} />;
  const voice = view.electorate.voices.find(({ delegates }) => delegates.some((delegate) => delegate === personId));
  if (voice === undefined) return person;
  return (
    <>
      <strong>
        <UserName name={voice.name} />
      </strong>{" "}
      {t("decisions.electorate.spoken-by")} {person}
    </>
  );
}
