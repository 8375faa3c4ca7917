import { createHash, randomBytes } from "node:crypto";
import type { Json } from "../src/kernel/base/canonical-json.ts";
import { json, redirect } from "./foreign-answers.ts";
import type { ForeignServer } from "./foreign-server.ts";
import type { Answer } from "./foreign-answers.ts";
import type { ReceivedRequest } from "./http-exchange.ts";

/** How a foreign server signs people in. */
export type SignInShape = {
  /** What `verify_credentials` says of whoever signs in: an account of this server, or of somebody else's. */
  readonly account: Json;
  /** Whether RFC 8414 metadata is served, as by Mastodon since 4.3; default yes. It announces PKCE by S256 alone. */
  readonly hasMetadata?: boolean;
};

/** What a client did while it signed somebody in. */
export type ForeignSignIn = {
  /** The clients that registered, the oldest first. */
  readonly clients: readonly RegisteredClient[];
  /** The parameters of each visit to the authorisation page. */
  readonly visits: readonly Parameters[];
  /** The parameters of each request for a token, the refused ones too. */
  readonly tokenRequests: readonly Parameters[];
};

/** A client as it registered. */
export type RegisteredClient = {
  readonly id: string;
  readonly secret: string;
  readonly redirectUri: string;
  readonly scopes: string;
};

/** Parameters of a query or a form. */
export type Parameters = { readonly [name: string]: string };

type Grant = {
  readonly client: RegisteredClient;
  readonly redirectUri: string;
  readonly challenge: string | undefined;
};

/**
 * Lets `server` sign people in as Mastodon does: apps register, the authorisation page says yes at once and redirects, and a code
 * gives one token, once.
 *
 * It is strict where snac2 is not: the redirect must be the registered one, the code must be its own, and a PKCE challenge must be
 * met by its verifier; all else is `400 invalid_grant` or `400 invalid_request`.
 */
export function serveSignIn(server: ForeignServer, shape: SignInShape): ForeignSignIn {
  const clients: RegisteredClient[] = [];
  const visits: Parameters[] = [];
  const tokenRequests: Parameters[] = [];
  const grants = new Map<string, Grant>();
  const tokens = new Set<string>();

  const register: Answer = (request, response) => {
    const asked = parametersOf(request);
    const redirectUri = asked["redirect_uris"] ?? "";
    const client = { id: secretText(), secret: secretText(), redirectUri, scopes: asked["scopes"] ?? "" };
    clients.push(client);
    const answer = { client_id: client.id, client_secret: client.secret, redirect_uri: redirectUri };
    return json({ ...answer, name: asked["client_name"] ?? "" }, "application/json")(request, response);
  };

  const authorize: Answer = (request, response) => {
    const asked = parametersOf(request);
    visits.push(asked);
    const client = clients.find(({ id }) => id === asked["client_id"]);
    const { redirect_uri: redirectUri = "", code_challenge: challenge, state = "" } = asked;
    if (client?.redirectUri !== redirectUri || asked["response_type"] !== "code")
      return refuse("invalid_request")(request, response);
    const code = secretText();
    grants.set(code, { client, redirectUri, challenge });
    const back = new URL(redirectUri);
    back.search = new URLSearchParams({ code, state }).toString();
    return redirect(back.href)(request, response);
  };

  const giveToken: Answer = (request, response) => {
    const asked = parametersOf(request);
    tokenRequests.push(asked);
    const code = asked["code"] ?? "";
    const grant = grants.get(code);
    grants.delete(code);
    if (grant === undefined || !meets(asked, grant)) return refuse("invalid_grant")(request, response);
    const token = secretText();
    tokens.add(token);
    return json({ access_token: token, token_type: "Bearer", scope: grant.client.scopes }, "application/json")(
      request,
      response,
    );
  };

  const verifyCredentials: Answer = (request, response) => {
    const token = (request.headers["authorization"] ?? "").replace(/^Bearer /, "");
    if (!tokens.has(token)) return refuse("invalid_token", 401)(request, response);
    return json(shape.account, "application/json")(request, response);
  };

  server.serve("/api/v1/apps", register);
  server.serve("/oauth/authorize", authorize);
  server.serve("/oauth/token", giveToken);
  server.serve("/api/v1/accounts/verify_credentials", verifyCredentials);
  if (shape.hasMetadata ?? true) {
    server.serve("/.well-known/oauth-authorization-server", json(metadataOf(server.origin), "application/json"));
  }
  return { clients, visits, tokenRequests };
}

function meets(asked: Parameters, { client, redirectUri, challenge }: Grant): boolean {
  const isClient = asked["client_id"] === client.id && asked["client_secret"] === client.secret;
  const verifier = createHash("sha256")
    .update(asked["code_verifier"] ?? "")
    .digest("base64url");
  const isSame = challenge === undefined || challenge === verifier;
  return asked["grant_type"] === "authorization_code" && isClient && asked["redirect_uri"] === redirectUri && isSame;
}

function refuse(error: string, status: number = 400): Answer {
  return json({ error }, "application/json", status);
}

function metadataOf(origin: string): Json {
  return {
    issuer: origin,
    authorization_endpoint: `${origin}/oauth/authorize`,
    token_endpoint: `${origin}/oauth/token`,
    app_registration_endpoint: `${origin}/api/v1/apps`,
    scopes_supported: ["profile", "read:accounts"],
    response_types_supported: ["code"],
    grant_types_supported: ["authorization_code"],
    code_challenge_methods_supported: ["S256"],
  };
}

/** From the query, a form or a JSON body, whichever there is. */
function parametersOf(request: ReceivedRequest): Parameters {
  const query = new URL(request.target, "http://any.example").searchParams;
  const body = request.body.toString();
  if ((request.headers["content-type"] ?? "").startsWith("application/json")) {
    const entries = Object.entries(JSON.parse(body) as Record<string, unknown>);
    return Object.fromEntries(entries.map(([name, value]) => [name, [value].flat().join(" ")]));
  }
  return Object.fromEntries([...query, ...new URLSearchParams(body)]);
}

function secretText(): string {
  return randomBytes(24).toString("base64url");
}
