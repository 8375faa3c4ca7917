import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ForeignActor } from "./foreign-actor.ts";
import { freshKeys } from "./foreign-actor.ts";
import { startForeignServer, type ForeignServer } from "./foreign-server.ts";
import { sendRequest } from "./http-exchange.ts";
import { verifyCavage } from "./http-signature.ts";
import { authorizeWithoutBrowser, startSnac, type Snac } from "./snac2.ts";

let hill: Snac<"ana" | "ben">;
let valley: Snac<"cleo">;

beforeAll(async () => {
  [hill, valley] = await Promise.all([
    startSnac({ users: ["ana", "ben"] }),
    startSnac({ users: ["cleo"], address: "127.0.0.12" }),
  ]);
});
afterAll(() => Promise.all([hill.stop(), valley.stop()]));

describe("people on two snac2 servers", { timeout: 20_000 }, () => {
  it("follow each other, and posts arrive", async () => {
    const { ana } = hill.users;
    const { cleo } = valley.users;
    await Promise.all([ana.follow(cleo.actorUrl), cleo.follow(ana.actorUrl)]);
    await ana.waitFor("cleo accepts", async () => (await ana.followState(cleo.actorUrl)) === "accepted");
    await cleo.waitFor("ana accepts", async () => (await cleo.followState(ana.actorUrl)) === "accepted");
    expect(await ana.followers()).toEqual([cleo.actorUrl]);

    const id = await ana.post("the well is open");
    const seen = await cleo.waitFor("ana's post is there", () => cleo.object(id));
    expect(seen).toMatchObject({ type: "Note", content: "the well is open<br>", attributedTo: ana.actorUrl });
  });

  it("reply in public and in private", async () => {
    const { ana } = hill.users;
    const { cleo } = valley.users;
    const post = await cleo.post("who brings bread?");
    await ana.waitFor("the question is there", () => ana.object(post));
    const inPublic = await ana.reply(post, "I do");
    const inPrivate = await ana.reply(post, "and cheese, but hush", "mentioned");
    await cleo.waitFor(
      "both replies are there",
      async () => (await cleo.object(inPublic)) && (await cleo.object(inPrivate)),
    );
    expect((await cleo.directMessages()).map(({ id }) => id)).toEqual([inPrivate]);
    await cleo.waitFor("cleo is told of both", async () => {
      const told = (await cleo.notifications()).map(({ objectId }) => objectId);
      return told.includes(inPublic) && told.includes(inPrivate);
    });
  });

  it("write to each other alone, without following", async () => {
    const { ben } = hill.users;
    const { cleo } = valley.users;
    const id = await ben.directMessage(cleo.actorUrl, "code 4711");
    await cleo.waitFor("the message is there", () => cleo.object(id));
    expect((await cleo.directMessages()).at(-1)).toMatchObject({ id, content: "code 4711<br>", to: [cleo.actorUrl] });
  });

  it("vote in a poll, and its author counts the votes", async () => {
    const { ana, ben } = hill.users;
    const { cleo } = valley.users;
    const poll = { options: ["Mon 10:00", "Tue & Wed", "Thü"], isMultiple: true, endsInSeconds: 3600 };
    const id = await cleo.post("which days?", { poll });
    await ana.waitFor("the poll is there", () => ana.object(id));
    await ana.vote(id, ["Thü", "Mon 10:00"]);
    await ben.voteOnPage(id, ["Thü"]);
    await cleo.waitFor("three votes are counted", async () => {
      const counts = Object.values(await cleo.tallies(id));
      return counts.reduce((sum, count) => sum + count, 0) === 3;
    });
    expect(await cleo.tallies(id)).toEqual({ "Mon 10:00": 1, "Tue & Wed": 0, Thü: 2 });
    await expect(ana.vote(id, ["Tue & Wed"])).rejects.toThrow("422");
    await expect(ana.vote(id, ["Friday"])).rejects.toThrow("not Friday");
  });

  it("boost, like, edit, delete and block", async () => {
    const { ana } = hill.users;
    const { cleo } = valley.users;
    const id = await cleo.post("a draft");
    await ana.waitFor("the draft is there", () => ana.object(id));
    await ana.boost(id);
    await ana.like(id);
    await cleo.waitFor("cleo hears of both", async () => {
      const types = (await cleo.notifications()).filter(({ objectId }) => objectId === id).map(({ type }) => type);
      return types.includes("Announce") && types.includes("Like");
    });
    await cleo.edit(id, "the text");
    await ana.waitFor("the edit is there", async () => (await ana.object(id))?.["content"] === "the text<br>");
    await cleo.delete(id);
    await ana.waitFor("the post is gone", async () => (await ana.object(id)) === undefined);

    await ana.block(cleo.actorUrl);
    const unheard = await cleo.directMessage(ana.actorUrl, "can you hear me?");
    const marker = await cleo.directMessage(hill.users.ben.actorUrl, "and you?");
    await hill.users.ben.waitFor("the later message is there", () => hill.users.ben.object(marker));
    expect((await ana.timeline()).map((object) => object.id)).not.toContain(unheard);
  });
});

describe("signing in with snac2", { timeout: 20_000 }, () => {
  const redirectUri = "http://127.0.0.1:3000/sign-in/return";

  type Client = { readonly client_id: string; readonly client_secret: string };

  const post = (path: string, fields: Record<string, string>) => {
    const headers = { "content-type": "application/x-www-form-urlencoded" };
    const body = new URLSearchParams(fields).toString();
    return sendRequest({ method: "POST", url: `${hill.origin}${path}`, headers, body });
  };

  async function register(): Promise<Client> {
    const answered = await post("/api/v1/apps", { client_name: "Koinon", redirect_uris: redirectUri });
    const { client_id, client_secret } = JSON.parse(answered.text) as Client;
    return { client_id, client_secret };
  }

  const authorizeUrl = (clientId: string, state: string) =>
    `${hill.origin}/oauth/authorize?${new URLSearchParams({ client_id: clientId, redirect_uri: redirectUri, response_type: "code", state })}`;

  async function whoseToken(client: Client, code: string): Promise<unknown> {
    const grant = { grant_type: "authorization_code", code, redirect_uri: redirectUri };
    const token = JSON.parse((await post("/oauth/token", { ...grant, ...client })).text) as { access_token: string };
    const headers = { authorization: `Bearer ${token.access_token}` };
    const answered = await sendRequest({ url: `${hill.origin}/api/v1/accounts/verify_credentials`, headers });
    return answered.status === 200 ? JSON.parse(answered.text) : answered.status;
  }

  it("gives a code with the state, and a token that says who it is", async () => {
    const client = await register();
    const { code, state, location } = await authorizeWithoutBrowser(
      hill.users.ana,
      authorizeUrl(client.client_id, "s-1"),
    );
    expect(location.startsWith(`${redirectUri}?code=`)).toBe(true);
    expect(state).toBe("s-1");
    const { actorUrl } = hill.users.ana;
    expect(await whoseToken(client, code)).toMatchObject({
      username: "ana",
      acct: "ana",
      url: actorUrl,
      uri: actorUrl,
    });
  });

  it("lets nobody in by a wrong password or through an unknown client", async () => {
    const client = await register();
    const imposter = { ...hill.users.ana, password: "guess" };
    await expect(authorizeWithoutBrowser(imposter, authorizeUrl(client.client_id, "s"))).rejects.toThrow(
      "did not let ana in",
    );
    await expect(authorizeWithoutBrowser(hill.users.ana, authorizeUrl("0".repeat(32), "s"))).rejects.toThrow(
      "no sign-in form",
    );
  });

  it("gives a token for any code, so that a client shared by two people mixes them up", async () => {
    const client = await register();
    expect(await whoseToken(client, "made-up")).toBe(422);
    const { code } = await authorizeWithoutBrowser(hill.users.ana, authorizeUrl(client.client_id, "s-ana"));
    expect(await whoseToken(client, "made-up")).toMatchObject({ username: "ana" });
    await authorizeWithoutBrowser(hill.users.ben, authorizeUrl(client.client_id, "s-ben"));
    expect(await whoseToken(client, code)).toMatchObject({ username: "ben" });
  });
});

describe("snac2 and a foreign server", { timeout: 20_000 }, () => {
  let foreign: ForeignServer;
  let zoe: ForeignActor;
  beforeAll(async () => {
    foreign = await startForeignServer();
    zoe = foreign.addActor("zoe", { type: "Group" });
  });
  afterAll(() => foreign.stop());

  const follow = (id: string) => ({
    type: "Follow",
    id: `${foreign.origin}/${id}`,
    actor: zoe.id,
    object: hill.users.ben.actorUrl,
  });

  it("snac2's follow arrives, signed with the key of its author", async () => {
    await hill.users.ben.follow(zoe.id);
    const { activity, request } = await foreign.waitForActivity("Follow");
    expect(activity).toMatchObject({ actor: hill.users.ben.actorUrl, object: zoe.id });
    const person = await sendRequest({
      url: hill.users.ben.actorUrl,
      headers: { accept: "application/activity+json" },
    });
    const { publicKey } = JSON.parse(person.text) as { publicKey: { id: string; publicKeyPem: string } };
    expect(verifyCavage(request, publicKey.publicKeyPem)).toEqual({
      keyId: publicKey.id,
      covered: ["(request-target)", "host", "digest", "date"],
      isSignatureValid: true,
      isDigestRight: true,
    });
  });

  it("snac2 takes a signed follow and accepts it", async () => {
    const answered = await foreign.send(zoe, `${hill.origin}/shared-inbox`, follow("follows/1"));
    expect(answered.status).toBe(202);
    const accept = await foreign.waitForActivity("Accept");
    expect(accept.activity).toMatchObject({
      actor: hill.users.ben.actorUrl,
      object: { id: `${foreign.origin}/follows/1` },
    });
    expect(await hill.users.ben.followers()).toContain(zoe.id);
  });

  it("snac2 does not act on a follow signed with another key", async () => {
    const mallory = foreign.addActor("mallory");
    const forged = { ...follow("follows/2"), actor: mallory.id };
    await foreign.send(mallory, `${hill.origin}/shared-inbox`, forged, { privateKey: freshKeys().privateKey });
    await hill.users.ben.waitFor("snac2 noticed", () => hill.log().includes(`bad signature ${mallory.id}`));
    expect(await hill.users.ben.followers()).not.toContain(mallory.id);
  });
});
