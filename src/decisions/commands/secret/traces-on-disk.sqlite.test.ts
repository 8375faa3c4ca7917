import { readFileSync } from "node:fs";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { valueOf } from "../../../../testing/community-cast.ts";
import {
  agree,
  block,
  openDecisionCast,
  type CastProposal,
  type DecisionCast,
} from "../../../../testing/decision-cast.ts";
import { byPerson } from "../../../../testing/test-application.ts";
import type { PersonId } from "../../../communities/index.ts";
import { boxOf, sealedBallots } from "../../store/secret/secret.read.ts";
import { castBallot } from "./cast-ballot.ts";

let cast: DecisionCast;
let people: PersonId[];
let about: CastProposal;

beforeAll(async () => {
  cast = await openDecisionCast();
  people = [];
  for (const name of ["Ada", "Grace", "Mary", "Edith", "Hedy"]) people.push(await cast.person(name));
  const [ada = "" as PersonId, ...others] = people;
  const community = await cast.community(ada);
  for (const each of others) await cast.join(community, each);
  about = await cast.proposal(ada, community, { secrecy: "secret" });
});
afterAll(() => cast.close());

/** Every octet of the database and of its write-ahead log. */
async function filesOfDatabase(): Promise<Buffer> {
  const { rows } = await sql<{ readonly file: string }>`pragma database_list`.execute(cast.application.read);
  const file = rows[0]?.file ?? "";
  return Buffer.concat([readFileSync(file), readFileSync(`${file}-wal`)]);
}

test("the files hold no ballot and no code while people vote, and once counted neither key nor seal", async () => {
  const { execute, read } = cast.application;
  const codes = ["a1", "b2", "c3", "d4", "e5"].map((two) => two.repeat(16));
  for (const [place, code] of codes.entries()) {
    const ballot = place === 2 ? block : agree;
    valueOf(await execute(castBallot, { ...about, ballot, code }, byPerson(people[place] ?? "")));
  }
  const during = await filesOfDatabase();
  expect(codes.filter((code) => during.includes(code))).toEqual([]);
  expect(during.includes('"choice"')).toBe(false);
  const key = (await boxOf(read, about.proposalId))?.key ?? "";
  const sealed = await sealedBallots(read, about.proposalId, { after: "", limit: 10 });
  expect(during.includes(key)).toBe(true);
  expect(sealed.filter((row) => during.includes(row.finder))).toHaveLength(5);

  cast.clock.pass({ hours: 24 * 7 });
  await cast.pumpClock();
  const after = await filesOfDatabase();
  expect(after.includes('"choice"')).toBe(true);
  expect(after.includes(key)).toBe(false);
  expect(sealed.filter((row) => after.includes(row.finder) || after.includes(row.sealed.slice(0, 60)))).toEqual([]);
});
