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
import { rowsFrom } from "../../../kernel/text/csv.ts";
import { closeProposal } from "../../commands/proposals/close-proposal.ts";
import { castBallot } from "../../commands/secret/cast-ballot.ts";
import { writePost } from "../../commands/threads/write-post.ts";
import { exportColumns, type ExportRecord } from "../../model/exports/records.ts";
import { readBlt } from "../../model/formats/blt.ts";
import { proposalById } from "../../store/proposals/proposals.read.ts";

let cast: DecisionCast;
let ada: PersonId;
let grace: PersonId;
let emmy: PersonId;
let stranger: PersonId;
let community: CommunityId;
let about: CastProposal;

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
  about = await cast.proposal(ada, community);
});
afterAll(() => cast.close());

const close = () => cast.application.execute(closeProposal, about, byPerson(ada));
const threadId = async () => (await proposalById(cast.application.read, about.proposalId))?.threadId ?? "";
const fileOf = (format: string) => `/proposals/${about.proposalId}/export.${format}`;
async function allOf(format: string): Promise<string> {
  const { handle = "" } = (await communityById(cast.application.read, community)) ?? {};
  return `/communities/${handle}/threads/export.${format}`;
}
async function records(person: PersonId, path: string): Promise<readonly ExportRecord[]> {
  const { html } = await cast.browser(person, "Reader").get(path);
  return (JSON.parse(html) as { readonly records: readonly ExportRecord[] }).records;
}

describe("a proposal taken along", () => {
  test("has answers with names and reasons, and what came of it", async () => {
    await cast.answer(grace, about, agree, "It helps.");
    await close();
    const read = await records(grace, fileOf("json"));
    expect(read.map(({ kind }) => kind)).toEqual(["proposal", "stance", "outcome"]);
    expect(read[1]).toMatchObject({ answer: "Agree", reason: "It helps.", ballot: agree });
    expect(read[2]).toMatchObject({ verdict: "carried", answered: 1, eligible: 3 });
    const { html } = await cast.browser(grace, "Grace").get(fileOf("md"));
    expect(html).toMatch(/\*\*Grace[^*]*\*\*: Agree: It helps\./);
  });

  test("is a table in which nothing is a formula, and every cell reads as it was written", async () => {
    const reason = '=HYPERLINK("https://bad.example","Click")';
    await cast.answer(grace, about, agree, reason);
    const { html, headers } = await cast.browser(grace, "Grace").get(fileOf("csv"));
    expect(headers.get("Content-Type")).toContain("text/csv");
    expect(html).not.toMatch(/(^|,|"|\n)=/);
    const [head, ...rows] = rowsFrom(html);
    expect(head).toEqual([...exportColumns]);
    const stance = rows.find(([kind]) => kind === "stance");
    expect(stance?.[exportColumns.indexOf("reason")]).toBe(reason);
  });

  test("holds nothing that its page does not show yet", async () => {
    for (const said of [{ secrecy: "closed-until-close" }, { showsCount: "after-own" }, { showsCount: "at-close" }]) {
      about = await cast.proposal(ada, community, said);
      await cast.answer(grace, about, disagree, "Too dear.");
      for (const format of ["csv", "json", "md"]) {
        expect((await cast.browser(ada, "Ada").get(fileOf(format))).html).not.toContain("Too dear.");
      }
      expect((await records(ada, fileOf("json"))).map(({ kind }) => kind)).toEqual(["proposal"]);
      await close();
      expect((await cast.browser(ada, "Ada").get(fileOf("md"))).html).toContain("Too dear.");
    }
  });

  test("of a secret vote has the published ballots and nobody's name, and none of a few", async () => {
    const voters = await Promise.all(["A", "B", "C", "D", "E"].map((name) => cast.person(`Voter ${name}`)));
    await cast.join(community, ...voters);
    for (const few of [true, false]) {
      about = await cast.proposal(ada, community, { secrecy: "secret" });
      for (const [place, voter] of voters.slice(few ? 1 : 0).entries()) {
        const code = `${place}`.repeat(32);
        await cast.application.execute(castBallot, { ...about, ballot: agree, code }, byPerson(voter));
      }
      expect((await records(ada, fileOf("json"))).map(({ kind }) => kind)).toEqual(["proposal"]);
      await close();
      const kinds = (await records(ada, fileOf("json"))).map(({ kind }) => kind);
      expect(kinds.filter((kind) => kind === "ballot")).toHaveLength(few ? 0 : 5);
      expect(kinds).not.toContain("stance");
      const { html } = await cast.browser(ada, "Ada").get(fileOf("csv"));
      expect(html).not.toContain("Voter");
    }
  });

  test("names nobody to those whom its community shows no names", async () => {
    const quiet = await cast.community(ada, { memberList: "stewards" });
    await cast.join(quiet, grace);
    about = await cast.proposal(ada, quiet);
    await cast.answer(grace, about, agree, "My own words.");
    expect((await records(grace, fileOf("json"))).map(({ kind }) => kind)).toEqual(["proposal", "ballot"]);
    expect((await records(ada, fileOf("json"))).map(({ kind }) => kind)).toEqual(["proposal", "stance"]);
  });

  test("of a ranking can be counted by other programs once it is closed", async () => {
    about = await cast.proposal(ada, community, { method: "irv", options: ["Pear", "Plum", "Fig"] });
    await cast.answer(grace, about, [[1], [0]]);
    await cast.answer(emmy, about, [[2]]);
    const path = `/proposals/${about.proposalId}/ballots.blt`;
    expect((await cast.browser().get(path)).status).toBe(404);
    await close();
    const read = readBlt((await cast.browser().get(path)).html);
    expect(read).toMatchObject({ ok: true, value: { options: ["Pear", "Plum", "Fig"], seats: 1 } });
    for (const format of ["abif", "preflib"]) {
      expect((await cast.browser().get(`/proposals/${about.proposalId}/ballots.${format}`)).html).toContain("Plum");
    }
  });
});

describe("all decisions of a community", () => {
  test("are taken along by its members alone", async () => {
    const path = await allOf("json");
    expect((await cast.browser().get(path)).status).toBe(303);
    expect((await cast.browser(stranger, "Stranger").get(path)).status).toBe(403);
    expect((await cast.browser(grace, "Grace").get(path)).status).toBe(200);
  });

  test("are whole, however many there are, each thread with its posts and proposals", async () => {
    const thread = await threadId();
    const post = { communityId: community, threadId: thread, parentId: "" };
    for (let number = 0; number < 55; number += 1) {
      await cast.application.execute(writePost, { ...post, text: `Remark ${number}.` }, byPerson(grace));
    }
    await cast.proposal(emmy, community, { title: "The second" });
    const read = await records(grace, await allOf("json"));
    const posts = read.filter((record) => record.kind === "post");
    expect(posts.filter(({ text }) => text.startsWith("Remark"))).toHaveLength(55);
    expect(new Set(posts.map(({ id }) => id)).size).toBe(posts.length);
    expect(read.flatMap((record) => (record.kind === "proposal" ? [record.title] : []))).toEqual([
      "Pay a shared moderator",
      "The second",
    ]);
    const { html } = await cast.browser(grace, "Grace").get(await allOf("csv"));
    expect(rowsFrom(html)).toHaveLength(read.length + 1);
    expect((await cast.browser(grace, "Grace").get(await allOf("md"))).html).toContain("### The second");
  });
});
