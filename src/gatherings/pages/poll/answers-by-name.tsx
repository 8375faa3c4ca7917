import { describePeople, type PersonDescription } from "../../../accounts/index.ts";
import { DataTable } from "../../../ui/components/data-table.tsx";
import { Person } from "../../../ui/components/person.tsx";
import { Section } from "../../../ui/components/section.tsx";
import { VisibilityLine } from "../../../ui/components/visibility-line.tsx";
import type { Availability, PersonAvailability } from "../../model/availability.ts";
import type { PollView } from "./poll-view.ts";

/** So many people the table names; all are counted above it. */
const mostRows = 200;

/** The people of an organiser's table of answers. */
export async function readAnswerers(view: PollView): Promise<ReadonlyMap<string, PersonDescription>> {
  if (!view.visit.standing.organises) return new Map();
  return describePeople(
    view.visit.application.read,
    view.answers.slice(0, mostRows).map(({ person }) => person),
  );
}

interface AnswersByNameProps {
  readonly view: PollView;
  readonly people: ReadonlyMap<string, PersonDescription>;
}

/** Who said what, and the notes; for organisers alone. */
export function AnswersByName({ view, people }: AnswersByNameProps) {
  const { t } = view.visit.c.var;
  return (
    <Section id="by-name" title={t("gatherings.by-name.title")}>
      <VisibilityLine>{t("gatherings.by-name.visible")}</VisibilityLine>
      <DataTable
        caption={t("gatherings.by-name.caption", { people: Math.min(mostRows, view.answers.length) })}
        columns={[
          { label: t("gatherings.by-name.person") },
          { label: t("gatherings.poll.note") },
          ...view.slots.map(({ startsAt }) => ({ label: t.briefDateTime(startsAt) })),
        ]}
        rows={view.answers
          .slice(0, mostRows)
          .map((answer) => [
            <Answerer view={view} person={people.get(answer.person)} />,
            <bdi>{answer.note ?? ""}</bdi>,
            ...view.slots.map(({ id }) => <Said view={view} said={saidOf(answer, id)} />),
          ])}
      />
    </Section>
  );
}

function saidOf(answer: PersonAvailability, slot: PollView["slots"][number]["id"]): Availability | undefined {
  return answer.availability.get(slot);
}

function Answerer({ view, person }: { readonly view: PollView; readonly person: PersonDescription | undefined }) {
  const { t } = view.visit.c.var;
  if (person?.name === undefined) return <>{t("gatherings.people.gone")}</>;
  return <Person t={t} name={person.name} handle={person.handle} href={person.url} />;
}

function Said({ view, said }: { readonly view: PollView; readonly said: Availability | undefined }) {
  const { t } = view.visit.c.var;
  return <>{said === undefined ? "–" : t(`gatherings.poll.${said}`)}</>;
}
