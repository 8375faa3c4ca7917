import { z } from "zod";
import { accepted, refused, type Result } from "../../../kernel/base/result.ts";
import type { Egress } from "../../../kernel/federation/egress/egress.ts";
import { fetchJson, type JsonFailure } from "./fetch-json.ts";
import type { SignInPlaces } from "./server-metadata.ts";

/** This server as another one knows it. */
export interface RegisteredClient {
  readonly id: string;
  readonly secret: string;
  readonly scope: string;
}

/** How this server introduces itself. */
export interface Introduction {
  readonly name: string;
  readonly website: string;
  /** The one address to which people come back. */
  readonly returnUrl: string;
}

const registration = z.object({ client_id: z.string().min(1).max(2_000), client_secret: z.string().min(1).max(2_000) });

/** Registers with another server, asking for as little as it offers: who somebody is. */
export async function registerClient(
  egress: Egress,
  places: SignInPlaces,
  introduction: Introduction,
): Promise<Result<RegisteredClient, JsonFailure>> {
  let failure: JsonFailure = { kind: "unsuitable" };
  for (const scope of places.scopes) {
    const { name, website, returnUrl } = introduction;
    const form = new URLSearchParams({ client_name: name, redirect_uris: returnUrl, scopes: scope, website });
    const registered = await fetchJson(egress, postForm(places.registerUrl, form), registration);
    if (registered.ok) {
      const { client_id: id, client_secret: secret } = registered.value;
      return accepted({ id, secret, scope });
    }
    failure = registered.refusal;
    if (failure.kind === "unreachable") break;
  }
  return refused(failure);
}

/** A form as one sends it to an API. */
export function postForm(url: string, form: URLSearchParams) {
  const headers = { "content-type": "application/x-www-form-urlencoded", accept: "application/json" };
  return { url, method: "POST", headers, body: form.toString() } as const;
}
