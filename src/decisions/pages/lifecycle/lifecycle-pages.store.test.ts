import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import {
  agree,
  disagree,
  openDecisionCast,
  type CastProposal,
  type DecisionCast,
} from "../../../../testing/decision-cast.ts";
import { byPerson } from "../../../../testing/test-application.ts";
import { communityById, type CommunityId, type PersonId } from "../../../communities/index.ts";
import { closeProposal } from "../../commands/proposals/close-proposal.ts";
import { proposalById } from "../../store/proposals/proposals.read.ts";

let cast: DecisionCast;
let ada: PersonId;
let grace: PersonId;
let emmy: PersonId;
let stranger: PersonId;
let community: CommunityId;
let about: CastProposal;
let path: string;

beforeAll(async () => {
  cast = await openDecisionCast();
  [ada, grace, emmy, stranger] = (await Promise.all(
    ["Ada", "Grace", "Emmy", "Stranger"].map((name) => cast.person(name)),
  )) as [PersonId, PersonId, PersonId, PersonId];
});
beforeEach(async () => {
  cast.clock.set("2027-02-01T10:00:00Z");
  community = await cast.community(ada);
  await cast.join(community, grace, emmy);
  await put({});
});
afterAll(() => cast.close());

async function put(said: Readonly<Record<string, unknown>>): Promise<void> {
  about = await cast.proposal(grace, community, said);
  path = `/proposals/${about.proposalId}`;
}
const close = () => cast.application.execute(closeProposal, about, byPerson(ada));
const page = async (person?: PersonId) => cast.browser(person, "Reader").get(path);
const threadPath = async () => `/threads/${(await proposal())?.threadId}`;
const proposal = async () => proposalById(cast.application.read, about.proposalId);

describe("the closing time on the web", () => {
  test("is moved by whoever put it forward, and everybody reads why", async () => {
    const sent = await cast
      .browser(grace, "Grace")
      .submit(`${path}/closing-time`, `${path}/extension`, { closesAt: "2027-02-12T11:00", reason: "A holiday." });
    expect(sent).toMatchObject({ status: 303, location: `${path}?done=extended` });
    expect((await proposal())?.closesAt.toString()).toBe("2027-02-12T10:00:00Z");
    expect((await page()).words).toContain("A holiday.");
  });

  test("keeps what was typed when it is refused, and says what to mend", async () => {
    const typed = { closesAt: "2027-02-02T11:00", reason: "Sooner." };
    const sent = await cast.browser(grace, "Grace").submit(`${path}/closing-time`, `${path}/extension`, typed);
    expect(sent.status).toBe(422);
    expect(sent.html).toContain("Sooner.");
    expect(sent.words).toContain("Choose a later time.");
  });

  test("offers no form to members, sends strangers off, and asks visitors to sign in", async () => {
    expect((await cast.browser().get(`${path}/closing-time`)).status).toBe(303);
    for (const person of [emmy, stranger]) {
      const browser = cast.browser(person, "Other");
      expect((await browser.get(`${path}/closing-time`)).html).not.toContain(`action="${path}/extension"`);
      for (const act of ["extension", "reopening", "closure"]) {
        const fields = { closesAt: "2027-02-12T11:00", reason: "Mine.", closingReason: "Mine." };
        expect((await browser.send(await threadPath(), `${path}/${act}`, fields)).status).toBe(403);
      }
    }
    expect((await proposal())?.closesAt.toString()).toBe("2027-02-08T10:00:00Z");
  });

  test("is now only with a reason, and the answer that was being typed is left alone", async () => {
    const browser = cast.browser(ada, "Ada");
    const sent = await browser.submit(path, `${path}/closure`, { closingReason: "" });
    expect(sent.status).toBe(422);
    const closed = await browser.submit(path, `${path}/closure`, { closingReason: "All have answered." });
    expect(closed).toMatchObject({ status: 303, location: `${path}?done=closed` });
    expect((await page()).words).toContain("All have answered.");
  });

  test("can begin anew after closing, by a steward, with the count before in view", async () => {
    await cast.answer(emmy, about, agree);
    await close();
    expect((await page(grace)).html).not.toContain(`${path}/closing-time`);
    const typed = { closesAt: "2027-02-15T11:00", reason: "A server was down." };
    const sent = await cast.browser(ada, "Ada").submit(`${path}/closing-time`, `${path}/reopening`, typed);
    expect(sent).toMatchObject({ status: 303, location: `${path}?done=reopened` });
    const { words } = await page();
    expect(words).toContain("A server was down.");
    expect(words).toContain("The count before");
    expect(words).toContain("The proposal carries.");
    expect(words).toContain("Send my answer");
  });
});

describe("a count so far", () => {
  test("says in people what is missing for the quorum and for the share", async () => {
    await put({ quorumPercent: 100, settings: { share: "75 %", reach: "at-least" } });
    await cast.answer(emmy, about, disagree);
    await cast.answer(ada, about, agree);
    const { words } = await page();
    expect(words).toContain("1 more answer is needed for the quorum.");
    expect(words).toContain("If it ended now The proposal does not carry.");
    expect(words).toContain("2 more would have had to agree.");
  });

  test("says nothing of itself while it is hidden", async () => {
    await put({ showsCount: "at-close" });
    await cast.answer(emmy, about, agree);
    expect((await page()).words).not.toContain("If it ended now");
  });
});

describe("options of a proposal", () => {
  const options = ["Pear", "Plum", "Fig", "Quince", "Medlar", "Sorb"];

  test("are added on its page by those on its list", async () => {
    await put({ method: "approval", options, adding: "voters" });
    const browser = cast.browser(emmy, "Emmy");
    const doubled = await browser.submit(path, `${path}/options`, { option: "plum" });
    expect(doubled.status).toBe(422);
    expect(doubled.words).toContain("“Plum” is there already");
    const sent = await browser.submit(path, `${path}/options`, { option: "Apricot" });
    expect(sent).toMatchObject({ status: 303, location: `${path}?done=option-added` });
    const answered = await cast.browser(grace, "Grace").submit(path, `${path}/stance`, { choices: ["1", "6"] });
    expect(answered.status).toBe(303);
    expect((await page()).words).toContain("Plum and Apricot");
    expect((await page()).html).not.toContain(`action="${path}/options"`);
    const outside = cast.browser(stranger, "S");
    expect((await outside.send(await threadPath(), `${path}/options`, { option: "Kiwi" })).status).toBe(403);
  });

  test("that are shuffled stand in an order of each person’s own, the same each time", async () => {
    await put({ method: "approval", options, shuffles: "yes" });
    const shown = async (person: PersonId) =>
      [...(await page(person)).html.matchAll(/name="choices"[^>]*value="(\d)"/g)].map(([, place]) => place).join("");
    const orders = await Promise.all([ada, grace, emmy].map(shown));
    expect(new Set(orders).size).toBeGreaterThan(1);
    expect(await shown(ada)).toBe(orders[0]);
    expect(orders[0]?.split("").toSorted().join("")).toBe("012345");
    await put({ method: "approval", options });
    expect(await shown(ada)).toBe("012345");
  });

  test("that are shuffled are answered as they are named, by every method of lists", async () => {
    for (const [method, fields, words] of [
      ["single-choice", { choice: "2" }, "Fig"],
      ["multiple-choice", { choices: ["2"] }, "Fig"],
      ["score", { "mark-2": "5" }, "Fig: 5"],
      ["irv", { "rank-2": "1", "rank-0": "2" }, "Fig > Pear"],
    ] as const) {
      await put({ method, options, shuffles: "yes" });
      const sent = await cast.browser(emmy, "Emmy").submit(path, `${path}/stance`, fields);
      expect(sent.status).toBe(303);
      expect((await page()).words).toContain(words);
    }
  });
});

describe("a reason", () => {
  test("is asked of those who disagree alone, where its rules say so", async () => {
    await put({ reasons: "required-when-disagreeing" });
    const browser = cast.browser(emmy, "Emmy");
    const refused = await browser.submit(path, `${path}/stance`, { choice: "2" });
    expect(refused.status).toBe(422);
    expect(refused.words).toContain("this proposal asks those who disagree for a reason");
    expect((await browser.submit(path, `${path}/stance`, { choice: "0" })).status).toBe(303);
    expect((await browser.submit(path, `${path}/stance`, { choice: "3", reason: "It splits us." })).status).toBe(303);
  });
});

describe("a template", () => {
  const said = {
    method: "single-choice",
    options: ["Ana", "Ben"],
    settings: { required: "majority", none: true },
    quorumPercent: 40,
    reminds: "all",
  };
  const templates = async () =>
    `/communities/${(await communityById(cast.application.read, community))?.handle}/templates`;
  const keep = (person: PersonId, fields: Readonly<Record<string, string>>) =>
    cast.browser(person, "Keeper").submit(`${path}/template`, `${path}/template`, fields);

  test("is kept by a steward from a proposal, and fills in a member’s new one", async () => {
    await put(said);
    const kept = await keep(ada, { name: "Choosing somebody", text: "What is the task?" });
    expect(kept.location).toBe(`${await templates()}?done=template-kept`);
    const thread = await cast.thread(grace, community);
    const browser = cast.browser(grace, "Grace");
    const list = await browser.get(`/threads/${thread}/proposals/new`);
    const [, link = ""] = /href="([^"]*template=[^"]+)"/.exec(list.html) ?? [];
    const form = await browser.get(link);
    expect(form.html).toContain("What is the task?");
    expect(form.html).toMatch(/value="40"/);
    expect(form.html).toMatch(/name="none"[^>]*checked/);
    expect(form.html).toMatch(/value="all"[^>]*checked/);
    expect(form.html).toContain("Ana\nBen");
  });

  test("is kept and removed by nobody but stewards, and listed to members alone", async () => {
    await put(said);
    expect((await cast.browser(grace, "Grace").get(`${path}/template`)).status).toBe(403);
    expect((await cast.browser(grace, "G").send(path, `${path}/template`, { name: "Mine" })).status).toBe(403);
    await keep(ada, { name: "Choosing somebody" });
    const list = await templates();
    expect((await cast.browser().get(list)).status).toBe(303);
    expect((await cast.browser(stranger, "S").get(list)).status).toBe(403);
    expect((await cast.browser(grace, "Grace").get(list)).words).toContain("Choosing somebody");
    const [, removal = ""] = /action="([^"]*\/removal)"/.exec((await cast.browser(ada, "Ada").get(list)).html) ?? [];
    expect((await cast.browser(grace, "G").send(path, removal)).status).toBe(403);
    const other = await cast.community(ada);
    const elsewhere = removal.replace(
      /communities\/[^/]+/,
      `communities/${(await communityById(cast.application.read, other))?.handle}`,
    );
    expect((await cast.browser(ada, "Ada").send(path, elsewhere)).status).toBe(404);
    expect((await cast.browser(ada, "Ada").submit(list, removal)).status).toBe(303);
    expect((await cast.browser(grace, "Grace").get(list)).words).not.toContain("Choosing somebody");
  });

  test("has a name of its own", async () => {
    await keep(ada, { name: "Spending" });
    const sent = await keep(ada, { name: "spending", text: "For what?" });
    expect(sent.status).toBe(422);
    expect(sent.html).toContain("For what?");
  });
});
