import { afterAll, beforeAll, expect, test } from "vitest";
import { valueOf } from "../../../../testing/community-cast.ts";
import { openDecisionCast, type CastProposal, type DecisionCast } from "../../../../testing/decision-cast.ts";
import { by, byPerson } from "../../../../testing/test-application.ts";
import { meetRemoteActor } from "../../../accounts/index.ts";
import type { PersonId } from "../../../communities/index.ts";
import { closeProposal } from "../../commands/proposals/close-proposal.ts";

const formula = '=HYPERLINK("https://evil.example","Agree")';

let cast: DecisionCast;
let eve: PersonId;
let about: CastProposal;

beforeAll(async () => {
  cast = await openDecisionCast();
  // Whoever calls themselves like an account of another server.
  const [handle, url] = ["@eve@rogue.example", "https://rogue.example/@eve"];
  const facts = {
    uri: "https://rogue.example/users/eve",
    handle,
    host: "rogue.example",
    name: "@bob@good.example",
    url,
  };
  eve = valueOf(await cast.application.execute(meetRemoteActor, facts, by({ kind: "visitor" }))).personId;
  const options = [formula, "<script>alert(1)</script>"];
  about = await cast.proposal(eve, await cast.community(eve), { method: "single-choice", options, title: "@SUM(A1)" });
  valueOf(await cast.answer(eve, about, { choice: 0 }));
  valueOf(await cast.application.execute(closeProposal, about, byPerson(eve)));
});
afterAll(() => cast.close());

test("an option that a spreadsheet would take for a formula is a text in the table of ballots", async () => {
  const table = (await cast.browser().get(`/proposals/${about.proposalId}/ballots.csv`)).html;
  expect(table).toContain(`"'${formula.replaceAll('"', '""')}"`);
  expect(table.split("\r\n").filter((row) => /(?:^|,)"?[=@]/.test(row))).toEqual([]);
});

test("whoever answered is shown with the server they come from, whatever they call themselves", async () => {
  const { words, html } = await cast.browser().get(`/proposals/${about.proposalId}`);
  expect(words).toContain("@bob@good.example @eve@rogue.example");
  expect(html).not.toContain("<script>alert");
});
