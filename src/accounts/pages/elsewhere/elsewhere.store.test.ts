import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  directPostOf,
  hall,
  openElsewhereCast,
  pollOf,
  postOf,
  remoteActor,
  type ElsewhereCast,
  type Participant,
} from "../../../../testing/elsewhere-cast.ts";
import { databaseDump } from "../../../../testing/database-dump.ts";
import { hostileTexts } from "../../../../testing/hostile-texts.ts";
import { signInByMail } from "../../../../testing/signing-in.ts";
import { contactByUri } from "../../store/elsewhere/contacts.read.ts";
import { personActorOf } from "../../store/elsewhere/person-actors.read.ts";
import { postsFor } from "../../store/elsewhere/posts.read.ts";

let cast: ElsewhereCast;
let ana: Participant;

beforeAll(async () => {
  cast = await openElsewhereCast();
  ana = await cast.participant("Ana");
  cast.world.set("@eve@social.example", remoteActor("eve"));
});
afterAll(() => cast.close());

const said = (text: string) => ({ html: `<p>${text}</p>`, text });
const follow = ({ browser }: Participant, who = hall.handle) =>
  browser.submit("/me/elsewhere", "/me/elsewhere/follows", { who });
const newestPost = async ({ actorId }: Participant) => {
  const [post] = await postsFor(cast.application.read, actorId, { most: 1 });
  if (post === undefined) throw new Error("nothing came");
  return post;
};

describe("beginning to take part elsewhere", () => {
  test("is offered on one's own page, says what others will see, and is done by choosing a name", async () => {
    const browser = await signInByMail(cast, "new@mail.example", "Nina");
    expect((await browser.get("/me")).html).toContain('href="/me/elsewhere"');
    const page = await browser.get("/me/elsewhere");
    expect(page.words).toContain(
      "Other servers will know you as @name@gather.example and will see what you send them.",
    );
    const done = await browser.submit("/me/elsewhere", "/me/elsewhere", { handle: "nina", name: "Nina" });
    expect(done.location).toBe("/me/elsewhere?done=opened");
    expect((await browser.get("/me/elsewhere")).words).toContain("@nina@gather.example");
    expect((await browser.get("/me")).words).toContain("Nothing new has come since you looked.");
  });

  test("is done once, and not without a name", async () => {
    const browser = await signInByMail(cast, "twice@mail.example", "Tom");
    const nameless = await browser.submit("/me/elsewhere", "/me/elsewhere", { handle: "tom", name: "  " });
    expect([nameless.status, nameless.words.includes("Write a name by which others can call you.")]).toEqual([
      422,
      true,
    ]);
    const open = await browser.get("/me/elsewhere");
    const form = browser.formOn(open, "/me/elsewhere");
    await browser.post("/me/elsewhere", { ...form, handle: "tom", name: "Tom" });
    const again = await browser.post("/me/elsewhere", { ...form, handle: "tom_2", name: "Tom" });
    expect([again.status, again.words.includes("You take part elsewhere already.")]).toEqual([422, true]);
  });

  test("shows whoever meets the name elsewhere who that is, and no more", async () => {
    const page = await cast.browser().get(`/people/${ana.actorId}`);
    expect([page.status, page.words.includes("Ana"), page.words.includes("@ana@gather.example")]).toEqual([
      200,
      true,
      true,
    ]);
    expect(page.html).toContain('name="robots" content="noindex"');
    expect((await cast.browser().get(`/people/${ana.personId}`)).status).toBe(404);
  });
});

describe("following", () => {
  test("asks a gathering by its handle, and can be ended", async () => {
    const asked = await follow(ana);
    expect(asked.location).toMatch(/^\/me\/elsewhere\/actors\/[0-9a-f-]{36}\?done=followed$/);
    expect((await ana.browser.get(asked.location ?? "")).words).toContain("Asked; its answer is still to come");
    const contact = await contactByUri(cast.application.read, ana.actorId, hall.uri);
    const path = `/me/elsewhere/actors/${contact?.id}`;
    expect((await ana.browser.submit(path, `${path}/unfollow`)).location).toBe("/me/elsewhere?done=unfollowed");
    const [undo] = await cast.published("follow-ended");
    expect(undo?.activity).toMatchObject({ type: "Undo", object: { type: "Follow", object: hall.uri } });
    await follow(ana);
  });

  test.each([
    ["@eve@social.example", "This is the account of a person."],
    ["social.example", "Write a handle such as"],
    ["@nobody@social.example", "social.example knows nobody by this name."],
    ["https://gather.example/communities/plum", "That is on this server."],
  ])("says what to mend when somebody follows %s", async (who, words) => {
    const refused = await follow(ana, who);
    expect([refused.status, refused.words.includes(words)]).toEqual([422, true]);
    expect(refused.html).toContain(`value="${who}"`);
  });

  test("asks other servers no more than thirty times an hour for one person", async () => {
    const eager = await cast.participant("Eager");
    const answers: number[] = [];
    for (let turn = 0; turn < 31; turn++) answers.push((await follow(eager, `@no${turn}@social.example`)).status);
    expect([answers[29], answers[30]]).toEqual([422, 429]);
  });
});

describe("a native poll", () => {
  test("is answered once, by its own form, and then says how to change it", async () => {
    cast.clock.pass({ minutes: 1 });
    await cast.arrives(postOf(hall, { ...said("When?"), ...pollOf(["Mon", "Tue"]) }));
    expect((await ana.browser.get("/me")).words).toContain("1 new post has come since you looked.");
    const { id } = await newestPost(ana);
    const action = `/me/elsewhere/posts/${id}/answers`;
    const page = await ana.browser.get("/me/elsewhere");
    expect(page.words).toContain("New Poll");
    expect(page.words).toContain("Your server and theirs can see this vote.");
    expect(page.words).toContain("Open until Monday, 8 February 2027");
    const form = ana.browser.formOn(page, action);
    const empty = await ana.browser.post(action, form);
    expect([empty.status, empty.words.includes("Choose an answer first.")]).toEqual([422, true]);
    const taken = await ana.browser.post(action, { ...form, [`options-${id}`]: "1" });
    expect(taken.location).toContain("?done=voted");
    const after = await ana.browser.get("/me/elsewhere");
    expect(after.words).not.toContain("New Poll");
    expect(after.words).toContain("You answered: Tue");
    expect(after.words).toContain("To change it, answer in words below");
    const again = await ana.browser.post(action, { ...form, [`options-${id}`]: "0" });
    expect([again.status, again.words.includes("You have answered this poll.")]).toEqual([422, true]);
    expect(await cast.published("poll-answered-elsewhere")).toHaveLength(1);
  });

  test("that is over takes no vote", async () => {
    const poll = postOf(hall, { ...said("Too late?"), ...pollOf(["Mon", "Tue"]) });
    await cast.arrives(poll);
    const { id } = await newestPost(ana);
    const action = `/me/elsewhere/posts/${id}/answers`;
    const form = ana.browser.formOn(await ana.browser.get("/me/elsewhere"), action);
    const closed = pollOf(["Mon", "Tue"], { isClosed: true });
    await cast.arrives(postOf(hall, { ...said("Too late?"), ...closed, id: poll.objectId }, "Update"));
    const refused = await ana.browser.post(action, { ...form, [`options-${id}`]: "0" });
    expect([refused.status, refused.words.includes("your vote was not sent")]).toEqual([422, true]);
    expect((await ana.browser.get("/me/elsewhere")).words).toContain("The poll is closed");
  });
});

describe("words", () => {
  test("go to the author of a post alone, in answer to it", async () => {
    await cast.arrives(postOf(hall, said("Who comes?")));
    const { id, uri } = await newestPost(ana);
    const action = `/me/elsewhere/posts/${id}/replies`;
    const empty = await ana.browser.submit("/me/elsewhere", action, { [`text-${id}`]: " " });
    expect(empty.status).toBe(422);
    expect(empty.html).toContain(`id="field-text-${id}-fault"`);
    await ana.browser.submit("/me/elsewhere", action, { [`text-${id}`]: "yes, two of us" });
    const [reply] = await cast.published("said-elsewhere");
    expect(reply).toMatchObject({
      to: { kind: "actors", uris: [hall.uri] },
      activity: { to: [hall.uri], cc: [], object: { inReplyTo: uri, tag: [{ type: "Mention", href: hall.uri }] } },
    });
    expect((await ana.browser.get("/me/elsewhere")).words).toContain("yes, two of us");
  });

  test("can be sent to a server, such as a sign-in code, but to no person who never wrote first", async () => {
    cast.world.set("@koinon@social.example", remoteActor("koinon", "Application"));
    const send = (to: string) =>
      ana.browser.submit("/me/elsewhere", "/me/elsewhere/messages", { to, text: "ABCD-EFGH" });
    expect((await send("@koinon@social.example")).location).toContain("?done=said");
    expect((await send("@eve@social.example")).words).toContain("This is the account of a person.");
    await cast.arrives(directPostOf(remoteActor("eve"), [ana.uri], said("Hello Ana")));
    expect((await send("@eve@social.example")).location).toContain("?done=said");
  });

  test("are sixty an hour at most", async () => {
    const talker = await cast.participant("Talker");
    await follow(talker);
    const contact = await contactByUri(cast.application.read, talker.actorId, hall.uri);
    const path = `/me/elsewhere/actors/${contact?.id}`;
    const form = talker.browser.formOn(await talker.browser.get(path), `${path}/messages`);
    const statuses: number[] = [];
    for (let turn = 0; turn < 61; turn++) {
      statuses.push((await talker.browser.post(`${path}/messages`, { ...form, text: `word ${turn}` })).status);
    }
    expect([statuses[59], statuses[60]]).toEqual([303, 429]);
  });
});

describe("another person", () => {
  test("sees and does nothing of one's own (row 28)", async () => {
    await cast.arrives(directPostOf(hall, [ana.uri], { ...said("Secret for Ana"), ...pollOf(["Mon", "Tue"]) }));
    const { id, contactId } = await newestPost(ana);
    const mallory = await cast.participant("Mallory");
    await follow(mallory);
    const own = await mallory.browser.get("/me/elsewhere");
    expect(own.words).not.toContain("Secret for Ana");
    const token = mallory.browser.formOn(own, "/me/elsewhere/name");
    expect((await mallory.browser.get(`/me/elsewhere/actors/${contactId}`)).status).toBe(404);
    for (const [path, fields] of [
      [`/me/elsewhere/posts/${id}/answers`, { [`options-${id}`]: "0" }],
      [`/me/elsewhere/posts/${id}/replies`, { [`text-${id}`]: "me too" }],
      [`/me/elsewhere/actors/${contactId}/messages`, { text: "me too" }],
      [`/me/elsewhere/actors/${contactId}/unfollow`, {}],
      [`/me/elsewhere/actors/${contactId}/silence`, {}],
    ] as const) {
      const answer = await mallory.browser.post(path, { ...token, ...fields });
      expect([path, answer.status, answer.words.includes("Secret")]).toEqual([path, 404, false]);
    }
  });

  test("who is signed out is led to sign in, and another site can send nothing (row 17)", async () => {
    for (const path of ["/me/elsewhere", `/me/elsewhere/actors/${ana.actorId}`]) {
      expect((await cast.browser().get(path)).location).toBe(`/sign-in?next=${encodeURIComponent(path)}`);
    }
    const form = ana.browser.formOn(await ana.browser.get("/me/elsewhere"), "/me/elsewhere/name");
    const forged = await ana.browser.post(
      "/me/elsewhere/name",
      { ...form, name: "Stolen" },
      { Origin: "https://evil.example" },
    );
    expect(forged.status).toBe(403);
    const tokenless = await ana.browser.post("/me/elsewhere/name", { name: "Stolen" });
    expect(tokenless.status).toBe(403);
    expect((await personActorOf(cast.application.read, ana.personId))?.name).toBe("Ana");
  });
});

/** Addresses that run or load something. */
const aliveAddress = /(?:href|src|action|formaction)\s*=\s*"?\s*(?:javascript|data:text|vbscript)/i;

/** Elements and attributes that our own pages never have; looked for where values are taken out, in which a word is only a word. */
const alive = [
  /<script(?! type="" src="">)/i,
  /<(?:iframe|object|embed|img|image|video|audio|style|base|template|noscript|math|marquee)\b/i,
  /<[^>]*\son\w+\s*=/i,
  /<meta[^>]*http-equiv/i,
];

describe("hostile texts of another server", () => {
  test("run nowhere: as names, titles, warnings, words, options and addresses (row 15)", async () => {
    const reader = await cast.participant("Reader");
    const stretches = Array.from({ length: Math.ceil(hostileTexts.length / 40) }, (_, place) =>
      hostileTexts.slice(place * 40, place * 40 + 40),
    );
    for (const [place, texts] of stretches.entries()) {
      const author = remoteActor(`hostile${place}`, "Group");
      cast.world.set(author.handle, author);
      const { location = "" } = await follow(reader, author.handle);
      for (const text of texts) {
        const labels = [text.slice(0, 400), "plain"];
        const parts = { html: text, text, name: text, summary: text, url: text, ...pollOf(labels) };
        await cast.arrives(postOf({ ...author, name: text }, parts));
      }
      const { status, html, words } = await reader.browser.get(location);
      expect([status, words.match(/Poll ·/g)?.length]).toEqual([200, texts.length]);
      expect(aliveAddress.exec(html)).toBeNull();
      const withoutValues = html.replaceAll(/="[^"]*"/g, '=""');
      for (const pattern of alive) expect(pattern.exec(withoutValues)?.[0]).toBeUndefined();
      expect(/[\u202a-\u202e\u2066-\u2069]/.exec(html)).toBeNull();
    }
  });
});

describe("an end", () => {
  test("comes with leaving: other servers are told, the name stays nobody else's, and all that was said is gone", async () => {
    const leaver = await cast.participant("Zebedee");
    await follow(leaver);
    await cast.arrives(directPostOf(hall, [leaver.uri], said("Dear Zebedee, only for you")));
    const { id } = await newestPost(leaver);
    await leaver.browser.submit("/me/elsewhere", `/me/elsewhere/posts/${id}/replies`, {
      [`text-${id}`]: "my last wish",
    });
    const taken = JSON.parse((await leaver.browser.get("/me/export.json")).html) as { accounts: unknown };
    expect(taken.accounts).toMatchObject({
      elsewhere: [{ handle: "zebedee", name: "Zebedee" }],
      elsewhereContacts: [{ handle: hall.handle, follow: "asked" }],
      elsewhereSaid: [{ text: "my last wish", to: hall.uri }],
      elsewhereMessages: [{ from: hall.uri, html: "<p>Dear Zebedee, only for you</p>" }],
    });
    await leaver.browser.submit("/me/leave", "/me/leave", { sure: "yes" });
    const [farewell] = await cast.published("person-actor-closed");
    expect(farewell).toMatchObject({
      from: leaver.actorId,
      activity: { type: "Delete", actor: leaver.uri, object: leaver.uri },
      to: { kind: "actors", uris: [hall.uri] },
    });
    const actors = cast.capability.actors;
    expect(await actors?.byId(cast.application.read, leaver.actorId)).toMatchObject({ isGone: true, name: "" });
    expect((await cast.browser().get(`/people/${leaver.actorId}`)).status).toBe(404);
    cast.clock.pass({ hours: 3 });
    await cast.pumpClock();
    const kept = await databaseDump(cast.application.read);
    expect(["Zebedee", "my last wish", "only for you"].filter((trace) => kept.includes(trace))).toEqual([]);
    expect(kept).toContain('"zebedee"');
  });
});
