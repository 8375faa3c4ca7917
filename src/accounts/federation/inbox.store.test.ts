import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openTestApplication, by, type TestApplication } from "../../../testing/test-application.ts";
import type { ReceivedActivity, Recogniser, RemoteActor } from "../../kernel/federation/received.ts";
import { noticeSchema, noticeTables } from "../../kernel/notifications/notices.tables.ts";
import { meetRemoteActor } from "../commands/people/meet-remote-actor.ts";
import { accountsSchema } from "../store/accounts-schema.ts";
import { contactOf } from "../store/contacts.read.ts";
import { describePerson, personByActor, standingOf } from "../store/people.read.ts";
import { changedActor, deletedActor, movedActor, stopOfEverything, stopOfNews } from "./inbox.ts";

let koinon: TestApplication;
let acts = 0;

beforeAll(async () => {
  koinon = await openTestApplication({ schema: [...accountsSchema, ...noticeSchema] });
});
afterAll(() => koinon.close());

function actor(name: string, host = "social.example"): RemoteActor {
  const uri = `https://${host}/users/${name}`;
  const about = { handle: `@${name}@${host}`, host, name, url: uri, type: "Person", alsoKnownAs: [] };
  const unsaid = { sharedInbox: undefined, followers: undefined, movedTo: undefined, keyChangedAt: undefined };
  return { uri, ...about, inbox: `${uri}/inbox`, ...unsaid };
}

function activity(type: string, from: RemoteActor, said: Partial<ReceivedActivity> = {}): ReceivedActivity {
  acts += 1;
  const nothing = { objectId: undefined, object: undefined, inner: undefined, target: undefined, movedTo: undefined };
  const id = `${from.uri}/activities/${acts}`;
  return { id, type, actor: from, ...nothing, objects: [], text: undefined, receivedAt: koinon.clock.now(), ...said };
}

function message(from: RemoteActor, text: string, isPublic = false): ReceivedActivity {
  acts += 1;
  const id = `${from.uri}/notes/${acts}`;
  const shown = { html: undefined, summary: undefined, url: undefined, poll: undefined };
  const rest = { ...shown, inReplyTo: undefined, name: undefined, published: undefined, language: undefined };
  const audience = ["https://gather.example/actors/hall"];
  const object = { id, type: "Note", attributedTo: from.uri, text, audience, isPublic, ...rest };
  return activity("Create", from, { objectId: id, object });
}

async function meet(met: RemoteActor): Promise<string> {
  const result = await koinon.application.execute(meetRemoteActor, met, by({ kind: "visitor" }));
  return result.ok ? result.value.personId : "";
}

/** What the inbox does with an activity; gives the key of the answer, or undefined where nobody recognised it. */
async function arrives(recogniser: Recogniser, arrived: ReceivedActivity): Promise<string | undefined> {
  const { application } = koinon;
  const reading = { read: application.read, origin: application.origin };
  const recognised = await recogniser.recognise(arrived, reading);
  if (recognised === undefined) return undefined;
  const from = { actor: { kind: "visitor" }, origin: { from: "federated", key: arrived.id } } as const;
  const answer = await application.execute(recognised.command, recognised.input, from);
  return (await recogniser.reply?.(arrived, answer, reading))?.key ?? "acted";
}

describe("an account elsewhere", () => {
  test("that says something new of itself is shown by it, unless its person chose a name", async () => {
    const ana = actor("ana");
    const personId = await meet(ana);
    const renamed = { ...ana, name: "Ana of the well" };
    expect(await arrives(changedActor, activity("Update", renamed, { objectId: ana.uri }))).toBe("acted");
    expect((await describePerson(koinon.application.read, personId))?.name).toBe("Ana of the well");
    expect(
      await arrives(changedActor, activity("Update", renamed, { objectId: `${ana.uri}/notes/1` })),
    ).toBeUndefined();
    const stranger = actor("stranger");
    expect(await arrives(changedActor, activity("Update", stranger, { objectId: stranger.uri }))).toBeUndefined();
  });

  test("that was deleted at home is a former member here, and nobody can delete another's", async () => {
    const [bo, mallory] = [actor("bo"), actor("mallory", "evil.example")];
    const personId = await meet(bo);
    await meet(mallory);
    const deleted = deletedActor([]);
    expect(await arrives(deleted, activity("Delete", mallory, { objectId: bo.uri }))).toBeUndefined();
    expect(await standingOf(koinon.application.read, personId)).toBe("active");
    expect(await arrives(deleted, activity("Delete", bo, { objectId: bo.uri }))).toBe("acted");
    expect(await standingOf(koinon.application.read, personId)).toBe("left");
    expect(await personByActor(koinon.application.read, bo.uri)).toBeUndefined();
  });

  test("that moved is the same person, once both accounts have said so", async () => {
    const [old, now] = [actor("cy"), actor("cy", "new.example")];
    const personId = await meet(old);
    const moved = movedActor([]);
    const unproven = activity("Move", old, { objectId: old.uri, target: now.uri });
    expect(await arrives(moved, unproven)).toBeUndefined();
    expect(await arrives(moved, { ...unproven, movedTo: now })).toBe("acted");
    expect(await personByActor(koinon.application.read, now.uri)).toBe(personId);
  });
});

describe("STOP in a direct message", () => {
  const ways = async (personId: string) => (await contactOf(koinon.application.read, personId))?.ways;

  test("ends all messages of somebody who was told nothing there, until START", async () => {
    const dee = actor("dee");
    const personId = await meet(dee);
    expect(await arrives(stopOfEverything, message(dee, "Stop!"))).toBe("accounts.stop-reply");
    expect(new Set(Object.values((await ways(personId)) ?? {}))).toEqual(new Set(["none"]));
    expect(await arrives(stopOfEverything, message(dee, "start"))).toBe("accounts.start-reply");
    expect(new Set(Object.values((await ways(personId)) ?? {}))).toEqual(new Set(["fediverse"]));
  });

  test("in answer to news ends that kind of news alone", async () => {
    const eli = actor("eli");
    const personId = await meet(eli);
    await told(personId, eli, "reminders");
    expect(await arrives(stopOfNews, message(eli, "STOP"))).toBe("kernel.notice.stopped");
    expect(await ways(personId)).toMatchObject({ reminders: "none", replies: "fediverse" });
    expect(await arrives(stopOfNews, message(eli, "START"))).toBe("kernel.notice.started");
    expect(await ways(personId)).toMatchObject({ reminders: "fediverse" });
  });

  test("is not recognised in a sentence, in public, or from somebody nobody knows", async () => {
    const fay = actor("fay");
    await meet(fay);
    expect(await arrives(stopOfEverything, message(fay, "stop by at my place"))).toBeUndefined();
    expect(await arrives(stopOfEverything, message(fay, "stop", true))).toBeUndefined();
    expect(await arrives(stopOfEverything, message(actor("nobody"), "stop"))).toBeUndefined();
  });
});

/** Somebody was told something by a local actor. */
async function told(personId: string, by: RemoteActor, kind: string): Promise<void> {
  const text = { matter: "m", kind, sender: "hall", message_key: "k", message_values: "{}", way: "fediverse" };
  const none = { path: null, language: null, in_reply_to: null, until: null, settled_at: null, reason: null };
  const row = {
    id: "n1",
    recipient: personId,
    is_to_actor: 0,
    is_urgent: 0,
    state: "sent",
    due_at: 0,
    created_at: 0,
  } as const;
  await koinon.application.database.write(async (transaction) => {
    await noticeTables(transaction)
      .insertInto("notices")
      .values({ ...row, ...text, ...none, sent_to: by.uri })
      .execute();
  });
}
