import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { valueOf } from "../../../../testing/community-cast.ts";
import { consentPlay, draftText, type CastConsent, type ConsentPlay } from "../../../../testing/consent-cast.ts";
import { openDecisionCast, type DecisionCast } from "../../../../testing/decision-cast.ts";
import { byPerson } from "../../../../testing/test-application.ts";
import type { CommunityId, PersonId } from "../../../communities/index.ts";
import { blockPerson } from "../../../communities/commands/moderation/block-person.ts";
import { submitConsent } from "../../commands/consent/submit-consent.ts";
import { closeGatheringOfObjections } from "../../commands/consent/close-gathering-of-objections.ts";
import { objectionsOf } from "../../store/consent/objections.read.ts";

let cast: DecisionCast;
let play: ConsentPlay;
let ada: PersonId;
let grace: PersonId;
let emmy: PersonId;
let community: CommunityId;
let about: CastConsent;
let path: string;

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
  about = await play.draft(ada, community);
  path = `/consents/${about.consentId}`;
});
afterAll(() => cast.close());

const words = async (person?: PersonId) => (await cast.browser(person).get(path)).words;
const submit = (person: PersonId, resource: string, fields: Readonly<Record<string, string>>) =>
  cast.browser(person).submit(path, `${path}/${resource}`, fields);

/** As {@link submit}, by somebody whom the page shows no such form: the token comes from the thread. */
async function send(person: PersonId, resource: string, fields: Readonly<Record<string, string>>) {
  const { threadId } = await play.state(about);
  return cast.browser(person).send(`/threads/${threadId}`, `${path}/${resource}`, fields);
}

describe("a consent process on the web", () => {
  test("asks a newcomer for a title and the words, and is a draft until it is submitted", async () => {
    const thread = await cast.thread(grace, community);
    const browser = cast.browser(grace, "Grace");
    const sent = await browser.submit(`/threads/${thread}/consents/new`, `/threads/${thread}/consents`, {
      title: "Meet on Mondays",
      text: "We meet every first Monday.",
      termMonths: "6",
    });
    expect(sent.status).toBe(303);
    const page = (sent.location ?? "").split("?")[0] ?? "";
    expect((await browser.get(page)).words).toContain("We meet every first Monday.");
    expect((await cast.browser().get(page)).status).toBe(404);
    const edited = await browser.submit(`${page}/draft`, `${page}/draft`, {
      title: "Meet on Mondays",
      text: "We meet every second Monday.",
      endsOn: "2027-03-01",
    });
    expect(edited.status).toBe(422);
    expect(edited.html).toContain("We meet every second Monday.");
    expect(edited.html).toContain("The end comes before the review.");
    expect((await cast.browser(emmy).get(`${page}/draft`)).status).toBe(404);
  });

  test("says how silence counts before anybody answers, and what waits for whom", async () => {
    valueOf(await play.act(ada, submitConsent, about));
    const read = await words();
    expect(read).toContain("If at least 50 % answer, that is 2 of 3, silence counts as consent.");
    expect(read).toContain("0 of 3 have answered. Waiting for");
    expect(read).toContain("Grace");
  });

  test("leads through its rounds by forms alone", async () => {
    expect((await submit(ada, "submission", {})).location).toBe(`${path}?done=submitted`);
    expect((await submit(grace, "questions", { question: "Who pays?" })).status).toBe(303);
    expect(await words()).toContain("Who pays?");
    for (const person of [ada, grace, emmy]) await submit(person, "clarity", { answer: "clear" });
    const [, question = ""] =
      /action="[^"]*\/questions\/([0-9a-f-]{36})"/.exec((await cast.browser(ada).get(path)).html) ?? [];
    expect((await submit(ada, `questions/${question}`, { [`answer-${question}`]: "Each server." })).status).toBe(303);
    expect((await submit(grace, "reaction", { reaction: "" })).html).toContain("Say something, or pass.");
    await submit(grace, "reaction", { reaction: "It would help me sleep." });
    for (const person of [ada, emmy]) await submit(person, "reaction", { pass: "yes" });
    expect(await words()).toContain("It would help me sleep.");
    expect((await submit(ada, "consent-round", {})).status).toBe(303);
    await submit(ada, "answer", { answer: "consent", version: "1" });
    await submit(grace, "answer", { answer: "concern", version: "1", words: "Who fills in on holidays?" });
    await submit(emmy, "answer", { answer: "consent", version: "1" });
    const read = await words();
    expect(read).toContain("Decided, and in force. Reviewed on Sunday, 1 August 2027.");
    expect(read).toContain("Who fills in on holidays?");
  });

  test("hides reactions until one's own is given, where its rules say so", async () => {
    about = await play.draft(ada, community, { hidesReactions: "yes" });
    path = `/consents/${about.consentId}`;
    await submit(ada, "submission", {});
    for (const person of [ada, grace, emmy]) await submit(person, "clarity", { answer: "clear" });
    await submit(grace, "reaction", { reaction: "It would help me sleep." });
    expect(await words(emmy)).not.toContain("It would help me sleep.");
    await submit(emmy, "reaction", { reaction: "Me too." });
    expect(await words(emmy)).toContain("It would help me sleep.");
  });

  test("keeps an objection without a reason as it was typed, and says what to mend", async () => {
    await play.toConsent(about, ada, [ada, grace, emmy]);
    const sent = await submit(grace, "answer", { answer: "objection", version: "1", aim: "To sleep at night." });
    expect(sent.status).toBe(422);
    expect(sent.html).toContain("an objection is its reason");
    expect(sent.html).toContain("To sleep at night.");
    expect(sent.html).toMatch(/value="objection"[^>]*checked/);
  });

  test("shows what changed in a version word by word, and asks its objector", async () => {
    await play.toConsent(about, ada, [ada, grace, emmy]);
    await submit(grace, "answer", { answer: "objection", version: "1", words: "Ten hours empty our fund." });
    valueOf(await play.act(ada, closeGatheringOfObjections, about));
    const [record] = await objectionsOf(cast.application.read, about.consentId);
    const judged = { verdict: "stands", [`words-${record?.id}`]: "It does." };
    expect((await submit(emmy, `objections/${record?.id}/judgement`, judged)).status).toBe(303);
    const text = draftText.replace("ten", "six");
    await submit(ada, "versions", { integration: "amend", title: "A shared moderator", text, termMonths: "6" });
    const { html } = await cast.browser(grace).get(path);
    expect(html).toContain("<del>ten</del><ins>six</ins>");
    expect(html).toContain(`action="${path}/confirmation"`);
    await submit(grace, "confirmation", { will: "yes" });
    expect(await words()).toContain("Met by version 2: amend the words.");
  });

  test("refuses whoever may not, and a record of another process", async () => {
    await play.toConsent(about, ada, [ada, grace, emmy]);
    const stranger = await cast.person("Stranger");
    const blocked = await cast.person("Blocked");
    const block = { communityId: community, personId: blocked, level: "block", reason: "Loud." } as const;
    valueOf(await cast.application.execute(blockPerson, block, byPerson(ada)));
    const answer = { answer: "consent", version: "1" };
    expect((await send(stranger, "answer", answer)).status).toBe(403);
    expect((await send(blocked, "answer", answer)).status).toBe(403);
    expect((await send(grace, "opening", {})).status).toBe(403);
    expect((await send(grace, "ending", { how: "withdraw" })).status).toBe(403);
    expect((await cast.browser().submit(path, `${path}/answer`, answer)).location).toContain("/sign-in");
    const other = await play.draft(ada, community);
    await play.toConsent(other, ada, [ada, grace, emmy]);
    valueOf(await play.answer(grace, other, "objection", "No."));
    const [record] = await objectionsOf(cast.application.read, other.consentId);
    valueOf(await play.answer(grace, about, "objection", "No."));
    const added = { [`words-${record?.id}`]: "Mine too." };
    expect((await send(emmy, `objections/${record?.id}/additions`, added)).status).toBe(404);
  });

  test("in a thread among members is shown to members alone", async () => {
    const threadId = await cast.thread(ada, community, { audience: "members" });
    about = await play.draft(ada, community, { threadId });
    path = `/consents/${about.consentId}`;
    valueOf(await play.act(ada, submitConsent, about));
    expect((await cast.browser().get(path)).status).toBe(303);
    expect((await cast.browser(await cast.person("Stranger")).get(path)).status).toBe(403);
    expect((await cast.browser(grace).get(path)).status).toBe(200);
  });
});
