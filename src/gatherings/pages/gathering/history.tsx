import { Empty } from "../../../ui/components/empty.tsx";
import { History, type Happening } from "../../../ui/components/history.tsx";
import { Person } from "../../../ui/components/person.tsx";
import { endOf } from "../../model/session.ts";
import type { GatheringView } from "./gathering-view.ts";

/** What has happened to the gathering so far, newest first. */
export function HistoryOfGathering({ view }: { readonly view: GatheringView }) {
  const { t } = view.visit.c.var;
  const happenings = happeningsOf(view)
    .toReversed()
    .toSorted((one, other) => Temporal.Instant.compare(other.at, one.at));
  return (
    <History
      t={t}
      title={t("gatherings.history.title")}
      happenings={happenings}
      empty={<Empty what={t("gatherings.history.title")} />}
    />
  );
}

function happeningsOf(view: GatheringView): readonly Happening[] {
  const { visit, poll, sessions, answered } = view;
  const { gathering, c } = visit;
  const { t } = c.var;
  const happenings: Happening[] = [{ at: gathering.announcedAt, what: <Announced view={view} /> }];
  if (poll !== undefined) {
    happenings.push({ at: poll.openedAt, what: t("gatherings.history.asked", { times: poll.slots.length }) });
  }
  if (poll?.closedAt !== undefined) {
    happenings.push({ at: poll.closedAt, what: t("gatherings.history.closed", { people: answered }) });
  }
  const [set] = sessions;
  if (set !== undefined) {
    happenings.push({ at: set.session.setAt, what: t("gatherings.history.date-set", { sessions: sessions.length }) });
  }
  const last = sessions.findLast(({ session }) => session.cancelledAt === undefined);
  if (last !== undefined && (gathering.state === "held" || gathering.state === "minuted")) {
    happenings.push({ at: endOf(last.session.time), what: t("gatherings.history.held") });
  }
  if (gathering.state === "cancelled") {
    happenings.push({ at: gathering.changedAt, what: t("gatherings.history.cancelled") });
  }
  return happenings;
}

function Announced({ view }: { readonly view: GatheringView }) {
  const { t } = view.visit.c.var;
  const organiser = view.visit.standing.readsNames ? view.people.get(view.visit.gathering.organiserId) : undefined;
  if (organiser?.name === undefined) return <>{t("gatherings.history.announced")}</>;
  const person = <Person t={t} name={organiser.name} handle={organiser.handle} href={organiser.url} />;
  return <>{t.rich("gatherings.history.announced-by", { person: () => person })}</>;
}
