import { afterAll, beforeAll, expect, test } from "vitest";
import { openAccountCast, type AccountCast } from "../../../../testing/account-cast.ts";
import type { CookieBrowser } from "../../../../testing/cookie-browser.ts";
import { databaseDump } from "../../../../testing/database-dump.ts";
import { by } from "../../../../testing/test-application.ts";
import type { ReceivedActivity, RemoteActor } from "../../../kernel/federation/received.ts";
import { liveCode } from "./live-code.ts";
import { blockHost } from "../../commands/server/block-host.ts";
import { suspendPerson } from "../../commands/server/suspend-person.ts";
import { codeInMessage } from "../../federation/inbox.ts";
import { personByActor } from "../../store/people.read.ts";

let cast: AccountCast;

beforeAll(async () => {
  cast = await openAccountCast();
});
afterAll(() => cast.close());

const ana = actor("ana", "social.example");

function actor(name: string, host: string): RemoteActor {
  const uri = `https://${host}/users/${name}`;
  const inboxes = { inbox: `${uri}/inbox`, sharedInbox: undefined, followers: undefined, keyChangedAt: undefined };
  const about = { handle: `@${name}@${host}`, host, name: name.toUpperCase(), url: uri, type: "Person" };
  return { uri, ...about, ...inboxes, alsoKnownAs: [], movedTo: undefined };
}

let messages = 0;

function message(from: RemoteActor, text: string, to = "https://gather.example/actors/server"): ReceivedActivity {
  messages += 1;
  const id = `${from.uri}/notes/${messages}`;
  const object = { id, type: "Note", attributedTo: from.uri, text, audience: [to], isPublic: false };
  const unsaid = {
    inReplyTo: undefined,
    name: undefined,
    published: undefined,
    language: undefined,
    html: undefined,
    summary: undefined,
    url: undefined,
    poll: undefined,
  };
  const none = { inner: undefined, target: undefined, movedTo: undefined, objects: [], text: undefined };
  const rest = { ...none, receivedAt: cast.clock.now() };
  return { id: `${id}/activity`, type: "Create", actor: from, objectId: id, object: { ...object, ...unsaid }, ...rest };
}

/** What the server's inbox does with a message. */
async function arrives(activity: ReceivedActivity): Promise<string | undefined> {
  const { application } = cast;
  const reading = { read: application.read, origin: application.origin };
  const recognised = await codeInMessage.recognise(activity, reading);
  if (recognised === undefined) return undefined;
  const by = { actor: { kind: "visitor" }, origin: { from: "federated", key: activity.id } } as const;
  const answer = await application.execute(recognised.command, recognised.input, by);
  return (await codeInMessage.reply?.(activity, answer, reading))?.key;
}

async function codeShownTo(browser: CookieBrowser): Promise<string> {
  await browser.submit("/sign-in?next=/gatherings/7", "/sign-in/code");
  const page = await browser.get("/sign-in/code");
  const code = /<code[^>]*>([A-Z0-9-]+)<\/code>/.exec(page.html)?.[1];
  if (code === undefined) throw new Error(`no code on the page: ${page.words}`);
  expect(page.words).toContain("@koinon@gather.example");
  return code;
}

test("whoever sends the code from their account is signed in, in the browser that shows it", async () => {
  const browser = cast.browser();
  const code = await codeShownTo(browser);
  expect(await arrives(message(ana, `Hello, here it is: ${code.toLowerCase()}`))).toBe("accounts.code-reply.claimed");
  const page = await browser.get("/sign-in/code");
  expect(page.words).toContain("@ana@social.example");
  const done = await browser.submit("/sign-in/code", "/sign-in/code/arrival");
  expect(done.location).toBe("/gatherings/7");
  expect((await browser.get("/me")).words).toContain("@ana@social.example");
});

test("the page shows the same code again when it is loaded again, and another one to another browser", async () => {
  const browser = cast.browser();
  const code = await codeShownTo(browser);
  expect((await browser.get("/sign-in/code")).html).toContain(code);
  expect(await codeShownTo(cast.browser())).not.toBe(code);
});

test("another browser that knows the code gets nowhere by it", async () => {
  const browser = cast.browser();
  await arrives(message(ana, await codeShownTo(browser)));
  const other = cast.browser();
  const shown = await codeShownTo(other);
  const page = await other.get("/sign-in/code");
  const sent = await other.post("/sign-in/code/arrival", other.formOn(await other.get("/sign-in"), "/sign-in/code"));
  expect(page.html).toContain(shown);
  expect(page.words).not.toContain("@ana@social.example");
  expect(sent.status).toBe(422);
});

test("a code counts for the first who sends it, once, and not after ten minutes", async () => {
  const browser = cast.browser();
  const code = await codeShownTo(browser);
  await arrives(message(ana, code));
  expect(await arrives(message(actor("mallory", "evil.example"), code))).toBe("accounts.code-reply.unknown");
  expect((await browser.get("/sign-in/code")).words).toContain("@ana@social.example");
  const late = await codeShownTo(cast.browser());
  cast.clock.pass({ minutes: 10 });
  expect(await arrives(message(ana, late))).toBe("accounts.code-reply.unknown");
});

test("a code that came is worth nothing ten minutes after it was shown", async () => {
  const browser = cast.browser();
  await arrives(message(ana, await codeShownTo(browser)));
  const form = browser.formOn(await browser.get("/sign-in/code"), "/sign-in/code/arrival");
  cast.clock.pass({ minutes: 10 });
  expect((await browser.post("/sign-in/code/arrival", form)).words).toContain("has not arrived, or no longer counts");
});

test("somebody whose server is blocked meanwhile, or who is suspended, is not let in by a code that came (row 29)", async () => {
  const blocked = { host: "spam.example", severity: "suspend", reason: "spam" };
  const browser = cast.browser();
  await arrives(message(actor("eli", "mail.spam.example"), await codeShownTo(browser)));
  const form = browser.formOn(await browser.get("/sign-in/code"), "/sign-in/code/arrival");
  await cast.application.execute(blockHost, blocked, by({ kind: "server" }));
  const refused = await browser.post("/sign-in/code/arrival", form);
  expect([refused.status, (await browser.get("/me")).status]).toEqual([422, 303]);

  const [first, second] = [cast.browser(), cast.browser()];
  await arrives(message(actor("fay", "social.example"), await codeShownTo(first)));
  await first.submit("/sign-in/code", "/sign-in/code/arrival");
  const personId = await personByActor(cast.application.read, "https://social.example/users/fay");
  await cast.application.execute(suspendPerson, { personId, reason: "spam" }, by({ kind: "server" }));
  await arrives(message(actor("fay", "social.example"), await codeShownTo(second)));
  await second.submit("/sign-in/code", "/sign-in/code/arrival");
  expect([(await first.get("/me")).status, (await second.get("/me")).status]).toEqual([303, 303]);
});

test("the same message delivered twice claims once and is answered the same", async () => {
  const code = await codeShownTo(cast.browser());
  const sent = message(ana, code);
  expect(await arrives(sent)).toBe("accounts.code-reply.claimed");
  expect(await arrives(sent)).toBe("accounts.code-reply.claimed");
});

test("a message to another actor, or without a code, is not recognised", async () => {
  const code = await codeShownTo(cast.browser());
  expect(await arrives(message(ana, code, "https://gather.example/actors/some-gathering"))).toBeUndefined();
  expect(await arrives(message(ana, "count me in"))).toBeUndefined();
});

test("words that somebody else is said to have written are nobody's", async () => {
  const code = await codeShownTo(cast.browser());
  const forged = message(actor("mallory", "evil.example"), code);
  const object = forged.object === undefined ? undefined : { ...forged.object, attributedTo: ana.uri };
  expect(await arrives({ ...forged, object })).toBeUndefined();
});

test("somebody who guesses is stopped after ten codes in an hour, and a host after two hundred", async () => {
  cast.clock.pass({ hours: 2 });
  const guesser = actor("guesser", "guess.example");
  for (let time = 0; time < 10; time++) {
    expect(await arrives(message(guesser, "BCDF-GHJK"))).toBe("accounts.code-reply.unknown");
  }
  expect(await arrives(message(guesser, "BCDF-GHJK"))).toBe("accounts.code-reply.too-many");
  for (let account = 0; account < 190; account++)
    await arrives(message(actor(`g${account}`, "guess.example"), "BCDF-GHJK"));
  expect(await arrives(message(actor("another", "guess.example"), "BCDF-GHJK"))).toBe("accounts.code-reply.too-many");
  expect(await arrives(message(ana, await codeShownTo(cast.browser())))).toBe("accounts.code-reply.claimed");
});

test("the open page hears of the arrival of its own code, and of no other", async () => {
  const [browser, other] = [cast.browser(), cast.browser()];
  const code = await codeShownTo(browser);
  await codeShownTo(other);
  const topicOf = async (page: CookieBrowser) =>
    /\/live\?topic=sign-in-code:([0-9a-f]{64})/.exec((await page.get("/sign-in/code")).html)?.[1];
  const [mine, theirs] = [await topicOf(browser), await topicOf(other)];
  await arrives(message(ana, code));
  const event = cast.events.findLast(({ name }) => liveCode.events.includes(name));
  expect(event === undefined ? [] : liveCode.touched(event)).toEqual([mine]);
  expect(mine).not.toBe(theirs);
});

test("neither the code nor the secret of the browser is kept anywhere", async () => {
  const browser = cast.browser();
  const code = await codeShownTo(browser);
  const kept = await databaseDump(cast.application.read);
  const [visitor] = [...browser.cookies.values()];
  expect(visitor).toHaveLength(24);
  expect(kept).not.toContain(visitor);
  expect(kept).not.toContain(code);
});
