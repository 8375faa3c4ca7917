import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { z } from "zod";
import { valueOf } from "../../../../testing/community-cast.ts";
import { consentPlay, draftText, type CastConsent, type ConsentPlay } from "../../../../testing/consent-cast.ts";
import { openDecisionCast, type DecisionCast } from "../../../../testing/decision-cast.ts";
import { by } from "../../../../testing/test-application.ts";
import type { CommunityId, PersonId } from "../../../communities/index.ts";
import { serverChain } from "../../../kernel/activity-log/event.ts";
import { accepted } from "../../../kernel/base/result.ts";
import { defineCommand } from "../../../kernel/commands/command.ts";
import { consentNotices } from "../../notices/consent.ts";
import { decisionById, decisionOfConsent } from "../../store/consent/adopted.read.ts";
import { consentsOfThread } from "../../store/consent/consents.read.ts";
import { decisionPersonalData } from "../people/personal-data.ts";
import { answerConsent } from "./answer-consent.ts";
import { answerReview } from "./answer-review.ts";
import { editDraft } from "./edit-draft.ts";
import { takeBackConsent } from "./take-back-consent.ts";

let cast: DecisionCast;
let play: ConsentPlay;
let ada: PersonId;
let grace: PersonId;
let emmy: PersonId;
let community: CommunityId;
let about: CastConsent;

beforeAll(async () => {
  cast = await openDecisionCast();
  play = consentPlay(cast);
  ada = await cast.person("Ada");
  grace = await cast.person("Grace");
  emmy = await cast.person("Emmy");
});
beforeEach(async () => {
  cast.clock.set("2027-02-01T10:00:00Z");
  community = await cast.community(ada);
  await cast.join(community, grace, emmy);
});
afterAll(() => cast.close());

const circle = () => [ada, grace, emmy];
const decision = () => decisionOfConsent(cast.application.read, about.consentId);
const refusal = (kind: string) => ({ ok: false, refusal: { kind } });
const told = (name: string) =>
  cast.events.filter((event) => event.name === name && event.payload["proposal"] === about.consentId);

async function adopted(said: Readonly<Record<string, unknown>> = {}): Promise<void> {
  about = await play.draft(ada, community, said);
  await play.toConsent(about, ada, circle());
  for (const person of circle()) valueOf(await play.answer(person, about, "consent"));
}

async function on(day: string): Promise<void> {
  cast.clock.set(`${day}T09:00:00Z`);
  await cast.pumpClock();
}

const review = (person: PersonId, answer: string) => play.act(person, answerReview, about, { answer });

describe("a decision made by consent", () => {
  test("begins on its day, and is told of two weeks before its review, on the day, and weekly", async () => {
    await adopted({ startsOn: "2027-03-01", termMonths: 3 });
    expect(await decision()).toMatchObject({ state: "adopted" });
    await on("2027-03-01");
    expect(await decision()).toMatchObject({ state: "in-force" });
    expect((await decision())?.reviewOn.toString()).toBe("2027-06-01");
    await on("2027-05-17");
    expect(told("decision-review-near")).toEqual([]);
    await on("2027-05-18");
    expect(told("decision-review-near")).toHaveLength(1);
    await on("2027-06-01");
    expect(await decision()).toMatchObject({ state: "review-due", reviews: 1 });
    expect(told("decision-review-due")).toHaveLength(1);
    await on("2027-06-08");
    await on("2027-06-15");
    expect(told("decision-review-waits")).toHaveLength(2);
  });

  test("is kept for another term when nobody wants otherwise, by those who are members then", async () => {
    await adopted();
    const joined = await cast.person("Joined");
    await cast.join(community, joined);
    expect(await review(ada, "keep")).toMatchObject(refusal("consent-not-now"));
    await on("2027-08-01");
    for (const person of [...circle(), joined]) valueOf(await review(person, "keep"));
    expect(await decision()).toMatchObject({ state: "in-force", reviews: 1 });
    expect((await decision())?.reviewOn.toString()).toBe("2028-02-01");
    expect(told("decision-kept")).toHaveLength(1);
    expect(await review(ada, "end")).toMatchObject(refusal("consent-not-now"));
    await on("2028-02-01");
    expect(await decision()).toMatchObject({ state: "review-due", reviews: 2 });
  });

  test("is kept after a week by as many as silence asks for", async () => {
    await adopted();
    await on("2027-08-01");
    for (const person of [ada, grace]) valueOf(await review(person, "keep"));
    expect(await decision()).toMatchObject({ state: "review-due" });
    await on("2027-08-08");
    expect(await decision()).toMatchObject({ state: "in-force" });
  });

  test("ends when nobody wants it any more", async () => {
    await adopted();
    await on("2027-08-01");
    for (const person of circle()) valueOf(await review(person, "end"));
    expect(await decision()).toMatchObject({ state: "ended" });
    expect(told("decision-ended")).toHaveLength(1);
  });

  test("is overdue after sixty days, and can still be reviewed", async () => {
    await adopted();
    await on("2027-08-01");
    await on("2027-09-30");
    expect(await decision()).toMatchObject({ state: "overdue" });
    const { words } = await cast.browser().get(`/consents/${about.consentId}`);
    expect(words).toContain("In force, but its review of Sunday, 1 August 2027 is overdue.");
    for (const person of [ada, grace]) valueOf(await review(person, "keep"));
    expect((await decision())?.reviewOn.toString()).toBe("2028-03-30");
  });

  test("expires only where a hard end was set", async () => {
    await adopted({ endsOn: "2027-09-01" });
    await on("2027-09-01");
    expect(await decision()).toMatchObject({ state: "expired" });
    await adopted();
    await on("2029-01-01");
    expect(await decision()).toMatchObject({ state: "overdue" });
  });

  test("that is to be changed holds until the proposal that changes it is adopted, which supersedes it", async () => {
    await adopted();
    const old = await decision();
    await on("2027-08-01");
    valueOf(await review(ada, "keep"));
    valueOf(await review(grace, "change"));
    valueOf(await review(emmy, "keep"));
    expect(await decision()).toMatchObject({ state: "amended" });
    const [change] = await consentsOfThread(cast.application.read, old?.threadId ?? "");
    expect(change).toMatchObject({ state: "draft", supersedes: old?.id, authorId: ada });
    about = { communityId: community, consentId: change?.id ?? "" };
    const words = { title: "A shared moderator", text: draftText.replace("ten", "six") };
    valueOf(await play.act(ada, editDraft, about, words));
    await play.toConsent(about, ada, circle());
    for (const person of circle()) valueOf(await play.answer(person, about, "consent"));
    const fresh = await decision();
    expect(fresh).toMatchObject({ state: "in-force", text: words.text, supersedes: old?.id });
    const superseded = await decisionById(cast.application.read, old?.id ?? "");
    expect(superseded).toMatchObject({ state: "superseded", supersededBy: fresh?.id });
  });

  test("is reviewed anew when what was to change it is taken back", async () => {
    await adopted();
    const old = await decision();
    await on("2027-08-01");
    for (const person of circle()) valueOf(await review(person, "change"));
    const [change] = await consentsOfThread(cast.application.read, old?.threadId ?? "");
    const draft = { communityId: community, consentId: change?.id ?? "" };
    valueOf(await play.act(ada, takeBackConsent, draft, { how: "withdraw" }));
    expect(await decision()).toMatchObject({ state: "review-due", reviews: 2 });
  });
});

describe("what people said in a consent process", () => {
  test("is theirs to take along, and is emptied when they leave, while the decision stands", async () => {
    about = await play.draft(ada, community);
    await play.toConsent(about, ada, circle());
    valueOf(await play.answer(grace, about, "concern", "Who fills in on holidays?"));
    for (const person of [ada, emmy]) valueOf(await play.answer(person, about, "consent"));
    const kept = await decisionPersonalData.export(cast.application.read, grace);
    expect(JSON.stringify(kept)).toContain("Who fills in on holidays?");
    await cast.application.database.write((db) =>
      decisionPersonalData.forget({ db, now: cast.clock.now() } as never, grace),
    );
    expect(JSON.stringify(await decisionPersonalData.export(cast.application.read, grace))).not.toContain("holidays");
    expect(await decision()).toMatchObject({ state: "in-force", text: draftText, answered: 3 });
  });

  test("goes over to the person they turn out to be, whose own word in a round counts", async () => {
    about = await play.draft(ada, community);
    await play.toConsent(about, ada, circle());
    valueOf(await play.answer(grace, about, "concern", "Hers."));
    valueOf(await play.answer(emmy, about, "concern", "Emmy's."));
    valueOf(await cast.application.execute(joinPeople, { kept: grace, joined: emmy }, by({ kind: "server" })));
    const kept = JSON.stringify(await decisionPersonalData.export(cast.application.read, grace));
    expect(kept).toContain("Hers.");
    expect(kept).not.toContain("Emmy's.");
  });
});

// The command by which two accounts become one person's is that of accounts; here it is only the transaction around.
const joinPeople = defineCommand({
  name: "test/join-people",
  input: z.object({ kept: z.string(), joined: z.string() }),
  chain: () => serverChain,
  authorise: async () => undefined,
  async run(context, { kept, joined }) {
    await decisionPersonalData.join(context, kept, joined);
    return accepted(null);
  },
});

describe("whoever is to hear", () => {
  test("is asked for a missing reason at once, and of the log nothing tells what anybody wrote", async () => {
    about = await play.draft(ada, community);
    await play.toConsent(about, ada, circle());
    valueOf(await play.act(grace, answerConsent, about, { answer: "objection", by: "native-poll" }));
    const [event] = told("consent-reason-wanted");
    const source = consentNotices.find(({ events }) => events.includes("consent-reason-wanted"));
    const notices = event === undefined ? [] : await source?.notices(cast.application, event);
    expect(notices).toMatchObject([
      { personId: grace, urgent: true, key: "decisions.consent.notice.reason-objection" },
    ]);
    valueOf(await play.answer(grace, about, "objection", "Quillet-reason"));
    expect(JSON.stringify(cast.events)).not.toContain("Quillet-reason");
  });
});
