import { createHash } from "node:crypto";
import { sql } from "kysely";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { valueOf } from "../../../../testing/community-cast.ts";
import { databaseDump } from "../../../../testing/database-dump.ts";
import {
  agree,
  block,
  disagree,
  openDecisionCast,
  type CastProposal,
  type DecisionCast,
} from "../../../../testing/decision-cast.ts";
import { by, byPerson } from "../../../../testing/test-application.ts";
import type { CommunityId, PersonId } from "../../../communities/index.ts";
import type { Json } from "../../../kernel/base/canonical-json.ts";
import { fewestPublished } from "../../model/secret/secret-ballot.ts";
import { keptOfPerson } from "../../store/people.read.ts";
import { outcomeOf } from "../../store/proposals/outcomes.read.ts";
import { silentElectors } from "../../store/proposals/stances.read.ts";
import { boxOf, markedPeople, publishedBallots } from "../../store/secret/secret.read.ts";
import { castNativeVote } from "../proposals/cast-native-vote.ts";
import { withdrawProposal } from "../proposals/withdraw-proposal.ts";
import { castBallot } from "./cast-ballot.ts";
import { replaceBallot } from "./replace-ballot.ts";

let cast: DecisionCast;
/** Whoever puts it forward, and five more members. */
let people: PersonId[];
let community: CommunityId;
let about: CastProposal;

const everything = { from: "", limit: 100 };

beforeAll(async () => {
  cast = await openDecisionCast();
  people = [];
  for (const name of ["Ada", "Grace", "Mary", "Edith", "Hedy", "Radia"]) people.push(await cast.person(name));
});
beforeEach(async () => {
  cast.clock.set("2027-02-01T10:00:00Z");
  community = await cast.community(person(0));
  for (const each of people.slice(1)) await cast.join(community, each);
  about = await cast.proposal(person(0), community, { secrecy: "secret" });
});
afterAll(() => cast.close());

function person(place: number): PersonId {
  const found = people[place];
  if (found === undefined) throw new Error(`nobody has place ${place}`);
  return found;
}

/** A code of its own for each of these people: `codeOf(3)` is `3333…`. */
function codeOf(place: number): string {
  return String(place).repeat(32);
}

function vote(place: number, ballot: Json, code = codeOf(place)) {
  return cast.application.execute(castBallot, { ...about, ballot, code }, byPerson(person(place)));
}

function replace(code: string, ballot: Json) {
  return cast.application.execute(replaceBallot, { ...about, ballot, code }, by({ kind: "visitor" }));
}

async function close(): Promise<void> {
  cast.clock.pass({ hours: 24 * 7 });
  await cast.pumpClock();
}

/** The published list, as the digest of each code with its ballot. */
async function list() {
  const ballots = await publishedBallots(cast.application.read, about.proposalId, everything);
  return ballots.map(({ digest, ballot }) => [digest, ballot]);
}

function digestOf(code: string): string {
  return createHash("sha256").update(code).digest("hex");
}

async function outcome() {
  const found = await outcomeOf(cast.application.read, about.proposalId);
  if (found === undefined) throw new Error("nothing was counted");
  return found;
}

describe("a secret ballot", () => {
  test("counts at closing, and stands in the public list beside the digest of its code alone", async () => {
    for (const place of [0, 1, 2, 3]) valueOf(await vote(place, agree));
    valueOf(await vote(4, disagree));
    await close();
    expect(await outcome()).toMatchObject({ answered: 5, eligible: 6, conclusion: { verdict: "carried" } });
    const expected = [0, 1, 2, 3, 4].map((place) => [digestOf(codeOf(place)), place === 4 ? disagree : agree] as const);
    expect(await list()).toEqual(expected.toSorted(([one], [other]) => (one < other ? -1 : 1)));
  });

  test("is given once by each person, and by those on the list alone", async () => {
    valueOf(await vote(1, agree));
    expect(await vote(1, disagree, codeOf(7))).toMatchObject({ refusal: { kind: "already-voted" } });
    const late = await cast.person("Late");
    await cast.join(community, late);
    const asked = { ...about, ballot: agree, code: codeOf(8) };
    const answer = await cast.application.execute(castBallot, asked, byPerson(late));
    expect(answer).toMatchObject({ refusal: { kind: "not-on-the-list" } });
  });

  test("is replaced by whoever quotes its code, without saying who they are", async () => {
    for (const place of [0, 1, 2, 3, 4]) valueOf(await vote(place, agree));
    valueOf(await replace("2222-2222 2222-2222-2222-2222-2222-2222", block));
    expect(await replace(codeOf(9), block)).toMatchObject({ refusal: { kind: "receipt-code-unknown" } });
    expect(await replace("22", block)).toMatchObject({ refusal: { kind: "receipt-code-unreadable" } });
    await close();
    expect(await list()).toContainEqual([digestOf(codeOf(2)), block]);
    expect((await outcome()).answered).toBe(5);
    expect(await replace(codeOf(2), agree)).toMatchObject({ refusal: { kind: "voting-closed" } });
  });

  test("with a code that another ballot has is refused, and changes nothing", async () => {
    valueOf(await vote(1, agree));
    expect(await vote(2, disagree, codeOf(1))).toMatchObject({ refusal: { kind: "receipt-code-used" } });
    valueOf(await vote(2, disagree));
  });

  test("is not taken by reply, by native poll or under a name", async () => {
    expect(await cast.answer(person(1), about, agree)).toMatchObject({ refusal: { kind: "secret-on-the-web" } });
    const voted = await cast.application.execute(castNativeVote, { ...about, place: 0 }, byPerson(person(1)));
    expect(voted).toMatchObject({ refusal: { kind: "secret-on-the-web" } });
  });

  test("is not asked for again of those who gave one, and shows in what they take along as no more than that", async () => {
    valueOf(await vote(1, block));
    const silent = await silentElectors(cast.application.read, about.proposalId, { after: "", limit: 10 });
    expect(silent).not.toContain(person(1));
    expect(silent).toHaveLength(5);
    const kept = await keptOfPerson(cast.application.read, person(1));
    expect(kept["secret-ballots"]).toContainEqual({ proposal: about.proposalId });
    expect(kept["stances"]).toEqual([]);
  });

  test("among fewer than five leaves the decision alone: no count, no list, no seed", async () => {
    for (let place = 0; place < fewestPublished - 1; place += 1) valueOf(await vote(place, agree));
    await close();
    expect(await outcome()).toMatchObject({
      answered: 4,
      seed: "",
      tally: { stages: [], elected: [], ties: [] },
      conclusion: { verdict: "carried", why: [{ key: "decisions.secret.why.withheld" }] },
    });
    expect(await list()).toEqual([]);
  });

  test("of a proposal taken back is destroyed uncounted", async () => {
    valueOf(await vote(1, block));
    valueOf(await cast.application.execute(withdrawProposal, about, byPerson(person(0))));
    expect(await boxOf(cast.application.read, about.proposalId)).toMatchObject({ key: undefined });
    expect(await list()).toEqual([]);
  });
});

describe("what is kept of a secret vote", () => {
  test("names nobody in the log beside a ballot received, and notes the digest of the list", async () => {
    for (const place of [4, 2, 0, 1, 3]) valueOf(await vote(place, place === 2 ? block : agree));
    valueOf(await replace(codeOf(4), disagree));
    await close();
    const told = cast.events.filter(({ payload }) => payload["proposal"] === about.proposalId);
    const ballots = told.filter(({ name }) => name.startsWith("ballot-"));
    expect(ballots).toHaveLength(6);
    for (const { actor, payload } of ballots) {
      expect(actor).toBe("unnamed");
      expect(Object.keys(payload).toSorted()).toEqual(["proposal", "thread"]);
    }
    const published = (await list()).map(([digest, ballot]) => ({ ballot, digest }));
    const digest = createHash("sha256").update(JSON.stringify(published)).digest("hex");
    const payload = { proposal: about.proposalId, ballots: 5, digest };
    expect(told.find(({ name }) => name === "ballots-published")).toMatchObject({ payload });
  });

  test("holds no ballot and no code while people vote, in any table", async () => {
    const codes = ["a1", "b2", "c3"].map((two) => two.repeat(16));
    for (const [place, code] of codes.entries()) valueOf(await vote(place, block, code));
    valueOf(await replace(codes[1] ?? "", agree));
    const dump = await databaseDump(cast.application.read);
    expect(codes.filter((code) => dump.includes(code) || dump.includes(digestOf(code)))).toEqual([]);
    const ofThis = dump.split("\n").filter((row) => row.includes(about.proposalId));
    expect(ofThis.filter((row) => row.includes("choice"))).toEqual([]);
    const rows = await rowsOf("sealed_ballots");
    expect(rows).toHaveLength(3);
    expect(new Set(rows.map(({ sealed }) => String(sealed).length)).size).toBe(1);
  });

  test("has no row with both a person and a ballot, and no time beside either", async () => {
    for (const place of [3, 1, 4, 0, 2]) valueOf(await vote(place, place % 2 === 0 ? agree : block));
    await close();
    expect(await rowsOf("sealed_ballots")).toEqual([]);
    const marks = await rowsOf("ballot_marks");
    expect(Object.keys(marks[0] ?? {}).toSorted()).toEqual(["person_id", "proposal_id"]);
    const published = await rowsOf("published_ballots");
    expect(Object.keys(published[0] ?? {}).toSorted()).toEqual(["ballot", "digest", "proposal_id"]);
    const answers = await allRows("receipts");
    for (const row of answers) expect(JSON.stringify(row)).not.toMatch(/choice/);
  });

  test("lies in the order of digests and of people's ids, not in that of voting", async () => {
    const order = [3, 1, 4, 0, 2];
    for (const place of order) valueOf(await vote(place, agree));
    await close();
    const digests = await inStoredOrder("published_ballots", "digest");
    expect(digests).toEqual(digests.toSorted());
    const marked = await inStoredOrder("ballot_marks", "person_id");
    const listed = await markedPeople(cast.application.read, about.proposalId, { after: "", limit: 10 });
    expect(marked).toEqual(listed);
    expect(marked).toHaveLength(5);
  });

  test("lets nobody reckon a ballot from what a late joiner adds, since they are not on the list", async () => {
    for (const place of [0, 1, 2, 3]) valueOf(await vote(place, agree));
    const late = await cast.person("Later");
    await cast.join(community, late);
    const asked = { ...about, ballot: block, code: codeOf(8) };
    expect(await cast.application.execute(castBallot, asked, byPerson(late))).toMatchObject({ ok: false });
    await close();
    expect(await outcome()).toMatchObject({ eligible: 6, answered: 4 });
  });
});

type AnyTables = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

function rowsOf(table: string) {
  return cast.application.read
    .withTables<AnyTables>()
    .selectFrom(table)
    .selectAll()
    .where("proposal_id", "=", about.proposalId)
    .execute();
}

function allRows(table: string) {
  return cast.application.read.withTables<AnyTables>().selectFrom(table).selectAll().execute();
}

/** As the rows lie in the file, where the engine lets one see it: by `ctid`, or in the only order that a table without rowid has. */
async function inStoredOrder(table: string, column: string): Promise<readonly string[]> {
  const isPostgres = process.env["KOINON_TEST_ENGINE"] === "postgres";
  const order = isPostgres ? sql`order by ctid` : sql``;
  const { rows } = await sql<Readonly<Record<string, string>>>`
    select ${sql.ref(column)} from ${sql.table(table)} where proposal_id = ${about.proposalId} ${order}`.execute(
    cast.application.read,
  );
  return rows.map((row) => row[column] ?? "");
}
