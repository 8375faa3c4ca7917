import type { Database } from "../../../kernel/database/database.ts";
import { prepared } from "../../../kernel/database/prepared.ts";
import type { PersonId } from "../../model/thread.ts";
import { electorateTables } from "./electorate.tables.ts";

/** The others who speak for the organisation for which somebody speaks in a proposal; nobody where they speak for themselves. */
export async function colleaguesOf(db: Database, proposalId: string, personId: string): Promise<readonly PersonId[]> {
  const { rows } = await colleagues(db, { proposalId, personId });
  return rows.map((row) => row.person_id as PersonId);
}

const colleagues = prepared((db, given: { proposalId: string; personId: string }) =>
  electorateTables(db)
    .selectFrom("voice_delegates as own")
    .innerJoin("voice_delegates as other", (join) =>
      join
        .onRef("other.proposal_id", "=", "own.proposal_id")
        .onRef("other.organisation_id", "=", "own.organisation_id"),
    )
    .select("other.person_id")
    .where("own.proposal_id", "=", given.proposalId)
    .where("own.person_id", "=", given.personId)
    .whereRef("other.person_id", "!=", "own.person_id"),
);

/** One organisation in a proposal. */
export interface Voice {
  readonly organisationId: string;
  readonly name: string;
  readonly host: string;
  readonly delegates: readonly PersonId[];
  /** Who spoke last for it, in the open; undefined when nobody did. */
  readonly spokeBy: PersonId | undefined;
  /** Whether it has answered, openly or in secret. */
  readonly hasSpoken: boolean;
}

/** The organisations asked by a proposal by name; at most 500, since a community lists no more. */
export async function voicesOf(db: Database, proposalId: string): Promise<readonly Voice[]> {
  const tables = electorateTables(db);
  const voices = await tables
    .selectFrom("proposal_voices")
    .selectAll()
    .where("proposal_id", "=", proposalId)
    .orderBy("name")
    .limit(500)
    .execute();
  if (voices.length === 0) return [];
  const delegates = await tables
    .selectFrom("voice_delegates as delegate")
    .leftJoin("stances as stance", (join) =>
      join
        .onRef("stance.proposal_id", "=", "delegate.proposal_id")
        .onRef("stance.person_id", "=", "delegate.person_id"),
    )
    .leftJoin("ballot_marks as mark", (join) =>
      join.onRef("mark.proposal_id", "=", "delegate.proposal_id").onRef("mark.person_id", "=", "delegate.person_id"),
    )
    .select(["delegate.organisation_id", "delegate.person_id", "stance.person_id as spoke", "mark.person_id as marked"])
    .where("delegate.proposal_id", "=", proposalId)
    .limit(3_000)
    .execute();
  const byOrganisation = Map.groupBy(delegates, (row) => row.organisation_id);
  return voices.map(({ organisation_id, name, host }) => {
    const own = byOrganisation.get(organisation_id) ?? [];
    const spokeBy = own.find(({ spoke }) => spoke !== null)?.person_id as PersonId | undefined;
    return {
      organisationId: organisation_id,
      name,
      host,
      delegates: own.map((row) => row.person_id as PersonId),
      spokeBy,
      hasSpoken: spokeBy !== undefined || own.some(({ marked }) => marked !== null),
    };
  });
}

/** The organisations of a list by name, without who speaks for them; at most 500. */
export async function voicesListed(
  db: Database,
  listId: string,
): Promise<readonly { readonly organisationId: string; readonly name: string; readonly host: string }[]> {
  const rows = await electorateTables(db)
    .selectFrom("proposal_voices")
    .selectAll()
    .where("proposal_id", "=", listId)
    .orderBy("name")
    .limit(500)
    .execute();
  return rows.map((row) => ({ organisationId: row.organisation_id, name: row.name, host: row.host }));
}

/** Who spoke for which organisation of a list when it was written down; at most 3,000. */
export async function delegatesListed(
  db: Database,
  listId: string,
): Promise<readonly { readonly personId: PersonId; readonly organisationId: string }[]> {
  const rows = await electorateTables(db)
    .selectFrom("voice_delegates")
    .selectAll()
    .where("proposal_id", "=", listId)
    .orderBy("person_id")
    .limit(3_000)
    .execute();
  return rows.map((row) => ({ personId: row.person_id as PersonId, organisationId: row.organisation_id }));
}
