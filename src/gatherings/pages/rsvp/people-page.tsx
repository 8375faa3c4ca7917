import { describePeople, type PersonDescription } from "../../../accounts/index.ts";
import { DataTable } from "../../../ui/components/data-table.tsx";
import { Empty } from "../../../ui/components/empty.tsx";
import { Pagination } from "../../../ui/components/pagination.tsx";
import { Section } from "../../../ui/components/section.tsx";
import { VisibilityLine } from "../../../ui/components/visibility-line.tsx";
import type { PersonId } from "../../model/gathering.ts";
import type { RsvpEntry } from "../../model/rsvp.ts";
import { countInterested, interestedPeople } from "../../store/interest.read.ts";
import { rsvpPage } from "../../store/rsvp-lists.read.ts";
import { sessionsOf, type HeldSession } from "../../store/sessions.read.ts";
import { gatheringPath } from "../addresses.ts";
import { FormPage } from "../form-page.tsx";
import { ParticipantName } from "../participant-name.tsx";
import type { GatheringVisit } from "../visit.ts";

const perPage = 100;

/** A page of the answers to one session. */
interface SessionAnswers {
  readonly session: HeldSession;
  readonly entries: readonly RsvpEntry[];
  /** The arrival after which the next page begins; undefined on the last. */
  readonly next: number | undefined;
}

/** Everyone who is on the list or answered, for organisers. */
interface PeopleView {
  readonly visit: GatheringVisit;
  readonly sessions: readonly SessionAnswers[];
  /** One more than a page shows, if there are more. */
  readonly interested: readonly PersonId[];
  readonly interestedCount: number;
  readonly described: ReadonlyMap<string, PersonDescription>;
}

/** The page of those who organise with everyone who answered. */
export async function showPeople(visit: GatheringVisit): Promise<Response> {
  const { read } = visit.application;
  const after = visit.c.req.query("after") ?? "";
  const interested = await interestedPeople(read, visit.gathering.id, { after, limit: perPage + 1 });
  const sessions = await Promise.all(
    (await sessionsOf(read, visit.gathering.id)).map((session) => readAnswers(visit, session)),
  );
  const people = [...interested, ...sessions.flatMap(({ entries }) => entries.map(({ person }) => person))];
  const view: PeopleView = {
    visit,
    sessions,
    interested,
    interestedCount: await countInterested(read, visit.gathering.id),
    described: await describePeople(read, people),
  };
  return visit.c.html(<PeoplePage view={view} />);
}

async function readAnswers({ c, application }: GatheringVisit, session: HeldSession): Promise<SessionAnswers> {
  const after = Number(c.req.query(session.id) ?? 0);
  const from = Number.isSafeInteger(after) ? after : 0;
  const found = await rsvpPage(application.read, session.id, { after: from, limit: perPage + 1 });
  const entries = found.slice(0, perPage);
  return { session, entries, next: found.length > perPage ? entries.at(-1)?.arrival : undefined };
}

function PeoplePage({ view }: { readonly view: PeopleView }) {
  const { t } = view.visit.c.var;
  return (
    <FormPage visit={view.visit} title={t("gatherings.answered.title")} notice={null}>
      <VisibilityLine>{t("gatherings.answered.visible")}</VisibilityLine>
      {view.sessions.map((one) => (
        <SessionTable view={view} one={one} />
      ))}
      <InterestList view={view} />
    </FormPage>
  );
}

function SessionTable({ view, one }: { readonly view: PeopleView; readonly one: SessionAnswers }) {
  const { c, gathering } = view.visit;
  const { t } = c.var;
  const { session, entries, next } = one;
  const time = t.briefDateTime(session.startsAt);
  const path = `${gatheringPath(gathering)}/people`;
  return (
    <Section id={`session-${session.id}`} title={time}>
      <div class="names-table">
        <DataTable
          t={t}
          caption={t("gatherings.answered.caption", { time })}
          columns={[
            { label: t("gatherings.by-name.person") },
            { label: t("gatherings.answered.answer") },
            { label: t("gatherings.answered.people"), numeric: true },
            { label: t("gatherings.answered.standing") },
          ]}
          rows={entries.map((entry) => [
            <ParticipantName t={t} person={view.described.get(entry.person)} />,
            answerInWords(view, entry),
            t.number(entry.people),
            t(`gatherings.standing.${entry.standing}`),
          ])}
          empty={<Empty what={t("gatherings.answered.none")} />}
        />
      </div>
      <Pagination
        t={t}
        label={time}
        previous={c.req.query(session.id) === undefined ? undefined : path}
        next={next === undefined ? undefined : `${path}?${session.id}=${next}#session-${session.id}`}
      />
    </Section>
  );
}

/** "Going", or "Going, as the delegate of social.example". */
function answerInWords(view: PeopleView, { answer, seat, instance }: RsvpEntry): string {
  const { t } = view.visit.c.var;
  const said = t(`gatherings.rsvp.${answer}`);
  if (seat !== "member" && seat !== "delegate" && seat !== "founder") return said;
  return t("gatherings.seats.own", { said, seat, instance: instance ?? "" });
}

function InterestList({ view }: { readonly view: PeopleView }) {
  const { c, gathering } = view.visit;
  const { t } = c.var;
  const title = t("gatherings.answered.interested", { people: view.interestedCount });
  const shown = view.interested.slice(0, perPage);
  const last = shown.at(-1);
  const path = `${gatheringPath(gathering)}/people`;
  return (
    <Section id="list" title={title} explained={t("gatherings.answered.interested-explained")}>
      {shown.length === 0 ? (
        <Empty what={t("gatherings.people.nobody")} />
      ) : (
        <ul class="people-list">
          {shown.map((person) => (
            <li>
              <ParticipantName t={t} person={view.described.get(person)} />
            </li>
          ))}
        </ul>
      )}
      <Pagination
        t={t}
        label={title}
        previous={c.req.query("after") === undefined ? undefined : path}
        next={view.interested.length > perPage && last !== undefined ? `${path}?after=${last}#list` : undefined}
      />
    </Section>
  );
}
