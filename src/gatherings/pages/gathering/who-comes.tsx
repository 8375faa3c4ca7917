import { DefinitionList } from "../../../ui/components/definition-list.tsx";
import { Empty } from "../../../ui/components/empty.tsx";
import { Section } from "../../../ui/components/section.tsx";
import { BriefTime } from "../../../ui/components/time-text.tsx";
import { VisibilityLine } from "../../../ui/components/visibility-line.tsx";
import { ParticipantName } from "../participant-name.tsx";
import type { GatheringView, SeatsView, SessionView } from "./gathering-view.ts";

/** How many want to hear of it and how many come; by name where the community lets its members be seen. */
export function WhoComes({ view }: { readonly view: GatheringView }) {
  const { t } = view.visit.c.var;
  const standing = view.sessions.filter(({ session }) => session.cancelledAt === undefined);
  return (
    <Section id="people" title={t(`gatherings.people.title.${isOver(view) ? "over" : "open"}`)}>
      {view.interested === 0 && mayGrow(view) ? (
        <Empty what={t("gatherings.people.nobody")} />
      ) : (
        <p>{t(`gatherings.people.${isOver(view) ? "were-interested" : "interested"}`, { people: view.interested })}</p>
      )}
      {standing.map((session) => (
        <SessionPeople view={view} one={session} headed={standing.length > 1} />
      ))}
      <VisibilityLine>{t(`gatherings.people.visible.${view.visit.namesFor}`)}</VisibilityLine>
    </Section>
  );
}

/** Whether it is still to be seen if it becomes a plan. */
function mayGrow({ visit }: GatheringView): boolean {
  return visit.gathering.state === "idea" || visit.gathering.state === "asking-when";
}

/** Whether there is nothing more to hear of it. */
function isOver({ visit }: GatheringView): boolean {
  const { state } = visit.gathering;
  return state === "cancelled" || state === "held" || state === "minuted";
}

interface SessionPeopleProps {
  readonly view: GatheringView;
  readonly one: SessionView;
  /** Whether the session is one of several, and so is named. */
  readonly headed: boolean;
}

function SessionPeople({ view, one, headed }: SessionPeopleProps) {
  const { t } = view.visit.c.var;
  const { going, kinds, audience, maybe } = one;
  return (
    <div class="session-people">
      {headed && (
        <h3>
          <BriefTime t={t} instant={one.session.startsAt} />
        </h3>
      )}
      <DefinitionList
        definitions={[
          { term: t("gatherings.rsvp.going"), definition: seatsInWords(view, going) },
          ...kinds.map(({ kind, ...seats }) => ({
            term: t(`gatherings.seats.kind.${kind}`),
            definition: seatsInWords(view, seats),
          })),
          ...(maybe === 0 ? [] : [{ term: t("gatherings.rsvp.maybe"), definition: t.number(maybe) }]),
          ...(audience === undefined
            ? []
            : [{ term: t("gatherings.rsvp.audience"), definition: seatsInWords(view, audience) }]),
        ]}
      />
      <Names view={view} one={one} />
    </div>
  );
}

/** "31, 29 places free" or "60, full, 4 waiting". */
export function seatsInWords(view: GatheringView, { taken, free, waiting }: SeatsView): string {
  const { t } = view.visit.c.var;
  if (free === null || isOver(view)) return t.number(taken);
  return t("gatherings.people.seats", { taken, free, waiting });
}

function Names({ view, one }: { readonly view: GatheringView; readonly one: SessionView }) {
  const { t } = view.visit.c.var;
  const more = one.going.taken - one.names.reduce((sum, { people }) => sum + people, 0);
  if (one.names.length === 0) return null;
  return (
    <>
      <ul class="people-list">
        {one.names.map(({ person, people }) => (
          <li>
            <ParticipantName t={t} person={view.people.get(person)} />
            {people > 1 && <> {t("gatherings.people.party", { more: people - 1 })}</>}
          </li>
        ))}
      </ul>
      {more > 0 && <p class="quiet">{t("gatherings.people.more", { people: more })}</p>}
    </>
  );
}
