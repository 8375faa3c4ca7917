import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { valueOf } from "../../../../testing/community-cast.ts";
import { consentPlay, type CastConsent, type ConsentPlay } from "../../../../testing/consent-cast.ts";
import { openDecisionCast, type DecisionCast } from "../../../../testing/decision-cast.ts";
import { byPerson } from "../../../../testing/test-application.ts";
import { communityById, type CommunityId, type PersonId } from "../../../communities/index.ts";
import { rowsFrom } from "../../../kernel/text/csv.ts";
import { setFirstCharter } from "../../commands/charter/set-first-charter.ts";
import { answerConsent } from "../../commands/consent/answer-consent.ts";
import { askForConsent } from "../../commands/consent/ask-for-consent.ts";
import { askQuestion } from "../../commands/consent/ask-question.ts";
import { closeGatheringOfObjections } from "../../commands/consent/close-gathering-of-objections.ts";
import { judgeObjection } from "../../commands/consent/judge-objection.ts";
import { react } from "../../commands/consent/react.ts";
import { sayClear } from "../../commands/consent/say-clear.ts";
import { submitConsent } from "../../commands/consent/submit-consent.ts";
import { writeConsentVersion } from "../../commands/consent/write-consent-version.ts";
import { answerStatement } from "../../commands/opinions/answer-statement.ts";
import { writeStatement } from "../../commands/opinions/write-statement.ts";
import { draftRequest } from "../../commands/requests/draft-request.ts";
import { writeRequest } from "../../commands/requests/write-request.ts";
import { exportColumns, type ExportRecord } from "../../model/exports/records.ts";

let cast: DecisionCast;
let play: ConsentPlay;
let ada: PersonId;
let grace: PersonId;
let emmy: PersonId;
let community: CommunityId;

beforeAll(async () => {
  cast = await openDecisionCast();
  play = consentPlay(cast);
  [ada, grace, emmy] = [await cast.person("Ada"), await cast.person("Grace"), await cast.person("Emmy")];
});
beforeEach(async () => {
  cast.clock.set("2027-02-01T10:00:00Z");
  community = await cast.community(ada);
  await cast.join(community, grace, emmy);
});
afterAll(() => cast.close());

async function fileOf(format: string, of = community): Promise<string> {
  const { handle = "" } = (await communityById(cast.application.read, of)) ?? {};
  return `/communities/${handle}/threads/export.${format}`;
}
async function records(person: PersonId, of = community): Promise<readonly ExportRecord[]> {
  const { html } = await cast.browser(person, "Reader").get(await fileOf("json", of));
  return (JSON.parse(html) as { readonly records: readonly ExportRecord[] }).records;
}
const kindsOf = (read: readonly ExportRecord[]) => read.map(({ kind }) => kind);
const objected = {
  answer: "objection",
  words: "=It would cost us the night shift.",
  kind: "my-role",
  aim: "Somebody is there at night.",
  evidence: "Last winter.",
  severity: "Grave.",
  workable: "Six hours.",
};

/** A process in which Grace objects, the circle says that it is an objection, and Ada writes a second version. */
async function integrated(of = community): Promise<CastConsent> {
  const about = await play.draft(ada, of);
  valueOf(await play.act(ada, submitConsent, about));
  valueOf(await play.act(emmy, askQuestion, about, { text: "Who pays?" }));
  cast.clock.pass({ hours: 24 * 8 });
  await cast.pumpClock();
  for (const person of [ada, grace, emmy]) valueOf(await play.act(person, react, about, { text: "Good." }));
  valueOf(await play.act(ada, askForConsent, about));
  valueOf(await play.act(grace, answerConsent, about, objected));
  valueOf(await play.act(ada, closeGatheringOfObjections, about));
  const objectionId = (await records(ada, of)).flatMap((each) => (each.kind === "objection" ? [each.id] : []))[0];
  valueOf(await play.act(emmy, judgeObjection, about, { objectionId, verdict: "stands", words: "So it is." }));
  const version = { title: "A shared moderator", text: "We pay one shared moderator for six hours a week." };
  valueOf(await play.act(ada, writeConsentVersion, about, { ...version, integration: "narrow-scope", note: "Less." }));
  return about;
}

describe("all decisions of a community hold", () => {
  test("its consent processes: rounds, questions, versions with what changed, objections with all that was said of them", async () => {
    const { consentId } = await integrated();
    const read = await records(emmy);
    expect(read.find(({ kind }) => kind === "consent")).toMatchObject({ id: consentId, version: 2, eligible: 3 });
    const versions = read.filter((each) => each.kind === "version");
    expect(versions.map(({ version, diff }) => [version, diff === null])).toEqual([
      [1, true],
      [2, false],
    ]);
    const changed = versions[1]?.diff?.filter(({ is }) => is !== "same").map(({ is, text }) => `${is} ${text}`);
    expect(changed).toEqual(["gone ten", "new six"]);
    expect(read.find(({ kind }) => kind === "question")).toMatchObject({ text: "Who pays?", answeredBy: null });
    expect(read.find(({ kind }) => kind === "objection")).toMatchObject({
      harm: "my-role",
      statement: objected.words,
      aim: objected.aim,
      evidence: objected.evidence,
      severity: objected.severity,
      workable: objected.workable,
      state: "qualified",
      testedBy: "circle",
    });
    expect(read.find(({ kind }) => kind === "remark")).toMatchObject({ what: "stands", words: "So it is." });
    expect(read.filter((each) => each.kind === "answer" && each.round === "react")).toHaveLength(3);
    expect(read.find((each) => each.kind === "round" && each.round === "consent")).toMatchObject({
      counts: { objection: 1 },
    });
  });

  test("in tables nothing that a program would reckon, and in Markdown all in words", async () => {
    await integrated();
    const csv = (await cast.browser(ada, "Ada").get(await fileOf("csv"))).html;
    expect(rowsFrom(csv).every((row) => row.length === exportColumns.length)).toBe(true);
    expect(csv).toContain("'=It would cost us");
    expect(csv).not.toMatch(/(?:^|,)"?[=+@\t]/m);
    const { html } = await cast.browser(ada, "Ada").get(await fileOf("md"));
    for (const words of [
      "I could not do my role",
      "> Last winter.",
      "Version 2",
      "Who pays?",
      "An objection indeed.",
    ]) {
      expect(html).toContain(words);
    }
    expect(html).not.toContain("decisions.");
  });

  test("no first reactions that are hidden from the reader, and no names where the community shows none", async () => {
    const quiet = await cast.community(ada, { memberList: "stewards" });
    await cast.join(quiet, grace, emmy);
    await integrated(quiet);
    const read = await records(grace, quiet);
    expect(kindsOf(read)).not.toContain("answer");
    expect(read.find(({ kind }) => kind === "objection")).toMatchObject({ by: "A member" });
    expect(kindsOf(await records(ada, quiet))).toContain("answer");
    const about = await play.draft(ada, community, { hidesReactions: "yes" });
    valueOf(await play.act(ada, submitConsent, about));
    for (const person of [ada, grace, emmy]) valueOf(await play.act(person, sayClear, about, { answer: "clear" }));
    valueOf(await play.act(grace, react, about, { text: "Too dear." }));
    const reactions = async (person: PersonId) =>
      (await records(person)).filter((each) => each.kind === "answer" && each.round === "react").length;
    expect([await reactions(emmy), await reactions(grace)]).toEqual([0, 1]);
  });

  test("the charter in all its versions, requests for comments with theirs, and statements without who holds which", async () => {
    const matters = [{ id: "charter", name: "This charter", way: "majority-with-quorum", days: "7" }];
    const set = { communityId: community, opening: "We meet on Mondays.", matters };
    valueOf(await cast.application.execute(setFirstCharter, set, byPerson(ada)));
    const threadId = await cast.thread(ada, community);
    const drafted = await cast.application.execute(
      draftRequest,
      { communityId: community, threadId, title: "Shared words", text: "We say instance." },
      byPerson(grace),
    );
    const again = { communityId: community, requestId: valueOf(drafted).requestId, title: "Shared words" };
    valueOf(await cast.application.execute(writeRequest, { ...again, text: "We say server." }, byPerson(grace)));
    const stated = { communityId: community, threadId, text: "We meet by day." };
    const { statementId } = valueOf(await cast.application.execute(writeStatement, stated, byPerson(grace)));
    const held = { communityId: community, threadId, statementId, answer: "disagree" };
    valueOf(await cast.application.execute(answerStatement, held, byPerson(emmy)));
    const read = await records(ada);
    expect(read[0]).toMatchObject({ kind: "charter", version: 1, opening: "We meet on Mondays." });
    expect(read.find(({ kind }) => kind === "request")).toMatchObject({ number: 1, version: 2 });
    expect(read.filter((each) => each.kind === "version").map(({ text }) => text)).toEqual([
      "We say instance.",
      "We say server.",
    ]);
    expect(read.find(({ kind }) => kind === "statement")).toMatchObject({ text: "We meet by day.", answered: 1 });
    expect(JSON.stringify(read)).not.toContain("disagree");
  });
});
