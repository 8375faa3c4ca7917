import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { openDecisionCast, type DecisionCast } from "../../../../testing/decision-cast.ts";
import { valueOf } from "../../../../testing/community-cast.ts";
import { byPerson } from "../../../../testing/test-application.ts";
import { answerStatement } from "../../commands/opinions/answer-statement.ts";
import { writeStatement } from "../../commands/opinions/write-statement.ts";
import type { CommunityId, PersonId } from "../../../communities/index.ts";

let cast: DecisionCast;
let ada: PersonId;
let grace: PersonId;
let stranger: PersonId;
let others: readonly PersonId[];
let communityId: CommunityId;
let threadId: string;
let path: string;

beforeAll(async () => {
  cast = await openDecisionCast();
  ada = await cast.person("Ada");
  grace = await cast.person("Grace");
  stranger = await cast.person("Stranger");
  others = await Promise.all([1, 2, 3, 4, 5, 6, 7].map((each) => cast.person(`Other${each}`)));
});
beforeEach(async () => {
  cast.clock.set("2027-02-01T10:00:00Z");
  communityId = await cast.community(ada);
  await cast.join(communityId, grace, ...others);
  threadId = await cast.thread(ada, communityId);
  path = `/threads/${threadId}/opinions`;
});
afterAll(() => cast.close());

const write = async (text: string) =>
  valueOf(await cast.application.execute(writeStatement, { communityId, threadId, text }, byPerson(ada))).statementId;

describe("the opinions of a thread on the web", () => {
  test("are found from the thread, and begin with a statement that a member writes", async () => {
    const browser = cast.browser(grace, "Grace");
    expect((await browser.get(`/threads/${threadId}`)).html).toContain(`href="${path}"`);
    expect((await browser.get(path)).words).toContain("Nobody has written a statement yet.");
    const sent = await browser.submit(path, `${path}/statements`, { text: "Meet on Mondays." });
    expect(sent).toMatchObject({ status: 303, location: `${path}?done=written` });
    expect((await cast.browser(ada, "Ada").get(path)).words).toContain("Meet on Mondays.");
  });

  test("ask for one statement after the other, and let an answer be changed", async () => {
    const first = await write("First idea.");
    await write("Second idea.");
    const browser = cast.browser(grace, "Grace");
    expect((await browser.get(path)).words).toContain("0 of 2 answered");
    await browser.submit(path, `${path}/answers`, { statement: first, answer: "agree" });
    const { words } = await browser.get(path);
    expect(words).toContain("1 of 2 answered Second idea. Agree Disagree Pass");
    expect(words).toContain("Your answer: agree.");
    await browser.submit(`${path}?statement=${first}`, `${path}/answers`, { statement: first, answer: "pass" });
    expect((await browser.get(path)).words).toContain("Your answer: pass.");
  });

  test("keep what was typed when it is refused", async () => {
    const long = `Too long ${"x".repeat(140)}`;
    const sent = await cast.browser(grace, "Grace").submit(path, `${path}/statements`, { text: long });
    expect(sent.status).toBe(422);
    expect(sent.html).toContain(long);
  });

  test("are read by everybody in an open thread, and answered by members alone", async () => {
    const statement = await write("First idea.");
    const browser = cast.browser(stranger, "Stranger");
    expect((await browser.get(path)).words).toContain("Members of this community write and answer statements.");
    const sent = await browser.send(`/threads/${threadId}`, `${path}/answers`, { statement, answer: "agree" });
    expect(sent.status).toBe(403);
    expect((await cast.browser().get(path)).words).toContain("First idea.");
    expect((await cast.browser().submit(path, `${path}/answers`, { statement, answer: "agree" })).status).toBe(303);
  });

  test("of a thread among members are shown to members alone", async () => {
    const closed = `/threads/${await cast.thread(ada, communityId, { audience: "members" })}/opinions`;
    expect((await cast.browser().get(closed)).status).toBe(303);
    expect((await cast.browser(stranger, "Stranger").get(closed)).status).toBe(403);
    expect((await cast.browser(grace, "Grace").get(closed)).status).toBe(200);
  });

  test("become a map with its groups, and no names", async () => {
    const statements = [await write("Pay somebody."), await write("Share shifts."), await write("Rest more.")];
    for (const [place, person] of others.entries()) {
      const sides = place < 4 ? (["agree", "disagree", "agree"] as const) : (["disagree", "agree", "agree"] as const);
      for (const [index, statementId] of statements.entries()) {
        const input = { communityId, threadId, statementId, answer: sides[index] ?? "pass" };
        valueOf(await cast.application.execute(answerStatement, input, byPerson(person)));
      }
    }
    expect((await cast.browser().get(path)).html).not.toContain("opinion-plot");
    cast.clock.pass({ seconds: 10 });
    await cast.pumpClock();
    const { html, words } = await cast.browser().get(path);
    expect(html).toContain("opinion-plot");
    expect(words).toContain("7 people in 2 groups");
    expect(words).toContain("Group A: 4 people");
    expect(words).toContain("Rest more. (they agree)");
    expect(words).toContain("It is a drawing: nothing is counted or decided by it.");
    expect(words).not.toContain("Other1");
  });
});
