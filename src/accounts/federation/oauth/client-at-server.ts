import type { Application } from "../../../kernel/application.ts";
import { accepted, type Result } from "../../../kernel/base/result.ts";
import type { By } from "../../../kernel/commands/execute.ts";
import type { Egress } from "../../../kernel/federation/egress/egress.ts";
import { seal } from "../../../kernel/secrets/sealed.ts";
import { newToken } from "../../../kernel/secrets/token.ts";
import { keepClient } from "../../commands/sign-in/keep-client.ts";
import { sharedClientLasts } from "../../model/lifetimes.ts";
import { serverSettings } from "../../store/server.read.ts";
import { sharedClient } from "../../store/sign-in.read.ts";
import type { JsonFailure } from "./fetch-json.ts";
import { registerClient } from "./register-client.ts";
import { signInPlaces } from "./server-metadata.ts";

/** What registering needs. */
export interface ClientServices {
  readonly application: Application;
  readonly egress: Egress;
  /** The server's own, at least 32 octets. */
  readonly secret: Uint8Array;
}

/** This server as a client at another, ready for one sign-in. */
export interface ClientAtServer {
  readonly id: string;
  readonly sealedSecret: string;
  readonly scope: string;
  readonly authorizeUrl: string;
  readonly tokenUrl: string;
  readonly returnUrl: string;
}

/** What clients' secrets are sealed for. */
export const sealedFor = "oauth-client";

/**
 * This server's registration at another: one for all sign-ins of some hours where that server ties its codes to whoever asked, else
 * a new one for each.
 *
 * snac2 2.96 compares a code with nothing and gives a token for whoever signed in last by that client (measured): with a client that
 * sign-ins share, anybody could come in as the one before them.
 */
export async function clientAt(services: ClientServices, server: string): Promise<Result<ClientAtServer, JsonFailure>> {
  const { application, egress, secret } = services;
  const returnUrl = returnUrlFor(application.origin, server);
  const since = application.clock().subtract(sharedClientLasts);
  const known = await sharedClient(application.read, server, since);
  if (known !== undefined) {
    const { client_id: id, sealed_client_secret: sealedSecret, authorize_url, token_url, scope } = known;
    return accepted({ id, sealedSecret, scope, authorizeUrl: authorize_url, tokenUrl: token_url, returnUrl });
  }
  const places = await signInPlaces(egress, server);
  if (!places.ok) return places;
  const { name } = await serverSettings(application.read);
  const introduction = { name, website: application.origin.origin, returnUrl };
  const registered = await registerClient(egress, places.value, introduction);
  if (!registered.ok) return registered;
  const { id, scope } = registered.value;
  const { authorizeUrl, tokenUrl, checksPkce } = places.value;
  const client = { id, sealedSecret: seal(secret, sealedFor, registered.value.secret), scope, authorizeUrl, tokenUrl };
  if (checksPkce) {
    const { sealedSecret: sealedClientSecret } = client;
    await application.execute(
      keepClient,
      { server, clientId: id, sealedClientSecret, authorizeUrl, tokenUrl, scope },
      byItself(),
    );
  }
  return accepted({ ...client, returnUrl });
}

/** Where a server sends people back to; another address for each. */
export function returnUrlFor(origin: URL, server: string): string {
  return `${origin.origin}/sign-in/from/${new URL(server).host}`;
}

function byItself(): By {
  return { actor: { kind: "visitor" }, origin: { from: "web", key: newToken() } };
}
