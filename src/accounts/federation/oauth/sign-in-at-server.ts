import { accepted, refused, type Result } from "../../../kernel/base/result.ts";
import type { By } from "../../../kernel/commands/execute.ts";
import type { Egress } from "../../../kernel/federation/egress/egress.ts";
import { derivedToken, hashOfToken, newToken } from "../../../kernel/secrets/token.ts";
import { unseal } from "../../../kernel/secrets/sealed.ts";
import { beginServerSignIn } from "../../commands/sign-in/begin-server-sign-in.ts";
import { countServerSignIn } from "../../commands/sign-in/count-server-sign-in.ts";
import { takeServerSignIn } from "../../commands/sign-in/take-server-sign-in.ts";
import type {
  BeginFailure,
  BegunVisit,
  FinishFailure,
  ProvenVisit,
  ReturnedVisit,
  ServerSignIn,
} from "../../model/server-sign-in.ts";
import type { TypedAccount } from "../../model/typed-account.ts";
import { takeUpMove, type ActorServices } from "../person-for-actor.ts";
import { clientAt, returnUrlFor, sealedFor, type ClientAtServer } from "./client-at-server.ts";
import { vouchedAccount } from "./vouched-account.ts";

/** What signing in at other servers needs. */
export interface SignInAtServerServices extends ActorServices {
  readonly egress: Egress;
  /** The server's own, at least 32 octets. */
  readonly secret: Uint8Array;
}

/**
 * Signing in by OAuth 2.0 at the person's own server (authorization code with PKCE S256, RFC 7636). Each server has a return address of
 * its own here, so that an answer of one is never taken for another's (RFC 9700, section 4.4.2).
 */
export function signInAtServer(services: SignInAtServerServices): ServerSignIn {
  return {
    begin: (account, visit) => begin(services, account, visit),
    finish: (visit) => finish(services, visit),
  };
}

async function begin(
  services: SignInAtServerServices,
  account: TypedAccount,
  visit: BegunVisit,
): Promise<Result<URL, BeginFailure>> {
  const { application, secret } = services;
  const by = byVisitor(visit.personId);
  const counted = await application.execute(countServerSignIn, { address: visit.address, host: account.host }, by);
  if (!counted.ok || counted.value === "too-many") return refused({ kind: "too-many" });
  if (counted.value === "blocked") return refused({ kind: "account-host-blocked" });
  const server = await serverOf(services, account);
  if (!server.ok) return server;
  const client = await clientAt(services, server.value);
  if (!client.ok)
    return refused({ kind: client.refusal.kind === "unreachable" ? "server-unreachable" : "server-unsuitable" });
  const state = newToken();
  const begun = {
    stateHash: hashOfToken(state),
    browserHash: visit.browserHash,
    server: server.value,
    clientId: client.value.id,
    sealedClientSecret: client.value.sealedSecret,
    tokenUrl: client.value.tokenUrl,
    thenPath: visit.thenPath,
  };
  const kept = await application.execute(beginServerSignIn, begun, by);
  if (!kept.ok) return refused({ kind: "server-unsuitable" });
  return accepted(await authorizeUrl(client.value, state, verifierOf(secret, state)));
}

/** The origin of the server that keeps the account: where its actor is, which need not be the host in its handle. */
async function serverOf(
  { lookUpActor }: SignInAtServerServices,
  account: TypedAccount,
): Promise<Result<string, BeginFailure>> {
  if (account.kind === "server") return accepted(originOf(account.host));
  const found = await lookUpActor(`@${account.name}@${account.host}`);
  if (found.ok) return accepted(new URL(found.value.uri).origin);
  return refused({ kind: found.refusal.kind === "unreachable" ? "server-unreachable" : "no-such-account" });
}

/** Plain http is for trials on one machine; the guard of all fetches lets it through nowhere else. */
function originOf(host: string): string {
  const isHere = /^(?:localhost|127(?:\.\d+){3})(?::\d+)?$/.test(host);
  return new URL(`${isHere ? "http" : "https"}://${host}`).origin;
}

async function authorizeUrl(client: ClientAtServer, state: string, codeVerifier: string): Promise<URL> {
  const url = new URL(client.authorizeUrl);
  const digest = await crypto.subtle.digest("SHA-256", Buffer.from(codeVerifier));
  const parameters = {
    response_type: "code",
    client_id: client.id,
    redirect_uri: client.returnUrl,
    scope: client.scope,
    state,
    code_challenge: Buffer.from(digest).toString("base64url"),
    code_challenge_method: "S256",
  };
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
  return url;
}

async function finish(
  services: SignInAtServerServices,
  visit: ReturnedVisit,
): Promise<Result<ProvenVisit, FinishFailure>> {
  const { application, egress, lookUpActor, secret } = services;
  const { browserHash, host, code, state } = visit;
  const taken = await application.execute(
    takeServerSignIn,
    { stateHash: hashOfToken(state), browserHash, host },
    byVisitor(undefined),
  );
  if (!taken.ok || taken.value === null) return refused({ kind: "sign-in-lost" });
  const { server, clientId, sealedClientSecret, tokenUrl, addsTo, thenPath } = taken.value;
  if (visit.issuer !== undefined && visit.issuer.replace(/\/$/, "") !== server)
    return refused({ kind: "sign-in-lost" });
  const clientSecret = unseal(secret, sealedFor, sealedClientSecret);
  if (clientSecret === undefined) return refused({ kind: "sign-in-lost" });
  const returnUrl = returnUrlFor(application.origin, server);
  const codeVerifier = verifierOf(secret, state);
  const exchange = { server, tokenUrl, clientId, clientSecret, returnUrl, code, codeVerifier };
  const vouched = await vouchedAccount(egress, lookUpActor, exchange);
  if (!vouched.ok) return refused({ ...vouched.refusal, thenPath });
  await takeUpMove(services, vouched.value);
  return accepted({ actor: vouched.value, addsTo, thenPath });
}

/** The verifier is made from the state, which the browser alone brings back, and the server's secret: nothing of it is kept. */
function verifierOf(secret: Uint8Array, state: string): string {
  return derivedToken(secret, "pkce", state);
}

/** A new act each time: what makes a sign-in one of a kind is its state, which is used up by the first who shows it. */
function byVisitor(personId: string | undefined): By {
  const origin = { from: "web", key: newToken() } as const;
  return { actor: personId === undefined ? { kind: "visitor" } : { kind: "person", personId }, origin };
}
