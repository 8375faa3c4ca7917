import { z } from "zod";
import { accepted, refused, type Result } from "../../../kernel/base/result.ts";
import type { Egress } from "../../../kernel/federation/egress/egress.ts";
import { fetchJson, type JsonFailure } from "./fetch-json.ts";

/** Where and how a server lets people sign in. All addresses are its own. */
export interface SignInPlaces {
  readonly authorizeUrl: string;
  readonly tokenUrl: string;
  readonly registerUrl: string;
  /** The scopes to ask for, the least first; the first one that it takes is used. */
  readonly scopes: readonly string[];
  /** Whether it says that it ties an answer to whoever asked (PKCE, RFC 7636). */
  readonly checksPkce: boolean;
}

const metadata = z.object({
  issuer: z.url(),
  authorization_endpoint: z.url(),
  token_endpoint: z.url(),
  app_registration_endpoint: z.url().optional(),
  scopes_supported: z.array(z.string()).default([]),
  code_challenge_methods_supported: z.array(z.string()).default([]),
});

/**
 * Where people sign in at a server: by its metadata (RFC 8414) where it serves them, as Mastodon does since 4.3; else at the paths that
 * Mastodon made the custom, as GoToSocial and snac2 have them.
 *
 * Metadata that speak of another server, or lead to one, are `unsuitable`: they would let one server send people to another with what
 * was meant for it (RFC 9700, section 4.4).
 *
 * @param server its origin
 */
export async function signInPlaces(egress: Egress, server: string): Promise<Result<SignInPlaces, JsonFailure>> {
  const url = `${server}/.well-known/oauth-authorization-server`;
  const fetched = await fetchJson(egress, { url }, metadata);
  if (!fetched.ok) return fetched.refusal.kind === "unreachable" ? fetched : accepted(customaryPlaces(server));
  const found = fetched.value;
  const places: SignInPlaces = {
    authorizeUrl: found.authorization_endpoint,
    tokenUrl: found.token_endpoint,
    registerUrl: found.app_registration_endpoint ?? `${server}/api/v1/apps`,
    scopes: scopesFrom(found.scopes_supported),
    checksPkce: found.code_challenge_methods_supported.includes("S256"),
  };
  const addresses = [found.issuer, places.authorizeUrl, places.tokenUrl, places.registerUrl];
  const areItsOwn = addresses.every((address) => new URL(address).origin === server);
  return areItsOwn ? accepted(places) : refused({ kind: "unsuitable" });
}

function customaryPlaces(server: string): SignInPlaces {
  return {
    authorizeUrl: `${server}/oauth/authorize`,
    tokenUrl: `${server}/oauth/token`,
    registerUrl: `${server}/api/v1/apps`,
    scopes: ["read:accounts", "read"],
    checksPkce: false,
  };
}

/** `profile` tells who somebody is and nothing else (Mastodon since 4.3). */
function scopesFrom(supported: readonly string[]): readonly string[] {
  const known = ["profile", "read:accounts", "read"].filter((scope) => supported.includes(scope));
  return known.length > 0 ? known : ["read:accounts", "read"];
}
