import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  activityOf,
  directPostOf,
  hall,
  openElsewhereCast,
  pollOf,
  postOf,
  remoteActor,
  type ElsewhereCast,
  type Participant,
} from "../../../../testing/elsewhere-cast.ts";
import { byPerson } from "../../../../testing/test-application.ts";
import { valueOf } from "../../../../testing/community-cast.ts";
import type { RemoteActor } from "../../../kernel/federation/received.ts";
import { followActor } from "../../commands/elsewhere/follow-actor.ts";
import { shutOut } from "../../commands/elsewhere/shut-out.ts";
import { answerPoll } from "../../commands/elsewhere/answer-poll.ts";
import { contactByUri, contactsOf } from "../../store/elsewhere/contacts.read.ts";
import { postsFor } from "../../store/elsewhere/posts.read.ts";
import { personByActor } from "../../store/people.read.ts";

let cast: ElsewhereCast;
let ana: Participant;
let ben: Participant;

beforeAll(async () => {
  cast = await openElsewhereCast();
  ana = await cast.participant("Ana");
  ben = await cast.participant("Ben");
});
afterAll(() => cast.close());

const read = () => cast.application.read;
const heardBy = async ({ actorId }: Participant) => (await postsFor(read(), actorId, { most: 500 })).map(words);
const words = ({ html }: { readonly html: string }) => html.replace(/<[^>]+>/g, "");
const said = (text: string) => ({ html: `<p>${text}</p>`, text });

async function follow(person: Participant, actor: RemoteActor): Promise<string> {
  return valueOf(await cast.application.execute(followActor, actor, byPerson(person.personId))).contactId;
}

async function stateOf(person: Participant, actor: RemoteActor) {
  return (await contactByUri(read(), person.actorId, actor.uri))?.follow;
}

describe("what comes from an actor that somebody follows", () => {
  test("is theirs to read, and nobody else's; nobody is made a person here for it", async () => {
    await follow(ana, hall);
    expect(await cast.arrives(postOf(hall, said("We meet")))).toBe("accounts/hearing-elsewhere");
    expect(await heardBy(ana)).toContain("We meet");
    expect(await heardBy(ben)).toEqual([]);
    expect(await personByActor(read(), hall.uri)).toBeUndefined();
  });

  test("is not even kept when nobody follows it and it names nobody here", async () => {
    expect(await cast.arrives(postOf(remoteActor("stage", "Group"), said("Unheard")))).toBeUndefined();
  });

  test("is for its followers alone, where it says so, and only since they follow it", async () => {
    const attic = remoteActor("attic", "Group");
    await follow(ana, attic);
    const early = postOf(attic, { ...said("Before Ben"), isPublic: false, audience: [attic.followers ?? ""] });
    expect(await cast.arrives(early)).toBe("accounts/hearing-elsewhere");
    cast.clock.pass({ minutes: 1 });
    await follow(ben, attic);
    await cast.arrives(postOf(attic, { ...said("To all"), isPublic: false, audience: [attic.followers ?? ""] }));
    expect(await heardBy(ana)).toEqual(expect.arrayContaining(["Before Ben", "To all"]));
    expect(await heardBy(ben)).toEqual(["To all"]);
  });

  test("reaches the one it names alone when it names one alone, whoever else follows", async () => {
    await follow(ben, hall);
    await cast.arrives(directPostOf(hall, [ana.uri], said("Only for Ana")));
    expect(await heardBy(ana)).toContain("Only for Ana");
    expect(await heardBy(ben)).not.toContain("Only for Ana");
    const [newest] = await postsFor(read(), ana.actorId, { most: 1 });
    expect(newest?.isDirect).toBe(true);
  });

  test("comes once, however often and at whichever inbox it arrives", async () => {
    const post = postOf(hall, said("Twice sent"));
    await cast.arrives(post);
    await cast.arrives({ ...post, id: `${post.id}/again` });
    expect((await heardBy(ana)).filter((text) => text === "Twice sent")).toHaveLength(1);
  });

  test("is pointed to, not repeated, where it passes on another's post; taking the boost back removes it", async () => {
    const boost = activityOf(hall, "Announce", { objectId: "https://other.example/notes/7" });
    await cast.arrives(boost);
    const [shared] = await postsFor(read(), ana.actorId, { most: 1 });
    expect(shared).toMatchObject({ kind: "share", url: "https://other.example/notes/7", html: "" });
    await cast.arrives(
      activityOf(hall, "Undo", { objectId: boost.id, inner: { type: "Announce", id: boost.id, objectId: "" } }),
    );
    expect((await postsFor(read(), ana.actorId, { most: 1 }))[0]?.id).not.toBe(shared?.id);
  });
});

describe("a post that changes", () => {
  test("is changed by its author alone", async () => {
    const post = postOf(hall, said("First words"));
    await cast.arrives(post);
    const thief = remoteActor("thief", "Group");
    await follow(ana, thief);
    const id = post.objectId;
    await cast.arrives(postOf(thief, { ...said("Stolen words"), id }, "Update"));
    await cast.arrives(postOf(thief, { ...said("Stolen by Create"), id }));
    await cast.arrives(activityOf(thief, "Delete", { objectId: id }));
    expect(await heardBy(ana)).toContain("First words");
    await cast.arrives(postOf(hall, { ...said("Second words"), id }, "Update"));
    expect(await heardBy(ana)).toContain("Second words");
    await cast.arrives(activityOf(hall, "Delete", { objectId: id }));
    expect(await heardBy(ana)).not.toContain("Second words");
  });

  test("is shown to nobody more because another account of its server names it (row 26)", async () => {
    const secret = directPostOf(hall, [ana.uri], said("For Ana’s eyes"));
    await cast.arrives(secret);
    await cast.arrives(directPostOf(remoteActor("gossip"), [ben.uri], { ...said("Look"), id: secret.objectId }));
    expect(await heardBy(ana)).toContain("For Ana’s eyes");
    expect(await heardBy(ben)).not.toContain("For Ana’s eyes");
  });

  test("keeps an answer to a poll when it tells new counts, and forgets it when it offers something else", async () => {
    const poll = postOf(hall, { ...said("When?"), ...pollOf(["Mon", "Tue"]) });
    await cast.arrives(poll);
    const [post] = await postsFor(read(), ana.actorId, { most: 1 });
    const answer = { postId: post?.id ?? "", options: ["1"] };
    valueOf(await cast.application.execute(answerPoll, answer, byPerson(ana.personId)));
    const change = (labels: readonly string[], voters: number) =>
      cast.arrives(postOf(hall, { ...said("When?"), ...pollOf(labels, { voters }), id: poll.objectId }, "Update"));
    await change(["Mon", "Tue"], 5);
    const [counted] = await postsFor(read(), ana.actorId, { most: 1 });
    expect(counted).toMatchObject({ poll: { voters: 5 }, answer: { labels: ["Tue"] }, editedAt: undefined });
    await change(["Mon", "Wed"], 0);
    expect((await postsFor(read(), ana.actorId, { most: 1 }))[0]?.answer).toBeUndefined();
  });
});

describe("a message from somebody unknown", () => {
  test("is heard, and they can be answered; STOP to a person is a word to that person, not to the server", async () => {
    const eve = remoteActor("eve");
    expect(await cast.arrives(directPostOf(eve, [ben.uri], said("STOP")))).toBe("accounts/hearing-elsewhere");
    expect(await heardBy(ben)).toContain("STOP");
    expect((await contactsOf(read(), ben.actorId)).map(({ handle }) => handle)).toContain(eve.handle);
  });

  test("is heard no more once they are shut out", async () => {
    const pest = remoteActor("pest");
    await cast.arrives(directPostOf(pest, [ben.uri], said("Buy this")));
    const contact = await contactByUri(read(), ben.actorId, pest.uri);
    valueOf(await cast.application.execute(shutOut, { contactId: contact?.id ?? "" }, byPerson(ben.personId)));
    await cast.arrives(directPostOf(pest, [ben.uri], said("And this")));
    expect((await heardBy(ben)).filter((text) => /this/.test(text))).toEqual([]);
  });

  test("is not heard when too many come from one host within an hour (row 32)", async () => {
    const many = Array.from({ length: 70 }, (_, place) => remoteActor(`bot${place}`, "Person", "spam.example"));
    for (const bot of many) await cast.arrives(directPostOf(bot, [ana.uri], said(`spam ${bot.name}`)));
    expect((await heardBy(ana)).filter((text) => text.startsWith("spam"))).toHaveLength(60);
    cast.clock.pass({ minutes: 61 });
    await cast.arrives(directPostOf(remoteActor("late", "Person", "spam.example"), [ana.uri], said("spam again")));
    expect(await heardBy(ana)).toContain("spam again");
  });

  test("that is a vote in somebody's poll is no message", async () => {
    const vote = { name: "Yes", text: undefined, html: undefined, inReplyTo: `${ana.uri}/polls/1` };
    expect(await cast.arrives(directPostOf(remoteActor("voter"), [ana.uri], vote))).toBeUndefined();
  });
});

describe("the answer to a Follow", () => {
  const answers = (type: string, by: RemoteActor, followId: string | undefined) =>
    cast.arrives(
      activityOf(by, type, {
        objectId: `https://gather.example/activities/follows/${followId}`,
        inner: { type: "Follow", id: `https://gather.example/activities/follows/${followId}`, objectId: by.uri },
      }),
    );

  test("counts when the one who was asked gives it, and can be taken back by them", async () => {
    const club = remoteActor("club", "Group");
    await follow(ana, club);
    expect(await stateOf(ana, club)).toBe("asked");
    const { followId } = (await contactByUri(read(), ana.actorId, club.uri)) ?? {};
    await answers("Accept", remoteActor("forger", "Group"), followId);
    expect(await stateOf(ana, club)).toBe("asked");
    await answers("Accept", club, followId);
    expect(await stateOf(ana, club)).toBe("accepted");
    await answers("Reject", club, followId);
    expect(await stateOf(ana, club)).toBe("refused");
    await cast.arrives(postOf(club, said("Members only")));
    expect(await heardBy(ana)).not.toContain("Members only");
  });

  test("is no for whoever wants to follow one of our people", async () => {
    const fan = remoteActor("fan");
    const asked = activityOf(fan, "Follow", { objectId: ana.uri });
    expect(await cast.arrives(asked)).toBe("accounts/declining-followers");
    const [outgoing] = await cast.published("follower-declined");
    expect(outgoing?.activity).toMatchObject({
      type: "Reject",
      actor: ana.uri,
      object: { id: asked.id, actor: fan.uri },
    });
  });
});

describe("what is kept", () => {
  test("has its bounds: fifty posts of one author that are for all who follow it (row 31)", async () => {
    const chatter = remoteActor("chatter", "Group");
    await follow(ben, chatter);
    for (let place = 0; place < 60; place++) await cast.arrives(postOf(chatter, said(`chat ${place}`)));
    const kept = (await heardBy(ben)).filter((text) => text.startsWith("chat"));
    expect([kept.length, kept[0], kept.at(-1)]).toEqual([50, "chat 59", "chat 10"]);
  });

  test("is gone after half a year, and not much before", async () => {
    const calm = remoteActor("calm", "Group");
    await follow(ben, calm);
    await cast.arrives(postOf(calm, said("To be forgotten")));
    cast.clock.pass({ hours: 24 * 178 });
    await cast.pumpClock();
    expect(await heardBy(ben)).toContain("To be forgotten");
    cast.clock.pass({ hours: 24 * 2 });
    await cast.pumpClock();
    expect(await heardBy(ben)).not.toContain("To be forgotten");
  });

  test("is cut, and cleaned of scripts, before it is kept", async () => {
    const long = `<p>ok</p><script>alert(1)</script><p onclick="alert(1)">${"x".repeat(30_000)}</p>`;
    const [title, summary] = ["<b>T\u202eitle</b>", `<p>${"s".repeat(3_000)}</p>`];
    await cast.arrives(postOf(hall, { html: long, name: title, summary, type: "Event" }));
    const [post] = await postsFor(read(), ana.actorId, { most: 1 });
    expect(post?.html.length).toBeLessThanOrEqual(10_100);
    expect(post?.html).not.toMatch(/script|onclick/);
    expect([post?.title, post?.summary?.length]).toEqual(["<b>Title</b>", 1_000]);
  });

  test("goes with an actor that is gone", async () => {
    const brief = remoteActor("brief", "Group");
    await follow(ana, brief);
    await cast.arrives(postOf(brief, said("Farewell")));
    expect(await cast.arrives(activityOf(brief, "Delete", { objectId: brief.uri }))).toBe(
      "accounts/forgetting-contacts-elsewhere",
    );
    expect(await heardBy(ana)).not.toContain("Farewell");
    expect(await stateOf(ana, brief)).toBeUndefined();
  });
});
