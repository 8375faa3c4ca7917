import { z } from "zod";
import { accepted, refused, type Result } from "../../../kernel/base/result.ts";
import type { Egress } from "../../../kernel/federation/egress/egress.ts";
import type { LookUpFailure } from "../../../kernel/federation/federation-handle.ts";
import type { RemoteActor } from "../../../kernel/federation/received.ts";
import type { FinishFailure } from "../../model/server-sign-in.ts";
import { fetchJson, type JsonFailure } from "./fetch-json.ts";
import { postForm } from "./register-client.ts";

/** What a code is exchanged with. */
export interface Exchange {
  readonly server: string;
  readonly tokenUrl: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly returnUrl: string;
  readonly code: string;
  readonly codeVerifier: string;
}

/** Finds an actor and proves its handle both ways; see `FederationHandle`. */
export type LookUpActor = (name: string) => Promise<Result<RemoteActor, LookUpFailure>>;

const token = z.object({ access_token: z.string().min(1).max(8_000) });
const account = z.object({
  username: z.string().min(1).max(500),
  url: z.string().max(2_000).nullish(),
  uri: z.string().max(2_000).nullish(),
});

/**
 * Exchanges the code for the account whose server gave it, and gives the token back at once.
 *
 * What the server says of the account is not believed (docs/threats.md, row 18): its address must be of the server that was asked, and the
 * actor found there, proven by WebFinger, must be of that server too and have that name.
 */
export async function vouchedAccount(
  egress: Egress,
  lookUpActor: LookUpActor,
  exchange: Exchange,
): Promise<Result<RemoteActor, FinishFailure>> {
  const given = await fetchJson(egress, postForm(exchange.tokenUrl, tokenRequest(exchange)), token);
  if (!given.ok) return refused(failureFrom(given.refusal));
  const bearer = { authorization: `Bearer ${given.value.access_token}`, accept: "application/json" };
  const url = `${exchange.server}/api/v1/accounts/verify_credentials`;
  const claimed = await fetchJson(egress, { url, headers: bearer }, account);
  await giveBack(egress, exchange, given.value.access_token);
  if (!claimed.ok) return refused(failureFrom(claimed.refusal));
  const address = [claimed.value.uri, claimed.value.url].find((named) => isOf(exchange.server, named));
  if (address === undefined || address === null) return refused({ kind: "account-not-theirs" });
  const found = await lookUpActor(address);
  if (!found.ok) return refused(lookUpFailureFrom(found.refusal));
  const isTheirs = isOf(exchange.server, found.value.uri) && isNamed(found.value, claimed.value.username);
  return isTheirs ? accepted(found.value) : refused({ kind: "account-not-theirs" });
}

function tokenRequest(exchange: Exchange): URLSearchParams {
  return new URLSearchParams({
    grant_type: "authorization_code",
    client_id: exchange.clientId,
    client_secret: exchange.clientSecret,
    redirect_uri: exchange.returnUrl,
    code: exchange.code,
    code_verifier: exchange.codeVerifier,
  });
}

/** The token has told what it was for; a server that will not take it back lets it expire. */
async function giveBack(egress: Egress, exchange: Exchange, accessToken: string): Promise<void> {
  const { clientId, clientSecret } = exchange;
  const form = new URLSearchParams({ client_id: clientId, client_secret: clientSecret, token: accessToken });
  await egress.fetch({ ...postForm(`${exchange.server}/oauth/revoke`, form), accepts: [] });
}

function isOf(server: string, address: string | null | undefined): boolean {
  return typeof address === "string" && URL.canParse(address) && new URL(address).origin === server;
}

function isNamed(actor: RemoteActor, username: string): boolean {
  const [, name = ""] = actor.handle.split("@");
  return name.toLowerCase() === username.toLowerCase();
}

function failureFrom(failure: JsonFailure): FinishFailure {
  return { kind: failure.kind === "unreachable" ? "server-unreachable" : "server-refused" };
}

function lookUpFailureFrom(failure: LookUpFailure): FinishFailure {
  return { kind: failure.kind === "unreachable" ? "server-unreachable" : "account-not-theirs" };
}
