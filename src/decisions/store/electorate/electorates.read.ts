import { instantOrNone } from "../../../kernel/base/time.ts";
import type { Database } from "../../../kernel/database/database.ts";
import { prepared } from "../../../kernel/database/prepared.ts";
import { mostNamed, type ElectorateKind, type WhyLeftOut, type WhyMay } from "../../model/electorate/electorate.ts";
import type { PersonId } from "../../model/thread.ts";
import { electorateTables } from "./electorate.tables.ts";

/** Whom a proposal or a consent process asks. */
export interface Electorate {
  readonly kind: ElectorateKind;
  /** Empty where no circle is asked. */
  readonly circleId: string;
  readonly circleName: string;
  readonly challengeDays: number;
}

/** What holds where nothing was chosen. */
const everyMember: Electorate = { kind: "members", circleId: "", circleName: "", challengeDays: 0 };

/** Whom it asks; all members where nothing else was chosen. */
export async function electorateChosen(db: Database, proposalId: string): Promise<Electorate> {
  const row = (await chosenRow(db, { proposalId })).rows[0];
  if (row === undefined) return everyMember;
  return {
    kind: row.kind as ElectorateKind,
    circleId: row.circle_id,
    circleName: row.circle_name,
    challengeDays: row.challenge_days,
  };
}

const chosenRow = prepared((db, given: { proposalId: string }) =>
  electorateTables(db).selectFrom("proposal_electorates").selectAll().where("proposal_id", "=", given.proposalId),
);

/** Those who were named one by one. */
export async function namedPeople(db: Database, proposalId: string): Promise<readonly PersonId[]> {
  const rows = await electorateTables(db)
    .selectFrom("named_electors")
    .select("person_id")
    .where("proposal_id", "=", proposalId)
    .orderBy("person_id")
    .limit(mostNamed)
    .execute();
  return rows.map((row) => row.person_id as PersonId);
}

/** Why somebody is on the list of a proposal; undefined when they are not. */
export async function whyElector(db: Database, proposalId: string, personId: string): Promise<WhyMay | undefined> {
  return (await electorRow(db, { proposalId, personId })).rows[0]?.why as WhyMay | undefined;
}

const electorRow = prepared((db, given: { proposalId: string; personId: string }) =>
  electorateTables(db)
    .selectFrom("proposal_electors")
    .select("why")
    .where("proposal_id", "=", given.proposalId)
    .where("person_id", "=", given.personId),
);

/** A member who may not answer, as it was frozen. */
export interface LeftOut {
  readonly personId: PersonId;
  readonly why: WhyLeftOut;
  /** Of somebody who is new: when their waiting is over. */
  readonly until: Temporal.Instant | undefined;
  /** Of somebody in a class without a vote. */
  readonly className: string;
}

/** What was written down of somebody who may not answer; undefined when nothing was. */
export async function leftOutAs(db: Database, proposalId: string, personId: string): Promise<LeftOut | undefined> {
  const row = await electorateTables(db)
    .selectFrom("left_out")
    .selectAll()
    .where("proposal_id", "=", proposalId)
    .where("person_id", "=", personId)
    .executeTakeFirst();
  return row === undefined ? undefined : leftOutFrom(row);
}

/** The members who may not answer, in the order of their ids: at most `limit` after the id `after`. */
export async function leftOutOf(
  db: Database,
  proposalId: string,
  page: { readonly after: string; readonly limit: number },
): Promise<readonly LeftOut[]> {
  const rows = await electorateTables(db)
    .selectFrom("left_out")
    .selectAll()
    .where("proposal_id", "=", proposalId)
    .where("person_id", ">", page.after)
    .orderBy("person_id")
    .limit(page.limit)
    .execute();
  return rows.map(leftOutFrom);
}

function leftOutFrom(row: {
  readonly person_id: string;
  readonly why: string;
  readonly until: number | null;
  readonly class_name: string;
}): LeftOut {
  return {
    personId: row.person_id as PersonId,
    why: row.why as WhyLeftOut,
    until: instantOrNone(row.until),
    className: row.class_name,
  };
}

/** How many of those who may answer and of those who did live on each server, most first; at most 200 servers. */
export async function serversOf(
  db: Database,
  proposalId: string,
): Promise<readonly { readonly host: string; readonly eligible: number; readonly answered: number }[]> {
  return electorateTables(db)
    .selectFrom("proposal_servers")
    .select(["host", "eligible", "answered"])
    .where("proposal_id", "=", proposalId)
    .orderBy("eligible", "desc")
    .orderBy("host")
    .limit(200)
    .execute();
}
