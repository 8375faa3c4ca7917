import { DefinitionList } from "../../../ui/components/definition-list.tsx";
import { Section } from "../../../ui/components/section.tsx";
import { BriefTime } from "../../../ui/components/time-text.tsx";
import { seatsInWords } from "../gathering/who-comes.tsx";
import type { SessionView } from "../gathering/gathering-view.ts";
import type { BriefView } from "./brief-view.ts";

/** How many come to each session. What people said they need on the day belongs here, too, below their numbers. */
export function BriefPeople({ view }: { readonly view: BriefView }) {
  const { t } = view.gathering.visit.c.var;
  const standing = view.gathering.sessions.filter(({ session }) => session.cancelledAt === undefined);
  if (standing.length === 0) return null;
  return (
    <Section id="people" title={t("gatherings.brief.people")}>
      {standing.map((one) => (
        <Numbers view={view} one={one} headed={standing.length > 1} />
      ))}
    </Section>
  );
}

interface NumbersProps {
  readonly view: BriefView;
  readonly one: SessionView;
  /** Whether the session is one of several, and so is named. */
  readonly headed: boolean;
}

function Numbers({ view, one, headed }: NumbersProps) {
  const { t } = view.gathering.visit.c.var;
  const { going, audience, maybe } = one;
  return (
    <>
      {headed && (
        <h3>
          <BriefTime t={t} instant={one.session.startsAt} />
        </h3>
      )}
      <DefinitionList
        definitions={[
          { term: t("gatherings.rsvp.going"), definition: seatsInWords(view.gathering, going) },
          { term: t("gatherings.rsvp.maybe"), definition: t.number(maybe) },
          ...(audience === undefined
            ? []
            : [{ term: t("gatherings.rsvp.audience"), definition: seatsInWords(view.gathering, audience) }]),
        ]}
      />
    </>
  );
}
