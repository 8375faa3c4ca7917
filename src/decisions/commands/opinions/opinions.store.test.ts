import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { z } from "zod";
import { openDecisionCast, type DecisionCast } from "../../../../testing/decision-cast.ts";
import { valueOf } from "../../../../testing/community-cast.ts";
import { by, byPerson } from "../../../../testing/test-application.ts";
import { blockHosts } from "../../../communities/commands/moderation/block-hosts.ts";
import type { CommunityId, PersonId } from "../../../communities/index.ts";
import { serverChain } from "../../../kernel/activity-log/event.ts";
import { accepted } from "../../../kernel/base/result.ts";
import { defineCommand } from "../../../kernel/commands/command.ts";
import { mostStatementsEach, type OpinionAnswer } from "../../model/opinions/answers.ts";
import { answersBy, drawingOf, opinionsOfPerson, statementsOf } from "../../store/opinions/opinions.read.ts";
import { decisionPersonalData } from "../people/personal-data.ts";
import { answerStatement } from "./answer-statement.ts";
import { takeBackStatement } from "./take-back-statement.ts";
import { writeStatement } from "./write-statement.ts";

let cast: DecisionCast;
let steward: PersonId;
let author: PersonId;
let members: readonly PersonId[];
let stranger: PersonId;
let communityId: CommunityId;
let threadId: string;

beforeAll(async () => {
  cast = await openDecisionCast();
  steward = await cast.person("Steward");
  author = await cast.person("Author");
  stranger = await cast.person("Stranger");
  members = await Promise.all([1, 2, 3, 4, 5, 6, 7, 8].map((each) => cast.person(`Member${each}`)));
});
beforeEach(async () => {
  cast.clock.set("2027-02-01T10:00:00Z");
  communityId = await cast.community(steward);
  await cast.join(communityId, author, ...members);
  threadId = await cast.thread(steward, communityId);
});
afterAll(() => cast.close());

const write = (person: PersonId, text: string) =>
  cast.application.execute(writeStatement, { communityId, threadId, text }, byPerson(person));
const written = async (text: string) => valueOf(await write(author, text)).statementId;
const answer = (person: PersonId, statementId: string, said: OpinionAnswer) =>
  cast.application.execute(answerStatement, { communityId, threadId, statementId, answer: said }, byPerson(person));
const takeBack = (person: PersonId, statementId: string) =>
  cast.application.execute(takeBackStatement, { communityId, threadId, statementId }, byPerson(person));
const texts = async () => (await statementsOf(cast.application.read, threadId)).map(({ text }) => text);
const drawing = async () => {
  cast.clock.pass({ seconds: 10 });
  await cast.pumpClock();
  return drawingOf(cast.application.read, threadId);
};

describe("statements of a thread", () => {
  test("are written and answered by members, and by nobody else", async () => {
    const statement = await written("We should meet on Mondays.");
    expect(await answer(members[0] ?? author, statement, "agree")).toMatchObject({ ok: true });
    for (const tried of [await write(stranger, "No."), await answer(stranger, statement, "agree")]) {
      expect(tried).toMatchObject({ ok: false, refusal: { kind: "only-members" } });
    }
  });

  test("are neither written nor answered from a server that is kept out", async () => {
    const statement = await written("We should meet on Mondays.");
    const outsider = await cast.person("Outsider", "rude.example");
    const blocks = [{ host: "rude.example", level: "block" as const }];
    valueOf(await cast.application.execute(blockHosts, { communityId, blocks, reason: "Spam." }, byPerson(steward)));
    for (const tried of [await write(outsider, "No."), await answer(outsider, statement, "agree")]) {
      expect(tried).toMatchObject({ ok: false, refusal: { kind: "kept-out" } });
    }
  });

  test("say one thing once, in at most 140 characters", async () => {
    await written("We should meet on Mondays.");
    expect(await write(author, " we should  meet on mondays. ")).toMatchObject({
      ok: false,
      refusal: { kind: "statement-exists", field: "text" },
    });
    expect(await write(author, "x".repeat(141))).toMatchObject({ ok: false, refusal: { kind: "invalid-input" } });
    expect(await write(author, "x".repeat(140))).toMatchObject({ ok: true });
  });

  test("are not filled up by one person", async () => {
    for (let each = 0; each < mostStatementsEach; each += 1) await written(`Idea ${each}`);
    expect(await write(author, "One more")).toMatchObject({ ok: false, refusal: { kind: "your-statements-full" } });
    expect(await write(steward, "Somebody else’s")).toMatchObject({ ok: true });
  });

  test("are taken back by author or steward while nobody has answered", async () => {
    const [one, two, three] = [await written("One"), await written("Two"), await written("Three")];
    expect(await takeBack(members[0] ?? steward, one)).toMatchObject({ refusal: { kind: "not-the-author" } });
    expect(await takeBack(author, one)).toMatchObject({ ok: true });
    expect(await takeBack(steward, two)).toMatchObject({ ok: true });
    await answer(steward, three, "pass");
    expect(await takeBack(author, three)).toMatchObject({ refusal: { kind: "statement-answered" } });
    expect(await texts()).toEqual(["Three"]);
  });

  test("of another thread are not answered through this one", async () => {
    const statement = await written("Here");
    const elsewhere = await cast.thread(steward, communityId);
    const about = { communityId, threadId: elsewhere, statementId: statement, answer: "agree" } as const;
    expect(await cast.application.execute(answerStatement, about, byPerson(author))).toMatchObject({
      refusal: { kind: "not-found" },
    });
  });

  test("keep the last answer of each person", async () => {
    const [one, two] = [await written("One"), await written("Two")];
    await answer(steward, two, "agree");
    await answer(steward, two, "disagree");
    await answer(steward, one, "pass");
    expect(
      (await opinionsOfPerson(cast.application.read, steward)).opinions.filter((said) => said.thread === threadId),
    ).toEqual(
      expect.arrayContaining([
        { thread: threadId, statement: "One", answer: "pass" },
        { thread: threadId, statement: "Two", answer: "disagree" },
      ]),
    );
    expect((await statementsOf(cast.application.read, threadId)).map(({ answered }) => answered)).toEqual([1, 1]);
  });

  test("take an answer neither which nor what into the log", async () => {
    const statement = await written("One");
    await answer(steward, statement, "disagree");
    const told = cast.events.filter(({ name }) => name === "statement-answered").at(-1);
    expect(told?.payload).toEqual({ thread: threadId });
  });
});

describe("the map of opinions", () => {
  test("is drawn by the clock once seven have answered three statements", async () => {
    const statements = [await written("Pay"), await written("Meet"), await written("Rest")];
    const say = async (person: PersonId, side: OpinionAnswer) => {
      await answer(person, statements[0] ?? "", side);
      await answer(person, statements[1] ?? "", side === "agree" ? "disagree" : "agree");
      await answer(person, statements[2] ?? "", "agree");
    };
    for (const person of members.slice(0, 6)) await say(person, "agree");
    expect(await drawing()).toMatchObject({ people: 6, groups: [] });
    for (const person of members.slice(3, 8)) await say(person, "disagree");
    const drawn = await drawing();
    expect(drawn?.groups.map(({ size }) => size)).toEqual([5, 3]);
    expect(drawn?.bridging.map(({ statement }) => statement)).toEqual([statements[2]]);
    expect(drawn?.dividing.map(({ statement }) => statement).toSorted()).toEqual(statements.slice(0, 2).toSorted());
    for (const person of members) expect(JSON.stringify(drawn)).not.toContain(person);
  });
});

describe("what is kept of a person’s opinions", () => {
  test("is taken along by them", async () => {
    await answer(author, await written("Meet outside."), "pass");
    const kept = await decisionPersonalData.export(cast.application.read, author);
    expect(kept["statements"]).toContainEqual({
      thread: threadId,
      text: "Meet outside.",
      written: "2027-02-01T10:00:00Z",
    });
    expect(kept["opinions"]).toContainEqual({ thread: threadId, statement: "Meet outside.", answer: "pass" });
  });

  test("goes with them, and the map is drawn without them", async () => {
    const leaver = await cast.person(`Leaver ${threadId}`);
    await cast.join(communityId, leaver);
    const [one] = [valueOf(await write(leaver, "Answered")).statementId, valueOf(await write(leaver, "Unanswered"))];
    await answer(leaver, one, "agree");
    await answer(steward, one, "agree");
    expect(await drawing()).toMatchObject({ people: 0, statements: 2 });
    await around({ leaves: leaver });
    expect(await texts()).toEqual([""]);
    expect(await drawing()).toMatchObject({ people: 0, statements: 0 });
    expect(await answersBy(cast.application.read, threadId, leaver)).toBe("");
  });

  test("stands once where two turn out to be one", async () => {
    const [one, two] = [await written("One"), await written("Two")];
    const [kept, joined] = [members[0] ?? author, await cast.person(`Second ${threadId}`)];
    await cast.join(communityId, joined);
    await answer(kept, one, "agree");
    await answer(joined, one, "disagree");
    await answer(joined, two, "disagree");
    await around({ kept, joined });
    // Of what both answered their own stands; of what only the other did, the other's.
    expect(await answersBy(cast.application.read, threadId, kept)).toBe("+-");
    expect(await answersBy(cast.application.read, threadId, joined)).toBe("");
  });
});

// The commands by which people join or leave are those of accounts; here they are only the transaction around.
const aroundPeople = defineCommand({
  name: "test/around",
  input: z.object({ kept: z.string().optional(), joined: z.string().optional(), leaves: z.string().optional() }),
  chain: () => serverChain,
  authorise: async () => undefined,
  async run(context, { kept, joined, leaves }) {
    if (kept !== undefined && joined !== undefined) await decisionPersonalData.join(context, kept, joined);
    if (leaves !== undefined) await decisionPersonalData.forget(context, leaves);
    return accepted(null);
  },
});
const around = async (input: object) =>
  valueOf(await cast.application.execute(aroundPeople, input, by({ kind: "server" })));
