import type { Child } from "hono/jsx";
import type { PersonDescription } from "../../../accounts/index.ts";
import { Empty } from "../../../ui/components/empty.tsx";
import { speaksOn, type Delegate, type Organisation } from "../../store/standing/organisations.read.ts";
import { PersonName } from "../person-name.tsx";
import type { CommunityVisit } from "../visit.ts";

interface DelegateListProps {
  readonly visit: CommunityVisit;
  readonly organisation: Organisation;
  readonly people: ReadonlyMap<string, PersonDescription>;
  /** What can be done about one of them. */
  readonly act?: (delegate: Delegate) => Child;
}

/** Those who speak for an organisation, from when to when and by which decision. */
export function DelegateList({ visit, organisation, people, act }: DelegateListProps) {
  const { t } = visit.c.var;
  if (organisation.delegates.length === 0) return <Empty what={t("communities.organisations.nobody")} />;
  return (
    <ul>
      {organisation.delegates.map((delegate) => (
        <li>
          <PersonName t={t} person={people.get(delegate.personId)} />
          <span class="term-line">
            {" "}
            {termWords(visit, delegate)} ·{" "}
            {t("communities.organisations.by-decision", { decision: delegate.decidedBy })}
          </span>
          {act?.(delegate)}
        </li>
      ))}
    </ul>
  );
}

function termWords({ c, community }: CommunityVisit, delegate: Delegate): string {
  const { frame, t } = c.var;
  const today = frame.now.toZonedDateTimeISO(community.zone).toPlainDate();
  const from = t.briefDate(delegate.from);
  const term =
    delegate.until === undefined
      ? t("communities.organisations.since", { from })
      : t("communities.organisations.term", { from, until: t.briefDate(delegate.until) });
  if (speaksOn(delegate, today)) return term;
  const isOver = Temporal.PlainDate.compare(delegate.from, today) <= 0;
  return t(`communities.organisations.${isOver ? "term-over" : "term-to-come"}`, { term });
}
