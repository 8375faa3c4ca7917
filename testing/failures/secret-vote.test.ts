import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterAll, beforeAll, expect, test } from "vitest";
import { recount } from "../../src/decisions/model/recount/recount.ts";
import type { PublishedFile } from "../../src/decisions/model/recount/published-file.ts";
import { stanceRules } from "../../src/decisions/methods/stance/rules.ts";
import { logTables } from "../../src/kernel/activity-log/log.tables.ts";
import { jobTables } from "../../src/kernel/jobs/jobs.tables.ts";

import { databaseDump } from "../database-dump.ts";
import { startForeignServer, type ForeignServer } from "../foreign-server.ts";
import { startMailServer, type MailServer } from "../mail-server.ts";
import { waitFor } from "../wait-for.ts";
import { browserOf } from "./league.ts";
import { makePlace, type Place } from "./place.ts";
import { runProgram, startServer, type RunningProgram } from "./program.ts";
import { lookInto } from "./record.ts";
import { codeSealed, openSecretVote, type SecretVote, type SecretVoter } from "./secret-cast.ts";

/** What each of the voters says, in the order in which they come. The last of them thinks better of it. */
const choices = [2, 0, 3, 0, 1, 0, 2, 0];
const afterwards = 3;

let place: Place;
let foreign: ForeignServer;
let mail: MailServer;
let server: RunningProgram;
let vote: SecretVote;
let codes: readonly string[];
/** What the server printed in all its lives. */
let printed = "";
/** Every page that anybody was shown, but for the one answer that each voter got to their ballot. */
const shown: { readonly to: string; readonly words: string; readonly html: string }[] = [];

beforeAll(async () => {
  [foreign, mail] = [await startForeignServer({ address: "127.0.96.31" }), await startMailServer()];
  const made = await makePlace("sqlite");
  place = { ...made, variables: { ...made.variables, SMTP_URL: mail.url } };
  vote = await openSecretVote(place, foreign, mail, choices.length);
  server = await startServer(place.variables);
  await walk();
  const given: string[] = [];
  for (const [number, voter] of vote.voters.entries()) given.push(await votes(voter, choices[number] ?? 0));
  codes = given;
  await replaces(codes.at(-1) ?? "", afterwards);
  await joinsLate();
  await closes();
  await walk();
  printed += (await server.stop()).output;
}, 240_000);
afterAll(async () => {
  await server?.crash();
  await place?.discard();
  await mail?.stop();
  await foreign?.stop();
});

const path = () => `/proposals/${vote.proposalId}`;
const digestOf = (code: string) => createHash("sha256").update(code).digest("hex");
const finalChoices = () => [...choices.slice(0, -1), afterwards];

/** Somebody votes as without scripts; gives the code that they alone are shown. */
async function votes({ browser }: SecretVoter, choice: number): Promise<string> {
  const code = /name="code" value="([0-9a-f]{32})"/.exec((await browser.get(path())).html)?.[1] ?? "";
  const answer = await browser.submit(path(), `${path()}/secret-ballot`, { choice: `${choice}`, code });
  if (!answer.words.replaceAll("-", "").includes(code)) throw new Error(`no receipt: ${answer.status} ${answer.words}`);
  return code;
}

async function replaces(code: string, choice: number): Promise<void> {
  const nobody = browserOf(place);
  const form = `${path()}/secret-ballot`;
  const answer = await nobody.submit(form, `${form}/replacement`, { choice: `${choice}`, code });
  if (answer.status !== 303) throw new Error(`not replaced: ${answer.status} ${answer.words}`);
}

/** Somebody becomes a member when the others have voted, and wants to vote as well. */
async function joinsLate(): Promise<void> {
  const { late } = vote;
  const joining = "/communities/plum/join";
  await late.browser.submit("/communities/plum", joining);
  const token = late.browser.formOn(await late.browser.get("/communities/plum/leave"), "/communities/plum/leave");
  const answer = await late.browser.post(`${path()}/secret-ballot`, { ...token, choice: "3", code: "ab".repeat(16) });
  expect(answer.status).toBe(403);
}

/** A steward closes it, and the server comes to rest. */
async function closes(): Promise<void> {
  const { browser } = vote.steward;
  expect((await browser.submit(path(), `${path()}/closure`, { closingReason: "All have voted." })).status).toBe(303);
  const isAtRest = () =>
    lookInto(place, async (read) => {
      const due = Temporal.Now.instant().epochMilliseconds * 1_000;
      return (await jobTables(read).selectFrom("jobs").select("key").where("due_at", "<=", due).execute()).length === 0;
    });
  await waitFor("nothing is due any more", isAtRest, { deadlineMs: 60_000, intervalMs: 200 });
}

/** Everybody looks at everything there is to see of it. */
async function walk(): Promise<void> {
  const readers = [...vote.voters, vote.steward, vote.late, { name: "a passer-by", browser: browserOf(place) }];
  const pages = [
    path(),
    ...["ballots", "ballots.json", "ballots.csv", "secret-ballot"].map((page) => `${path()}/${page}`),
  ];
  const around = [
    `/threads/${vote.threadId}`,
    "/communities/plum",
    "/communities/plum/threads/feed.atom",
    "/me/about",
    "/me/export.json",
  ];
  for (const { name, browser } of readers) {
    for (const page of [...pages, ...around]) {
      const { html, words } = await browser.get(page);
      shown.push({ to: name, words, html });
    }
  }
}

/** Every octet of the files of the data folder. */
function filesOf(folder: string): readonly { readonly name: string; readonly octets: Buffer }[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((name) => ({ name, octets: readFileSync(name) }));
}

test("the count is right, and each receipt is on the list beside what its owner said last", async () => {
  const file = lastFile();
  expect(file).toMatchObject({ answered: choices.length, eligible: choices.length + 1 });
  const expected = codes.map((code, number) => `${digestOf(code)} ${finalChoices()[number]}`);
  const listed = file.ballots.map(({ code, ballot }) => `${code} ${(ballot as { readonly choice: number }).choice}`);
  expect(listed).toEqual(expected.toSorted());
});

test("whoever joins later changes nothing from which anybody's ballot could be reckoned", () => {
  expect(lastFile()).toMatchObject({ answered: choices.length, eligible: choices.length + 1 });
});

test("no receipt code is anywhere: in no file, no line of the log, no letter, no delivery and no page", () => {
  const places = everywhere();
  const secrets = codes.flatMap((code) => [
    code,
    code.replaceAll(/(.{4})(?=.)/g, "$1-"),
    codeSealed(vote.proposalId, code),
  ]);
  const found = places.flatMap(({ name, octets }) =>
    secrets.filter((secret) => octets.includes(secret)).map(() => name),
  );
  expect(places.length).toBeGreaterThan(10);
  expect(found).toEqual([]);
});

test("no row of any table joins a person to a choice or to a receipt", async () => {
  const rows = (await lookInto(place, databaseDump)).split("\n");
  const people = vote.voters.flatMap(({ marks }) => marks);
  const ofChoice = rows.filter((row) => row.includes("choice") || codes.some((code) => row.includes(digestOf(code))));
  expect(ofChoice.length).toBeGreaterThanOrEqual(choices.length);
  expect(ofChoice.filter((row) => people.some((mark) => row.includes(mark)))).toEqual([]);
});

test("no octet of the files near a ballot names a person, and the other way round", () => {
  const people = vote.voters.flatMap(({ marks }) => marks);
  for (const { name, octets } of filesOf(place.folder)) {
    for (const code of codes) {
      for (let at = octets.indexOf(digestOf(code)); at >= 0; at = octets.indexOf(digestOf(code), at + 1)) {
        const around = octets.subarray(Math.max(0, at - 100), at + 164).toString("latin1");
        expect(
          people.filter((mark) => around.includes(mark)),
          name,
        ).toEqual([]);
      }
    }
  }
});

test("the ballots lie in the order of their digests and the marks in that of the people, whoever came first", async () => {
  const file = new DatabaseSync(join(place.folder, "koinon.sqlite"), { readOnly: true });
  try {
    const digests = file.prepare("select digest from published_ballots").all();
    expect(digests.map(({ digest }) => digest)).toEqual(codes.map(digestOf).toSorted());
    const marks = file.prepare("select * from ballot_marks").all();
    expect(Object.keys(marks[0] ?? {}).toSorted()).toEqual(["person_id", "proposal_id"]);
    expect(marks.map((mark) => mark["person_id"])).toEqual(vote.voters.map(({ id }) => id).toSorted());
  } finally {
    file.close();
  }
});

test("the log says of each ballot that it came, and neither whose nor which it is", async () => {
  const exported = (await runProgram(["export", "plum"], place.variables)).output;
  const entries = exported.split("\n").filter((line) => /"ballot-(received|replaced)"/.test(line));
  expect(entries).toHaveLength(choices.length + 1);
  const people = vote.voters.flatMap(({ marks }) => marks);
  expect(entries.filter((line) => people.some((mark) => line.includes(mark)) || line.includes("choice"))).toEqual([]);
  const keys = await lookInto(place, (read) =>
    logTables(read).selectFrom("log_entries").select("actor").where("event", "like", "ballot-re%").execute(),
  );
  expect(new Set(keys.map(({ actor }) => actor))).toEqual(new Set(["unnamed"]));
});

test("letters, deliveries and pages say the same to everybody, whatever they voted", () => {
  const options = ["Agree", "Abstain", "Disagree", "Block"];
  const letters = vote.voters.filter(({ email }) => email !== undefined);
  expect(letters.length).toBeGreaterThan(2);
  const told = letters.map(({ name, email = "" }) => {
    const texts = mail.letters
      .filter(({ to }) => to.includes(email))
      .map(({ headers, text }) => `${headers.get("subject")}\n${text}`);
    return texts.filter((text) => text.includes("Pay a moderator")).map((text) => plain(text, name));
  });
  expect(told[0]?.length).toBeGreaterThan(0);
  for (const texts of told) expect(texts).toEqual(told[0]);

  const bodies = foreign.activities().map(({ activity }) => JSON.stringify(activity));
  const direct = bodies.filter((body) => body.includes(vote.proposalId) && body.includes("/users/"));
  expect(
    direct.filter((body) => options.some((option) => body.includes(`Understood`) && body.includes(option))),
  ).toEqual([]);

  const ofProposal = (name: string) =>
    shown.filter(({ to, words, html }) => to === name && html.startsWith("<!") && words.includes("Pay a moderator"));
  const [first, ...others] = vote.voters.map(({ name }) => ofProposal(name).map(({ words }) => plain(words, name)));
  expect(first?.length).toBeGreaterThan(1);
  for (const pages of others) expect(pages).toEqual(first);
});

test("what somebody takes along says that they voted, and not what", () => {
  const exported = shown.filter(({ html }) => html.startsWith("{") && html.includes('"secret-ballots"'));
  const votedIn = (html: string) => /"secret-ballots":\s*\[[^\]]*\]/.exec(html)?.[0] ?? "";
  const ofVoters = exported.filter(({ html }) => votedIn(html).includes(vote.proposalId));
  expect(new Set(ofVoters.map(({ to }) => to))).toEqual(new Set(vote.voters.map(({ name }) => name)));
  expect(exported.filter(({ html }) => html.includes("choice"))).toEqual([]);
});

test("a ballot that somebody flips in the database is found by whoever counts again", async () => {
  const file = new DatabaseSync(join(place.folder, "koinon.sqlite"));
  const flipped = file.prepare(
    `update published_ballots set ballot = '{"choice":0}' where digest = (select digest from published_ballots where ballot = '{"choice":3}' limit 1)`,
  );
  expect(recount(stanceRules, lastFile())).toBe("same");
  expect(flipped.run().changes).toBe(1);
  file.close();
  server = await startServer(place.variables);
  const passer = browserOf(place);
  const published = JSON.parse((await passer.get(`${path()}/ballots.json`)).html) as PublishedFile;
  expect(recount(stanceRules, published)).toBe("other-count");
});

/** The published file as the last reader was given it. */
function lastFile(): PublishedFile {
  const page = shown.findLast(({ html }) => html.startsWith("{") && html.includes('"ballots"'));
  if (page === undefined) throw new Error("nobody was given the ballots");
  return JSON.parse(page.html) as PublishedFile;
}

/** All that was written, said, sent or shown. */
function everywhere(): readonly { readonly name: string; readonly octets: Buffer }[] {
  return [
    ...filesOf(place.folder),
    { name: "output", octets: Buffer.from(printed) },
    ...mail.letters.map(({ text, html = "" }) => ({ name: "letter", octets: Buffer.from(text + html) })),
    ...foreign.received.map(({ body }) => ({ name: "delivery", octets: body })),
    ...shown.map(({ to, html }) => ({ name: `page for ${to}`, octets: Buffer.from(html) })),
  ];
}

/** A text without what is its reader's own: their name, and what is new each time. */
function plain(text: string, name: string): string {
  return text.replaceAll(name, "…").replaceAll(/[\w-]{20,}(?:\.[\w-]+)?/g, "…");
}
