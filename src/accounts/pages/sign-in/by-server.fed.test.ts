import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openAccountCast, type AccountCast } from "../../../../testing/account-cast.ts";
import type { CookieBrowser, Shown } from "../../../../testing/cookie-browser.ts";
import { databaseDump } from "../../../../testing/database-dump.ts";
import { json } from "../../../../testing/foreign-answers.ts";
import { startForeignServer, type ForeignServer } from "../../../../testing/foreign-server.ts";
import { serveSignIn } from "../../../../testing/foreign-sign-in.ts";
import { realLookUp } from "../../../../testing/real-look-up.ts";
import { by } from "../../../../testing/test-application.ts";
import { remoteActorSchema } from "../../../kernel/federation/remote-actors/remote-actors.tables.ts";
import { blockHost } from "../../commands/server/block-host.ts";
import { personByActor } from "../../store/people.read.ts";

const servers: ForeignServer[] = [];
let cast: AccountCast;

beforeAll(async () => {
  const origin = new URL("http://127.0.0.1:3000");
  cast = await openAccountCast({ origin, federation: realLookUp, schema: remoteActorSchema });
});

afterAll(async () => {
  await Promise.all(servers.map((server) => server.stop()));
  await cast.close();
});

/** A foreign server with an account for each name; whoever signs in there is the first. */
async function serverOf(...names: readonly string[]) {
  const server = await startForeignServer({ address: `127.0.0.${30 + servers.length}` });
  servers.push(server);
  const [actor] = names.map((name) => server.addActor(name));
  if (actor === undefined) throw new Error("a server of nobody");
  const account = { username: names[0] ?? "", acct: names[0] ?? "", url: actor.id, uri: actor.id };
  return { server, actor, account, host: new URL(server.origin).host };
}

/** Goes to the person's server, where they say yes. Gives the path under which the browser comes back. */
async function comeBack(browser: CookieBrowser, account: string): Promise<string> {
  const sent = await browser.submit("/sign-in?next=/gatherings/7", "/sign-in/server", { account });
  if (sent.location === undefined) throw new Error(`not sent anywhere: ${sent.words}`);
  const authorised = await fetch(sent.location, { redirect: "manual" });
  const back = new URL(authorised.headers.get("location") ?? "");
  return back.pathname + back.search;
}

async function signIn(browser: CookieBrowser, account: string): Promise<Shown> {
  return browser.get(await comeBack(browser, account));
}

async function isSignedIn(browser: CookieBrowser): Promise<boolean> {
  return (await browser.get("/me")).status === 200;
}

describe("signing in at one's own server", () => {
  test("leads by handle to the server, with PKCE, and back to where one wanted, as that account", async () => {
    const { server, actor, account } = await serverOf("ana");
    const there = serveSignIn(server, { account });
    const browser = cast.browser();
    expect((await signIn(browser, `@${actor.handle}`)).location).toBe("/gatherings/7");
    expect((await browser.get("/me")).words).toContain(`@${actor.handle}`);
    expect(there.clients).toMatchObject([{ scopes: "profile" }]);
    expect(there.visits[0]).toMatchObject({ response_type: "code", code_challenge_method: "S256" });
    expect(there.visits[0]?.["code_challenge"]).toMatch(/^[\w-]{43}$/);
    expect(await personByActor(cast.application.read, actor.id)).toBeDefined();
  });

  test("leads by the server's name alone to whoever signs in there", async () => {
    const { server, actor, account, host } = await serverOf("bo");
    serveSignIn(server, { account });
    const browser = cast.browser();
    expect((await signIn(browser, host)).status).toBe(303);
    expect((await browser.get("/me")).words).toContain(`@${actor.handle}`);
  });

  test("is the same person again the next time", async () => {
    const { server, actor, account } = await serverOf("cy");
    serveSignIn(server, { account });
    await signIn(cast.browser(), `@${actor.handle}`);
    const first = await personByActor(cast.application.read, actor.id);
    await signIn(cast.browser(), `@${actor.handle}`);
    expect(await personByActor(cast.application.read, actor.id)).toBe(first);
  });

  test("registers once for many sign-ins where the server ties codes to whoever asked, and once for each where not", async () => {
    const mastodon = await serverOf("dee");
    const kept = serveSignIn(mastodon.server, { account: mastodon.account });
    const snac = await serverOf("eli");
    const fresh = serveSignIn(snac.server, { account: snac.account, hasMetadata: false });
    for (let time = 0; time < 3; time++) {
      expect((await signIn(cast.browser(), mastodon.host)).status).toBe(303);
      expect((await signIn(cast.browser(), snac.host)).status).toBe(303);
    }
    expect(kept.clients).toHaveLength(1);
    expect(fresh.clients).toHaveLength(3);
    expect(fresh.clients[0]?.scopes).toBe("read:accounts");
    cast.clock.pass({ hours: 13 });
    await signIn(cast.browser(), mastodon.host);
    expect(kept.clients).toHaveLength(2);
  });

  test("keeps neither state nor client secret nor token in the clear (row 42)", async () => {
    const { server, account, host } = await serverOf("fay");
    const there = serveSignIn(server, { account });
    const browser = cast.browser();
    await comeBack(browser, host);
    const kept = await databaseDump(cast.application.read);
    expect(kept).toContain(there.clients[0]?.id);
    expect(kept).not.toContain(there.clients[0]?.secret);
    expect(kept).not.toContain(there.visits[0]?.["state"]);
    expect(JSON.stringify(cast.events)).not.toContain(there.clients[0]?.secret);
  });

  test("says what is wrong beside the field when nothing can be reached or understood", async () => {
    const browser = cast.browser();
    const typo = await browser.submit("/sign-in", "/sign-in/server", { account: "ana at social" });
    expect([typo.status, typo.words.includes("Write a handle such as")]).toEqual([422, true]);
    expect(typo.html).toContain('value="ana at social"');
    const away = await browser.submit("/sign-in", "/sign-in/server", { account: "127.0.0.99:9" });
    expect(away.words).toContain("127.0.0.99:9 does not answer right now");
    const { host } = await serverOf("gus");
    const unlike = await browser.submit("/sign-in", "/sign-in/server", { account: host });
    expect(unlike.words).toContain(`${host} offers no sign-in that this server understands`);
  });

  test("ends with a word and another try when somebody says no at home", async () => {
    const { host } = await serverOf("hal");
    const back = await cast.browser().get(`/sign-in/from/${host}?error=access_denied&state=x`);
    expect(back.words).toContain(`${host} did not confirm who you are, or you said no there`);
  });
});

describe("a rogue server (row 18)", () => {
  test("that answers with somebody else's account is refused", async () => {
    const victim = await serverOf("ida");
    const rogue = await serverOf("ida");
    serveSignIn(rogue.server, { account: victim.account });
    const browser = cast.browser();
    const back = await signIn(browser, rogue.host);
    expect(back.words).toContain(`${rogue.host} spoke of an account that is not its own`);
    expect(await isSignedIn(browser)).toBe(false);
    expect(await personByActor(cast.application.read, victim.actor.id)).toBeUndefined();
  });

  test("whose own page claims to be somebody else's actor is refused", async () => {
    const victim = await serverOf("jo");
    const rogue = await serverOf("jo");
    const page = `${rogue.server.origin}/@jo`;
    rogue.server.serve("/@jo", json(victim.actor.document));
    serveSignIn(rogue.server, { account: { username: "jo", acct: "jo", url: page, uri: page } });
    const browser = cast.browser();
    expect((await signIn(browser, rogue.host)).words).toContain("spoke of an account that is not its own");
    expect(await isSignedIn(browser)).toBe(false);
  });

  test("that calls its own account by another's name at WebFinger is refused", async () => {
    const rogue = await serverOf("kim", "lou");
    serveSignIn(rogue.server, { account: { ...rogue.account, username: "lou" } });
    const browser = cast.browser();
    expect((await signIn(browser, rogue.host)).words).toContain("spoke of an account that is not its own");
  });

  test("whose metadata lead to another server is used for nothing", async () => {
    const victim = await serverOf("may");
    const rogue = await serverOf("may");
    serveSignIn(victim.server, { account: victim.account });
    serveSignIn(rogue.server, { account: rogue.account });
    const stolen = { issuer: rogue.server.origin, authorization_endpoint: `${victim.server.origin}/oauth/authorize` };
    const token = { token_endpoint: `${rogue.server.origin}/oauth/token` };
    rogue.server.serve("/.well-known/oauth-authorization-server", json({ ...stolen, ...token }, "application/json"));
    const sent = await cast.browser().submit("/sign-in", "/sign-in/server", { account: rogue.host });
    expect(sent.words).toContain("offers no sign-in that this server understands");
  });

  test("that sends its answer to the return address of another server is refused (mix-up)", async () => {
    const victim = await serverOf("nan");
    const rogue = await serverOf("nan");
    serveSignIn(victim.server, { account: victim.account });
    serveSignIn(rogue.server, { account: rogue.account });
    const browser = cast.browser();
    const back = await comeBack(browser, rogue.host);
    const swapped = await browser.get(back.replace(rogue.host, victim.host));
    expect(swapped.words).toContain("begun elsewhere, or too long ago");
    expect(await isSignedIn(browser)).toBe(false);
  });

  test("that names another issuer in its answer is refused (RFC 9207)", async () => {
    const { server, account, host } = await serverOf("oz");
    serveSignIn(server, { account });
    const browser = cast.browser();
    const back = await comeBack(browser, host);
    const mixed = await browser.get(`${back}&iss=${encodeURIComponent("https://social.example")}`);
    expect(mixed.words).toContain("begun elsewhere, or too long ago");
  });
});

describe("an answer that was not asked for (row 18)", () => {
  test("in another browser is refused, and worth nothing in the first one either", async () => {
    const { server, account, host } = await serverOf("pat");
    serveSignIn(server, { account });
    const browser = cast.browser();
    const back = await comeBack(browser, host);
    const other = cast.browser();
    await other.get("/sign-in");
    expect((await other.get(back)).words).toContain("begun elsewhere, or too long ago");
    expect((await browser.get(back)).words).toContain("begun elsewhere, or too long ago");
    expect([await isSignedIn(browser), await isSignedIn(other)]).toEqual([false, false]);
  });

  test("is refused without its state, with a made-up one, a second time, or after a quarter of an hour", async () => {
    const { server, account, host } = await serverOf("quin");
    serveSignIn(server, { account });
    const browser = cast.browser();
    const back = new URL(await comeBack(browser, host), "http://any.example");
    const code = back.searchParams.get("code") ?? "";
    for (const query of [`code=${code}`, `code=${code}&state=made-up`]) {
      expect((await browser.get(`${back.pathname}?${query}`)).words).toContain("begun elsewhere, or too long ago");
    }
    expect((await browser.get(back.pathname + back.search)).status).toBe(303);
    await browser.submit("/me", "/sign-out");
    expect((await browser.get(back.pathname + back.search)).words).toContain("begun elsewhere, or too long ago");
    const late = await comeBack(browser, host);
    cast.clock.pass({ minutes: 15 });
    expect((await browser.get(late)).words).toContain("begun elsewhere, or too long ago");
  });

  test("with somebody else's code gives nothing, since the verifier fits another", async () => {
    const { server, account, host } = await serverOf("ros");
    serveSignIn(server, { account });
    const victim = await comeBack(cast.browser(), host);
    const stolen = new URL(victim, "http://any.example").searchParams.get("code") ?? "";
    const thief = cast.browser();
    const own = await comeBack(thief, host);
    const injected = own.replace(/code=[^&]+/, `code=${stolen}`);
    expect((await thief.get(injected)).words).toContain("did not confirm who you are");
    expect(await isSignedIn(thief)).toBe(false);
  });
});

test("nobody is sent to a blocked server, and a network address is sent to servers thirty times an hour", async () => {
  const { server, account, host } = await serverOf("sue");
  serveSignIn(server, { account });
  const blocked = { host: "blocked.example", severity: "suspend", reason: "spam" };
  await cast.application.execute(blockHost, blocked, by({ kind: "server" }));
  const refused = await cast.browser().submit("/sign-in", "/sign-in/server", { account: "@a@under.blocked.example" });
  expect(refused.words).toContain("has nothing to do with the server of that account");
  cast.clock.pass({ hours: 2 });
  const statuses = [];
  for (let time = 0; time < 31; time++) {
    const sent = await cast.browser("198.51.100.9").submit("/sign-in", "/sign-in/server", { account: host });
    statuses.push(sent.status);
  }
  expect(statuses.filter((status) => status === 303)).toHaveLength(30);
  expect(statuses.at(-1)).toBe(429);
});
