import type { Database } from "../../../kernel/database/database.ts";
import type { PersonId } from "../../model/community.ts";
import { mostDelegates, mostOrganisations, type OrganisationId } from "../../model/standing.ts";
import { standingTables, type DelegateRow } from "./standing.tables.ts";

/** Somebody who speaks for an organisation. */
export interface Delegate {
  readonly personId: PersonId;
  readonly from: Temporal.PlainDate;
  /** The last day; undefined for no end. */
  readonly until: Temporal.PlainDate | undefined;
  readonly decidedBy: string;
}

/** An organisation of a community, with those who speak for it. */
export interface Organisation {
  readonly id: OrganisationId;
  readonly name: string;
  readonly host: string;
  readonly delegates: readonly Delegate[];
}

/** The organisations of a community by name, each with its delegates. */
export async function organisationsOf(db: Database, communityId: string): Promise<readonly Organisation[]> {
  const tables = standingTables(db);
  const organisations = await tables
    .selectFrom("organisations")
    .selectAll()
    .where("community_id", "=", communityId)
    .orderBy("name")
    .limit(mostOrganisations)
    .execute();
  const delegates = await tables
    .selectFrom("organisation_delegates")
    .selectAll()
    .where("community_id", "=", communityId)
    .orderBy("person_id")
    .limit(mostOrganisations * mostDelegates)
    .execute();
  const byOrganisation = Map.groupBy(delegates, (row) => row.organisation_id);
  return organisations.map(({ id, name, host }) => ({
    id: id as OrganisationId,
    name,
    host,
    delegates: (byOrganisation.get(id) ?? []).map(delegateFrom),
  }));
}

/** Whether a delegate speaks for their organisation on a day: `until` is the last such day. */
export function speaksOn({ from, until }: Pick<Delegate, "from" | "until">, day: Temporal.PlainDate): boolean {
  if (Temporal.PlainDate.compare(day, from) < 0) return false;
  return until === undefined || Temporal.PlainDate.compare(day, until) <= 0;
}

function delegateFrom(row: DelegateRow): Delegate {
  return {
    personId: row.person_id as PersonId,
    from: Temporal.PlainDate.from(row.from_day),
    until: row.until_day === null ? undefined : Temporal.PlainDate.from(row.until_day),
    decidedBy: row.decided_by,
  };
}
