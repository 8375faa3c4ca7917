import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openDecisionCast, type DecisionCast } from "../../../testing/decision-cast.ts";
import type { FormFields } from "../../../testing/page-visits.ts";
import { byPerson } from "../../../testing/test-application.ts";
import type { CommunityId, PersonId } from "../../communities/index.ts";
import { closeProposal } from "../commands/proposals/close-proposal.ts";
import { methods } from "./registry.ts";

let cast: DecisionCast;
let ada: PersonId;
let community: CommunityId;
let threadId: string;
beforeAll(async () => {
  cast = await openDecisionCast();
  ada = await cast.person("Ada");
  community = await cast.community(ada);
  threadId = await cast.thread(ada, community);
});
afterAll(() => cast.close());

const ranks = { "rank-0": "2", "rank-1": "1" };
const marks = { "mark-0": "1", "mark-1": "4" };

/** For each method what somebody fills in, and what the page then says they said. */
const answers: Readonly<Record<string, readonly [FormFields, string]>> = {
  stance: [{ choice: "0" }, "Agree"],
  "lazy-consent": [{ choice: "2" }, "Object"],
  "sense-check": [{ choice: "1" }, "Not sure"],
  "count-me-in": [{ choice: "0" }, "I’m in"],
  "single-choice": [{ choice: "1" }, "Plum"],
  "multiple-choice": [{ choices: ["1"] }, "Plum"],
  approval: [{ choices: ["0", "1"] }, "Pear and Plum"],
  score: [marks, "Pear: 1 · Plum: 4"],
  star: [marks, "Pear: 1 · Plum: 4"],
  "majority-judgment": [marks, "Pear: Poor · Plum: Good"],
  "dot-vote": [marks, "Pear: 1 · Plum: 4"],
  quadratic: [marks, "Pear: 1 · Plum: 4"],
  survey: [{ "question-0": "1" }, "Plum"],
  irv: [ranks, "Plum > Pear"],
  "scottish-stv": [ranks, "Plum > Pear"],
  "meek-stv": [ranks, "Plum > Pear"],
  schulze: [ranks, "Plum > Pear"],
  "ranked-pairs": [ranks, "Plum > Pear"],
  borda: [ranks, "Plum > Pear"],
};

describe.each(methods.map(({ rules }) => [rules.id, rules] as const))("on the web, %s", (id, rules) => {
  test("is put forward, answered, answered again and counted without scripts", async () => {
    const browser = cast.browser(ada, "Ada");
    const form = `/threads/${threadId}/proposals/new?method=${id}`;
    const lines = id === "survey" ? "Which?\nPear\nPlum" : "Pear\nPlum";
    const put = await browser.submit(form, `/threads/${threadId}/proposals`, {
      method: id,
      title: `By ${id}`,
      closesAt: cast.clock
        .now()
        .toZonedDateTimeISO("Europe/Rome")
        .add({ days: 3 })
        .toPlainDateTime()
        .toString()
        .slice(0, 16),
      ...(rules.options.kind === "own" && { options: lines }),
    });
    expect(put).toMatchObject({ status: 303 });
    const path = (put.location ?? "").split("?")[0] ?? "";
    const [fields, said] = answers[id] ?? [{}, "no answer is known"];
    expect(await browser.submit(path, `${path}/stance`, fields)).toMatchObject({ status: 303 });
    expect((await browser.get(path)).words).toContain(said);
    // The form shows what was said; sent as it stands, it says the same.
    expect(await browser.submit(path, `${path}/stance`, fields)).toMatchObject({ status: 303 });
    const about = { communityId: community, proposalId: path.split("/")[2] ?? "" };
    expect(await cast.application.execute(closeProposal, about, byPerson(ada))).toMatchObject({ ok: true });
    const closed = await browser.get(path);
    expect(closed.status).toBe(200);
    expect(closed.words).toContain("1 of 1 answered.");
  });
});
