import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { databaseDump } from "../../../../testing/database-dump.ts";
import { valueOf } from "../../../../testing/community-cast.ts";
import { openDecisionCast, type DecisionCast } from "../../../../testing/decision-cast.ts";
import { byPerson } from "../../../../testing/test-application.ts";
import type { CommunityId, PersonId } from "../../../communities/index.ts";
import { draftConsent } from "../../commands/consent/draft-consent.ts";
import { submitConsent } from "../../commands/consent/submit-consent.ts";
import { draftRequest } from "../../commands/requests/draft-request.ts";
import { writeRequest } from "../../commands/requests/write-request.ts";
import { editPost } from "../../commands/threads/edit-post.ts";
import { takeBackPost } from "../../commands/threads/take-back-post.ts";
import { writePost } from "../../commands/threads/write-post.ts";
import { forgetWritten } from "../../store/people.write.ts";
import { findTexts } from "../../store/search/search.read.ts";

let cast: DecisionCast;
let ada: PersonId;
let grace: PersonId;
let stranger: PersonId;
let communityId: CommunityId;
let threadId: string;

beforeAll(async () => {
  cast = await openDecisionCast();
  ada = await cast.person("Ada");
  stranger = await cast.person("Stranger");
});
beforeEach(async () => {
  grace = await cast.person(`Grace${crypto.randomUUID().slice(0, 8)}`);
  communityId = await cast.community(ada);
  await cast.join(communityId, grace);
  threadId = await cast.thread(ada, communityId, { title: "Übersetzungen", text: "Who translates?" });
});
afterAll(() => cast.close());

const write = async (text: string) =>
  valueOf(await cast.application.execute(writePost, { communityId, threadId, text }, byPerson(grace))).postId;

/** What is found, by its kind and words, the newest first. */
async function find(typed: string, reader: "everyone" | "members" = "everyone") {
  const words = typed.split(" ");
  const found = await findTexts(cast.application.read, communityId, { words, reader, before: undefined, limit: 20 });
  return found.map((one) => (one.kind === "post" ? one.post.text : `${one.kind} ${one.thread.title}`));
}

async function search(typed: string, person?: PersonId) {
  const { html } = await cast.browser(person).get(`/threads/${threadId}`);
  const path = /\/communities\/[a-z0-9_]+/.exec(html)?.[0] ?? "";
  return cast.browser(person).get(`${path}/search?q=${encodeURIComponent(typed)}`);
}

describe("searching", () => {
  test("finds titles, posts and proposals by words and the beginning of the last one", async () => {
    await write("I translate from Spanish.");
    await cast.proposal(ada, communityId, { threadId, title: "Pay for translation", text: "By the hour." });
    expect(await find("transl")).toEqual(["proposal Übersetzungen", "I translate from Spanish.", "Who translates?"]);
    expect(await find("ubersetz")).toEqual(["thread Übersetzungen"]);
    expect(await find("translate spanish")).toEqual(["I translate from Spanish."]);
    expect(await find("nobody")).toEqual([]);
  });

  test("finds requests for comments and consents by their newest words, a draft of a consent not yet", async () => {
    const run = cast.application.execute;
    const here = { communityId, threadId };
    const first = { title: "Who moderates", text: "Quilletfirst." };
    const { requestId } = valueOf(await run(draftRequest, { ...here, ...first }, byPerson(grace)));
    expect(await find("quilletfirst")).toEqual(["request Übersetzungen"]);
    const next = { communityId, requestId, ...first, text: "Quilletnext." };
    valueOf(await run(writeRequest, next, byPerson(grace)));
    expect(await find("quilletfirst")).toEqual([]);
    expect((await search("quilletnext")).words).toContain("#1 Who moderates");
    const drafted = { ...here, zone: "Europe/Berlin", title: "Quilletpay", text: "We pay.", need: "Nobody moderates." };
    const { consentId } = valueOf(await run(draftConsent, drafted, byPerson(grace)));
    expect(await find("quilletpay")).toEqual([]);
    valueOf(await run(submitConsent, { communityId, consentId }, byPerson(grace)));
    expect(await find("quilletpay")).toEqual(["consent Übersetzungen"]);
    expect((await search("quilletpay")).html).toContain(`href="/consents/${consentId}"`);
  });

  test("finds nothing of another community", async () => {
    const other = await cast.community(ada);
    await cast.thread(ada, other, { title: "Elsewhere", text: "Quillet elsewhere." });
    expect(await find("quillet")).toEqual([]);
  });

  test("finds what is among members for members alone", async () => {
    await cast.thread(ada, communityId, { title: "Inside", text: "Quillet inside.", audience: "members" });
    expect(await find("quillet")).toEqual([]);
    expect(await find("quillet", "members")).toEqual(["Quillet inside."]);
    expect((await search("quillet", stranger)).words).not.toContain("inside");
    expect((await search("quillet")).words).not.toContain("inside");
    expect((await search("quillet", grace)).words).toContain("Quillet inside.");
  });

  test("finds a post by what it says now, and not once it is taken back", async () => {
    const about = { communityId, threadId, postId: await write("Alpha.") };
    valueOf(await cast.application.execute(editPost, { ...about, text: "Beta." }, byPerson(grace)));
    expect(await find("alpha")).toEqual([]);
    expect(await find("beta")).toEqual(["Beta."]);
    valueOf(await cast.application.execute(takeBackPost, about, byPerson(grace)));
    expect(await find("beta")).toEqual([]);
  });

  test("finds nothing of whoever has left, and the index holds none of their words", async () => {
    await write("Quilletgone.");
    await cast.application.database.write((transaction) => forgetWritten(transaction, grace, cast.clock.now()));
    expect(await find("quilletgone")).toEqual([]);
    expect(await databaseDump(cast.application.read)).not.toMatch(/quilletgone/i);
  });

  test("shows what was looked for in its sentence, and whatever is typed does no harm", async () => {
    await write("We pay <b>Spanish</b> translators.");
    const page = await search("SPANISH");
    expect(page.html).toContain("<mark>Spanish</mark>");
    expect(page.html).not.toContain("<b>Spanish");
    for (const typed of ['" OR 1', "a:*", "'; drop table threads", "NEAR(a b)", "&|!()", "会議", "*"]) {
      expect((await search(typed)).status).toBe(200);
    }
    expect((await search("zzz")).words).toContain("Nothing holds all these words.");
  });
});
