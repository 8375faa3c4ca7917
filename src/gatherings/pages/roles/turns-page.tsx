import { describePeople, signInFirst, type PersonDescription } from "../../../accounts/index.ts";
import { DataTable } from "../../../ui/components/data-table.tsx";
import { Empty } from "../../../ui/components/empty.tsx";
import { Pagination } from "../../../ui/components/pagination.tsx";
import { roles, type Role } from "../../model/roles/role.ts";
import { turnsOf, type Turns } from "../../model/roles/rotation.ts";
import { servedAs } from "../../store/roles/roles.read.ts";
import { forbidden } from "../acts.ts";
import { gatheringPath } from "../addresses.ts";
import { FormPage } from "../form-page.tsx";
import { ParticipantName } from "../participant-name.tsx";
import type { GatheringVisit } from "../visit.ts";

/** So many gatherings at which somebody held the role are counted, the latest ones. */
const mostServed = 120;
const perPage = 40;

/** The page with who has held one role how often, so that it can be somebody else's next time; for members and organisers. */
export async function showTurns(visit: GatheringVisit): Promise<Response> {
  const { c, application, gathering, standing } = visit;
  if (standing.personId === undefined) return signInFirst(c);
  if (!seesTurns(visit)) return forbidden(c, "only-members");
  const role = roles.find((one) => one === c.req.query("role")) ?? "host";
  const asked = Number(c.req.query("from") ?? 0);
  const from = Number.isSafeInteger(asked) && asked > 0 ? asked : 0;
  const turns = turnsOf(await servedAs(application.read, gathering.communityId, role, mostServed));
  const shown = turns.slice(from, from + perPage);
  const people = await describePeople(
    application.read,
    shown.map(({ person }) => person),
  );
  return c.html(<TurnsPage visit={visit} role={role} from={from} total={turns.length} turns={shown} people={people} />);
}

/** Who may know who has done what so far. */
export function seesTurns({ standing }: GatheringVisit): boolean {
  return standing.organises || standing.isMember;
}

interface TurnsPageProps {
  readonly visit: GatheringVisit;
  readonly role: Role;
  /** How many stand on the pages before, and on all pages together. */
  readonly from: number;
  readonly total: number;
  readonly turns: readonly Turns[];
  readonly people: ReadonlyMap<string, PersonDescription>;
}

function TurnsPage({ visit, role, from, total, turns, people }: TurnsPageProps) {
  const { t } = visit.c.var;
  const path = `${gatheringPath(visit.gathering)}/roles/turns?role=${role}`;
  const title = t("gatherings.roles.turns");
  return (
    <FormPage visit={visit} title={title} notice={null}>
      <p>{t("gatherings.roles.turns-explained")}</p>
      <RoleLinks visit={visit} role={role} />
      <DataTable
        t={t}
        caption={t("gatherings.roles.turns-caption", { role: t(`gatherings.roles.name.${role}`) })}
        columns={[
          { label: t("gatherings.by-name.person") },
          { label: t("gatherings.roles.times"), numeric: true },
          { label: t("gatherings.roles.last") },
        ]}
        rows={turns.map(({ person, times, last }) => [
          <ParticipantName t={t} person={people.get(person)} />,
          t.number(times),
          t.briefDate(last.toZonedDateTimeISO(t.zone).toPlainDate()),
        ])}
        empty={<Empty what={t("gatherings.roles.turns-none", { role: t(`gatherings.roles.name.${role}`) })} />}
      />
      <Pagination
        t={t}
        label={title}
        previous={from === 0 ? undefined : `${path}&from=${Math.max(0, from - perPage)}`}
        next={from + perPage < total ? `${path}&from=${from + perPage}` : undefined}
      />
      <p>
        <a href={`${gatheringPath(visit.gathering)}/roles`}>{t("gatherings.roles.link")}</a>
      </p>
    </FormPage>
  );
}

/** The roles, to choose whose turns are shown. */
function RoleLinks({ visit, role }: Pick<TurnsPageProps, "visit" | "role">) {
  const { t } = visit.c.var;
  const path = `${gatheringPath(visit.gathering)}/roles/turns`;
  return (
    <nav class="section-links" aria-label={t("gatherings.roles.title")}>
      <ul>
        {roles.map((one) => (
          <li>
            <a href={`${path}?role=${one}`} aria-current={one === role ? "page" : undefined}>
              {t(`gatherings.roles.name.${one}`)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
