import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { valueOf } from "../../../../testing/community-cast.ts";
import { consentPlay } from "../../../../testing/consent-cast.ts";
import { agree, openDecisionCast, type CastProposal, type DecisionCast } from "../../../../testing/decision-cast.ts";
import { byPerson } from "../../../../testing/test-application.ts";
import { blockPerson } from "../../../communities/commands/moderation/block-person.ts";
import type { CommunityId, PersonId } from "../../../communities/index.ts";
import { closeProposal } from "../../commands/proposals/close-proposal.ts";
import { openProposal } from "../../commands/proposals/open-proposal.ts";
import { proposeTask } from "../../commands/register/propose-task.ts";
import { recordDecision } from "../../commands/register/record-decision.ts";
import { takeBackPost } from "../../commands/threads/take-back-post.ts";
import { writePost } from "../../commands/threads/write-post.ts";
import { decisionById, decisionOfConsent } from "../../store/consent/adopted.read.ts";
import { proposalById } from "../../store/proposals/proposals.read.ts";
import { decisionOfProposal } from "../../store/register/register.read.ts";

let cast: DecisionCast;
let ada: PersonId;
let grace: PersonId;
let emmy: PersonId;
let stranger: PersonId;
let community: CommunityId;

beforeAll(async () => {
  cast = await openDecisionCast();
  ada = await cast.person("Ada");
  grace = await cast.person("Grace");
  emmy = await cast.person("Emmy");
  stranger = await cast.person("Stranger");
});
beforeEach(async () => {
  cast.clock.set("2027-02-01T10:00:00Z");
  community = await cast.community(ada);
  await cast.join(community, grace, emmy);
});
afterAll(() => cast.close());

async function closed(said: Readonly<Record<string, unknown>> = {}): Promise<CastProposal> {
  const about = await cast.proposal(grace, community, { title: "Shared moderator", text: "We pay one.", ...said });
  valueOf(await cast.answer(ada, about, agree));
  valueOf(await cast.application.execute(closeProposal, about, byPerson(grace)));
  return about;
}

async function recorded(said: Readonly<Record<string, unknown>> = {}): Promise<string> {
  const about = await closed();
  const words = { title: "Shared moderator", text: "We pay one." };
  const done = await cast.application.execute(recordDecision, { ...about, ...words, ...said }, byPerson(grace));
  return valueOf(done).decisionId;
}

async function registerPath(): Promise<string> {
  const threadId = await cast.thread(ada, community);
  const { html } = await cast.browser().get(`/threads/${threadId}`);
  return `${/\/communities\/[a-z0-9_]+/.exec(html)?.[0] ?? ""}/decisions`;
}

const read = async (path: string, person?: PersonId) => (await cast.browser(person).get(path)).words;

describe("writing down what a proposal decided", () => {
  test("needs its words and a term, which stand there already, and leads to the decision", async () => {
    const { proposalId } = await closed();
    const path = `/proposals/${proposalId}`;
    const form = await cast.browser(grace).get(`${path}/decision/new`);
    expect(form.html).toContain("We pay one.</textarea>");
    const sent = await cast.browser(grace).submit(`${path}/decision/new`, `${path}/decision`, {
      text: "We pay one moderator, ten hours a week.",
      termMonths: "3",
      responsible: "Grace",
    });
    const decision = await decisionOfProposal(cast.application.read, proposalId);
    expect(sent.location).toBe(`/decisions/${decision?.id}?done=recorded`);
    const words = await read(`/decisions/${decision?.id}`);
    expect(words).toContain("We pay one moderator, ten hours a week.");
    expect(words).toContain("Decided, and in force. Reviewed on Saturday, 1 May 2027.");
    expect(words).toContain("Grace");
    expect(words).toContain("1 of 3");
    expect(await read(path)).toContain("Written down as Shared moderator");
  });

  test("keeps what was typed when the days do not go together, and says which", async () => {
    const { proposalId } = await closed();
    const path = `/proposals/${proposalId}`;
    const sent = await cast.browser(grace).submit(`${path}/decision/new`, `${path}/decision`, {
      text: "Quillet-words",
      termMonths: "6",
      endsOn: "2027-03-01",
    });
    expect(sent.status).toBe(422);
    expect(sent.html).toContain("Quillet-words");
    expect(sent.words).toContain("The end comes before the review.");
  });

  test("is for whoever put it forward and for stewards", async () => {
    const { proposalId } = await closed();
    const path = `/proposals/${proposalId}`;
    const thread = `/threads/${(await proposalById(cast.application.read, proposalId))?.threadId}`;
    const fields = { text: "T", termMonths: "6" };
    for (const person of [emmy, stranger]) {
      expect((await cast.browser(person).get(`${path}/decision/new`)).status).toBe(403);
      expect((await cast.browser(person).send(thread, `${path}/decision`, fields)).status).toBe(403);
    }
    const visitor = await cast.browser().send(thread, `${path}/decision`, fields);
    expect(visitor.location).toContain("/sign-in");
    expect(await read(path, emmy)).not.toContain("Write down the decision");
    expect((await cast.browser(ada).submit(`${path}/decision/new`, `${path}/decision`, fields)).status).toBe(303);
  });

  test("offers to replace what still holds, and shows both with what changed", async () => {
    const first = await recorded();
    const { proposalId } = await closed({ text: "We pay two." });
    const path = `/proposals/${proposalId}`;
    const sent = await cast.browser(grace).submit(`${path}/decision/new`, `${path}/decision`, {
      text: "We pay two.",
      termMonths: "6",
      replaces: first,
    });
    expect(sent.status).toBe(303);
    const old = await cast.browser().get(`/decisions/${first}`);
    expect(old.words).toContain("a later decision took its place");
    expect(old.html).toContain("<del>one.</del>");
    expect(old.html).toContain("<ins>two.</ins>");
  });
});

describe("the register", () => {
  test("shows decisions of both ways, the newest first, by state and by their words", async () => {
    const register = await registerPath();
    expect(await read(register)).toContain("Nothing is written down yet.");
    const play = consentPlay(cast);
    const about = await play.draft(ada, community, { title: "Meet on Mondays", text: "We meet at the Quillet." });
    await play.toConsent(about, ada, [ada, grace, emmy]);
    for (const person of [ada, grace, emmy]) valueOf(await play.answer(person, about, "consent"));
    cast.clock.pass({ hours: 1 });
    await recorded({ startsOn: "2026-01-01", termMonths: 1 });
    const all = await read(register);
    expect(all.indexOf("Shared moderator")).toBeLessThan(all.indexOf("Meet on Mondays"));
    expect(all).toContain("Review overdue · by a counted proposal,");
    expect(all).toContain("In force · by consent,");
    const overdue = await read(`${register}?state=overdue`);
    expect(overdue).toContain("Shared moderator");
    expect(overdue).not.toContain("Meet on Mondays");
    const found = await read(`${register}?q=quillet`);
    expect(found).toContain("Meet on Mondays");
    expect(found).not.toContain("Shared moderator");
    expect(await read(`${register}?q=quillet&state=ended`)).toContain("No decision fits.");
    const kept = await decisionOfConsent(cast.application.read, about.consentId);
    expect(await read(`/decisions/${kept?.id}`)).toContain("3 people consent");
  });

  test("is paged, and its files say where the rest is", async () => {
    const register = await registerPath();
    for (let place = 1; place <= 21; place += 1) {
      cast.clock.pass({ minutes: 1 });
      await recorded({ title: `Decision ${place}` });
    }
    const first = await cast.browser().get(register);
    expect(first.words).toContain("Decision 21 ");
    expect(first.words).not.toContain("Decision 1 ");
    const next = /href="([^"]*before=[^"]*)" rel="next"/.exec(first.html)?.[1] ?? "";
    expect(await read(next.replaceAll("&amp;", "&"))).toContain("Decision 1 ");
  });

  test("keeps decisions among members from others, on every page and in every file", async () => {
    const register = await registerPath();
    const threadId = await cast.thread(grace, community, { audience: "members" });
    const closesAt = cast.clock.now().add({ hours: 24 }).toString();
    const put = { communityId: community, threadId, title: "Inside", method: "stance", zone: "UTC", closesAt };
    const { proposalId } = valueOf(await cast.application.execute(openProposal, put, byPerson(grace)));
    const about = { communityId: community, proposalId };
    valueOf(await cast.application.execute(closeProposal, about, byPerson(grace)));
    const said = { ...about, title: "Inside", text: "Quillet-inside" };
    const { decisionId } = valueOf(await cast.application.execute(recordDecision, said, byPerson(grace)));
    expect(await read(register, emmy)).toContain("Inside");
    expect(await read(`${register}?q=quillet`, emmy)).toContain("Inside");
    for (const path of ["", "?q=quillet", "/feed.atom", "/register.json", "/register.csv", "/register.md"]) {
      expect((await cast.browser(stranger).get(`${register}${path}`)).html).not.toContain("Inside");
    }
    expect((await cast.browser(stranger).get(`/decisions/${decisionId}`)).status).toBe(403);
    expect((await cast.browser().get(`/decisions/${decisionId}`)).location).toContain("/sign-in");
  });

  test("is open data: JSON from which the fingerprint can be taken again, and CSV without formulas", async () => {
    const register = await registerPath();
    await recorded({ title: "=1+1", responsible: "@grace" });
    const { html } = await cast.browser().get(`${register}/register.json`);
    const [decision] = (JSON.parse(html) as { decisions: { hashed: string; versionSha256: string }[] }).decisions;
    const bytes = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(decision?.hashed));
    expect(Buffer.from(bytes).toString("hex")).toBe(decision?.versionSha256);
    const csv = (await cast.browser().get(`${register}/register.csv`)).html;
    expect(csv).toContain(",'=1+1,");
    expect(csv).toContain(",'@grace,");
    expect((await cast.browser().get(`${register}/register.md`)).html).toContain("## =1+1");
    expect((await cast.browser().get(`${register}/feed.atom`)).html).toContain("<title>=1+1</title>");
  });

  test("says in JSON how each was counted, and where its entry stands in the log of the community", async () => {
    const register = await registerPath();
    const id = await recorded();
    const { html } = await cast.browser().get(`${register}/register.json`);
    const [decision] = (JSON.parse(html) as { decisions: Readonly<Record<string, unknown>>[] }).decisions;
    const entry = cast.events.find(({ name, payload }) => name === "decision-adopted" && payload["decision"] === id);
    expect(decision?.["log"]).toMatchObject({ community, sequence: entry?.sequence });
    expect(decision?.["tally"]).toMatchObject({ stages: [{}] });
    const page = (await cast.browser().get(`/decisions/${id}`)).html;
    const hash = /"hash": "([0-9a-f]{64})"/.exec(html)?.[1] ?? "none";
    expect(page).toContain(hash);
  });

  test("is followed by when a decision last changed, and sends nothing again that did not", async () => {
    const register = await registerPath();
    const old = await recorded({ title: "Old nights" });
    const updated = async () => {
      const { html } = await cast.browser().get(`${register}/feed.atom`);
      return [...html.matchAll(/<updated>([^<]+)/g)].map(([, instant]) => instant);
    };
    const before = await updated();
    cast.clock.pass({ hours: 30 });
    const now = cast.clock.now().toString();
    await recorded({ title: "New nights", replaces: old });
    expect(before).not.toContain(now);
    expect(await updated()).toEqual([now, now, now]);
    for (const file of ["feed.atom", "register.json", "register.csv", "register.md"]) {
      const first = await cast.browser().get(`${register}/${file}`);
      const mark = first.headers.get("etag") ?? "";
      expect(mark).toMatch(/^"[\w-]{27}"$/);
      const again = await cast.browser().get(`${register}/${file}`, { "If-None-Match": `W/"other", W/${mark}` });
      expect([again.status, again.html]).toEqual([304, ""]);
      expect((await cast.browser().get(`${register}/${file}`, { "If-None-Match": '"other"' })).status).toBe(200);
    }
  });
});

describe("a decision", () => {
  test("is reviewed on its page by the members, and the page says what it led to", async () => {
    const id = await recorded({ startsOn: "2026-07-15", termMonths: 6 });
    const action = /action="(\/consents\/[^"]+\/review)"/.exec(
      (await cast.browser(ada).get(`/decisions/${id}`)).html,
    )?.[1];
    const empty = await cast.browser(ada).submit(`/decisions/${id}`, action ?? "", {});
    expect(empty.status).toBe(422);
    expect(empty.words).toContain("Who carries it out");
    const sent = await cast.browser(ada).submit(`/decisions/${id}`, action ?? "", { review: "keep" });
    expect(sent.status).toBe(303);
    const led = await cast.browser(ada).get(sent.location ?? "");
    expect(led.location).toBe(`/decisions/${id}?done=reviewed`);
    expect(await read(led.location ?? "", ada)).toContain("Your answer to the review is taken.");
  });

  test("is named in posts and proposals that cite it by its address, until they are taken back", async () => {
    const id = await recorded();
    const threadId = await cast.thread(emmy, community, { title: "Nights" });
    const text = `As we said: https://gather.example/decisions/${id}.`;
    const post = valueOf(
      await cast.application.execute(writePost, { communityId: community, threadId, text }, byPerson(emmy)),
    );
    await cast.proposal(emmy, community, { text });
    expect(await read(`/decisions/${id}`)).toMatch(/A post in Nights|A proposal in/);
    expect(await read(`/decisions/${id}`)).toContain("A post in Nights");
    const about = { communityId: community, threadId, postId: post.postId };
    valueOf(await cast.application.execute(takeBackPost, about, byPerson(emmy)));
    expect(await read(`/decisions/${id}`)).not.toContain("A post in Nights");
    expect(await read(`/decisions/${id}`)).toContain("A proposal in");
  });

  test("says where in the log it stands", async () => {
    const id = await recorded();
    const entry = cast.events.find(({ name, payload }) => name === "decision-adopted" && payload["decision"] === id);
    expect(await read(`/decisions/${id}`)).toContain(`Entry ${entry?.sequence}, with this hash:`);
  });
});

describe("a task of a decision", () => {
  const propose = (id: string, person: PersonId, fields: Readonly<Record<string, string>>) =>
    cast.browser(person).submit(`/decisions/${id}`, `/decisions/${id}/tasks`, fields);

  test("is asked of a member, who takes it on, and is seen by others only then", async () => {
    const id = await recorded();
    const asked = await propose(id, grace, { what: "Write the advert", ownerId: emmy, due: "2027-03-01" });
    expect(asked.location).toBe(`/decisions/${id}?done=task-asked`);
    expect(await read(`/decisions/${id}`)).not.toContain("Write the advert");
    const page = await cast.browser(emmy).get(`/decisions/${id}`);
    const action = /action="(\/decisions\/[^"]+\/tasks\/[^"]+)"/.exec(page.html)?.[1] ?? "";
    expect((await cast.browser(ada).send(`/decisions/${id}`, action, { act: "accept" })).status).toBe(422);
    expect((await cast.browser(emmy).submit(`/decisions/${id}`, action, { act: "accept" })).status).toBe(303);
    expect(await read(`/decisions/${id}`)).toContain("Write the advert");
    const moved = await cast.browser(emmy).send(`/decisions/${id}`, action, { act: "move" });
    expect(moved.status).toBe(422);
    expect((await cast.browser(emmy).submit(`/decisions/${id}`, action, { act: "finish" })).status).toBe(303);
    expect(await read(`/decisions/${id}`)).toContain("Done · Emmy");
  });

  test("is for members, of members, and by a day to come", async () => {
    const id = await recorded();
    const fields = { what: "Write", due: "2027-03-01" };
    const path = `/decisions/${id}`;
    const thread = `/threads/${(await decisionById(cast.application.read, id))?.threadId}`;
    expect((await cast.browser(stranger).send(thread, `${path}/tasks`, fields)).status).toBe(403);
    expect((await cast.browser().send(thread, `${path}/tasks`, fields)).location).toContain("/sign-in");
    expect((await propose(id, grace, { ...fields, ownerId: stranger })).status).toBe(422);
    const past = await propose(id, grace, { ...fields, due: "2027-01-01", what: "Quillet-task" });
    expect(past.status).toBe(422);
    expect(past.html).toContain("Quillet-task");
    const input = { communityId: community, decisionId: id, what: "Write", ownerId: "", due: "2027-03-01" };
    valueOf(await cast.application.execute(proposeTask, input, byPerson(emmy)));
    const blocked = await cast.person("Blocked");
    const block = { communityId: community, personId: blocked, level: "block", reason: "Loud." } as const;
    valueOf(await cast.application.execute(blockPerson, block, byPerson(ada)));
    const own = /tasks\/([0-9a-f-]{36})"/.exec((await cast.browser(emmy).get(path)).html)?.[1] ?? "";
    expect((await cast.browser(blocked).send(thread, `${path}/tasks/${own}`, { act: "finish" })).status).toBe(403);
  });
});
