import { createHash } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startForeignServer, type ForeignServer } from "./foreign-server.ts";
import { serveSignIn, type ForeignSignIn } from "./foreign-sign-in.ts";

const redirectUri = "http://127.0.0.1:3000/sign-in/return";
const verifier = "a-verifier-of-more-than-forty-three-characters-long";
const challenge = createHash("sha256").update(verifier).digest("base64url");

let server: ForeignServer;
let signIn: ForeignSignIn;
let account: { readonly username: string; readonly uri: string };

beforeAll(async () => {
  server = await startForeignServer();
  account = { username: "zoe", uri: `${server.origin}/users/zoe` };
  signIn = serveSignIn(server, { account });
});
afterAll(() => server.stop());

const post = (path: string, fields: Record<string, string>) =>
  fetch(`${server.origin}${path}`, { method: "POST", body: new URLSearchParams(fields) });

/** Registers and visits the authorisation page; what the client would know then. */
async function authorized() {
  const registered = await post("/api/v1/apps", {
    client_name: "Koinon",
    redirect_uris: redirectUri,
    scopes: "profile",
  });
  const app = (await registered.json()) as { client_id: string; client_secret: string };
  const query = { client_id: app.client_id, redirect_uri: redirectUri, response_type: "code", state: "s-1" };
  const pkce = { code_challenge: challenge, code_challenge_method: "S256" };
  const page = await fetch(`${server.origin}/oauth/authorize?${new URLSearchParams({ ...query, ...pkce })}`, {
    redirect: "manual",
  });
  const back = new URL(page.headers.get("location") ?? "");
  const grant = {
    grant_type: "authorization_code",
    code: back.searchParams.get("code") ?? "",
    redirect_uri: redirectUri,
  };
  return { back, token: { ...app, ...grant, code_verifier: verifier } };
}

describe("signing in with a strict foreign server", () => {
  it("leads by metadata, registration, code and verifier to the account", async () => {
    const metadata = await fetch(`${server.origin}/.well-known/oauth-authorization-server`);
    expect(await metadata.json()).toMatchObject({ issuer: server.origin, code_challenge_methods_supported: ["S256"] });
    const { back, token } = await authorized();
    expect(back.searchParams.get("state")).toBe("s-1");
    const { access_token } = (await (await post("/oauth/token", token)).json()) as { access_token: string };
    const headers = { authorization: `Bearer ${access_token}` };
    expect(await (await fetch(`${server.origin}/api/v1/accounts/verify_credentials`, { headers })).json()).toEqual(
      account,
    );
    expect(signIn.clients.at(-1)).toMatchObject({ redirectUri, scopes: "profile" });
    expect(signIn.visits.at(-1)).toMatchObject({ code_challenge: challenge });
  });

  it.each([
    ["a wrong verifier", { code_verifier: "guess" }],
    ["a made-up code", { code: "made-up" }],
    ["another redirect", { redirect_uri: "http://elsewhere.example/" }],
    ["a wrong secret", { client_secret: "guess" }],
  ])("gives no token for %s", async (_what, wrong) => {
    const { token } = await authorized();
    const answer = await post("/oauth/token", { ...token, ...wrong });
    expect([answer.status, await answer.json()]).toEqual([400, { error: "invalid_grant" }]);
  });

  it("gives a token for a code only once", async () => {
    const { token } = await authorized();
    expect((await post("/oauth/token", token)).status).toBe(200);
    expect((await post("/oauth/token", token)).status).toBe(400);
  });

  it("redirects nowhere but to the registered address", async () => {
    const { token } = await authorized();
    const query = { client_id: token.client_id, redirect_uri: "http://elsewhere.example/", response_type: "code" };
    expect((await fetch(`${server.origin}/oauth/authorize?${new URLSearchParams(query)}`)).status).toBe(400);
  });

  it("tells a bearer of no token nothing", async () => {
    expect((await fetch(`${server.origin}/api/v1/accounts/verify_credentials`)).status).toBe(401);
  });
});
