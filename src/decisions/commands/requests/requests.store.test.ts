import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { openDecisionCast, type DecisionCast } from "../../../../testing/decision-cast.ts";
import { valueOf } from "../../../../testing/community-cast.ts";
import { byPerson } from "../../../../testing/test-application.ts";
import type { CommunityId, PersonId } from "../../../communities/index.ts";
import { movesOf, requestById, requestByNumber, requestVersion } from "../../store/requests/requests.read.ts";
import { draftRequest } from "./draft-request.ts";
import { moveRequest } from "./move-request.ts";
import { writeRequest } from "./write-request.ts";

let cast: DecisionCast;
let steward: PersonId;
let grace: PersonId;
let emmy: PersonId;
let stranger: PersonId;
let community: CommunityId;
let thread: string;

beforeAll(async () => {
  cast = await openDecisionCast();
  [steward, grace, emmy, stranger] = (await Promise.all(
    ["Ada", "Grace", "Emmy", "Stranger"].map((name) => cast.person(name)),
  )) as [PersonId, PersonId, PersonId, PersonId];
});
beforeEach(async () => {
  cast.clock.set("2027-02-01T10:00:00Z");
  community = await cast.community(steward);
  await cast.join(community, grace, emmy);
  thread = await cast.thread(steward, community);
});
afterAll(() => cast.close());

const draft = (person: PersonId, said: Readonly<Record<string, unknown>> = {}) => {
  const input = { communityId: community, threadId: thread, title: "Shared words", text: "We say instance.", ...said };
  return cast.application.execute(draftRequest, input, byPerson(person));
};
const drafted = async (said = {}) => valueOf(await draft(grace, said)).requestId;
const move = (person: PersonId, requestId: string, to: string, said: Readonly<Record<string, unknown>> = {}) =>
  cast.application.execute(moveRequest, { communityId: community, requestId, to, ...said }, byPerson(person));
const write = (person: PersonId, requestId: string, text: string) =>
  cast.application.execute(
    writeRequest,
    { communityId: community, requestId, title: "Shared words", text },
    byPerson(person),
  );
const stateOf = async (requestId: string) => (await requestById(cast.application.read, requestId))?.state;

async function final(said = {}): Promise<string> {
  const id = await drafted(said);
  for (const to of ["comments", "last-call"]) valueOf(await move(grace, id, to));
  cast.clock.pass({ hours: 24 * 14 });
  valueOf(await move(grace, id, "final"));
  return id;
}

describe("a request for comments", () => {
  test("has the next number of its community, and keeps it when it is taken back", async () => {
    const first = valueOf(await draft(grace));
    const second = valueOf(await draft(emmy));
    expect([first.number, second.number]).toEqual([1, 2]);
    await move(emmy, second.requestId, "withdrawn");
    expect(valueOf(await draft(grace)).number).toBe(3);
    expect(await requestByNumber(cast.application.read, community, 2)).toMatchObject({ state: "withdrawn" });
    const elsewhere = await cast.community(steward);
    const there = { communityId: elsewhere, threadId: await cast.thread(steward, elsewhere) };
    const other = await cast.application.execute(draftRequest, { ...there, title: "T", text: "T" }, byPerson(steward));
    expect(valueOf(other).number).toBe(1);
  });

  test("is drafted by members, in a thread of theirs", async () => {
    expect(await draft(stranger)).toMatchObject({ refusal: { kind: "only-members" } });
    const elsewhere = await cast.community(steward);
    const threadId = await cast.thread(steward, elsewhere);
    expect(await draft(grace, { threadId })).toMatchObject({ refusal: { kind: "not-found" } });
  });

  test("is moved and written by its author and by stewards alone", async () => {
    const id = await drafted();
    for (const person of [emmy, stranger]) {
      expect(await move(person, id, "comments")).toMatchObject({ refusal: { kind: "not-the-author" } });
      expect(await write(person, id, "Otherwise.")).toMatchObject({ refusal: { kind: "not-the-author" } });
    }
    expect(await move(steward, id, "comments")).toMatchObject({ ok: true });
    expect(await write(grace, id, "We say instance, or server.")).toMatchObject({ ok: true, value: { version: 2 } });
  });

  test("goes by comments and a last call, and is final when that is over", async () => {
    const id = await drafted();
    expect(await move(grace, id, "final")).toMatchObject({ refusal: { kind: "request-moves-otherwise" } });
    await move(grace, id, "comments");
    await move(grace, id, "last-call", { days: 5, note: "Nothing is open." });
    cast.clock.pass({ hours: 24 * 5 - 1 });
    expect(await move(grace, id, "final")).toMatchObject({
      refusal: { kind: "last-call-runs", until: { instant: "2027-02-06T10:00:00Z" } },
    });
    cast.clock.pass({ hours: 1 });
    expect(await move(grace, id, "final")).toMatchObject({ ok: true });
    const moves = await movesOf(cast.application.read, id, 10);
    expect(moves.map(({ state, movedAt, note }) => [state, movedAt.toString(), note])).toEqual([
      ["comments", "2027-02-01T10:00:00Z", ""],
      ["last-call", "2027-02-01T10:00:00Z", "Nothing is open."],
      ["final", "2027-02-06T10:00:00Z", ""],
    ]);
  });

  test("keeps every version, and lets its words stand from the last call on", async () => {
    const id = await drafted();
    expect(await write(grace, id, "We say instance.")).toMatchObject({ refusal: { kind: "request-unchanged" } });
    await write(grace, id, "We say server.");
    await move(grace, id, "comments");
    await move(grace, id, "last-call");
    expect(await write(grace, id, "We say place.")).toMatchObject({ refusal: { kind: "request-words-stand" } });
    await move(grace, id, "comments");
    expect(await write(grace, id, "We say place.")).toMatchObject({ ok: true, value: { version: 3 } });
    const texts = await Promise.all([1, 2, 3].map((version) => requestVersion(cast.application.read, id, version)));
    expect(texts.map((one) => one?.text)).toEqual(["We say instance.", "We say server.", "We say place."]);
  });

  test("takes the place of a final one when it becomes final itself", async () => {
    expect(await draft(grace, { supersedes: "1" })).toMatchObject({ refusal: { kind: "request-not-final" } });
    const earlier = await final();
    const later = await drafted({ supersedes: "1" });
    expect(await stateOf(earlier)).toBe("final");
    await move(grace, later, "comments");
    await move(grace, later, "last-call");
    cast.clock.pass({ hours: 24 * 14 });
    await move(grace, later, "final");
    expect(await requestById(cast.application.read, earlier)).toMatchObject({
      state: "superseded",
      supersededBy: later,
    });
    expect(await move(grace, earlier, "comments")).toMatchObject({ refusal: { kind: "request-moves-otherwise" } });
  });

  test("tells its author when the last call is over, and not where it went back to comments before", async () => {
    const overOnes = () => cast.events.filter(({ name }) => name === "request-last-call-over").length;
    const before = overOnes();
    const id = await drafted();
    await move(grace, id, "comments");
    await move(grace, id, "last-call");
    await move(grace, id, "comments");
    cast.clock.pass({ hours: 24 * 15 });
    await cast.pumpClock();
    expect(overOnes()).toBe(before);
    await move(grace, id, "last-call");
    cast.clock.pass({ hours: 24 * 15 });
    await cast.pumpClock();
    expect(overOnes()).toBe(before + 1);
  });
});
