import { z } from "zod";
import { seal, unseal } from "../../../kernel/secrets/sealed.ts";

const purpose = "gatherings/outlet";

const secrets = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("matrix"), token: z.string() }),
  z.object({ kind: z.literal("webhook"), address: z.string(), secret: z.string() }),
]);

/** What opens an outlet: the access token of Matrix; or where a webhook is, since its address alone may open it, and the secret it checks. */
export type OutletSecrets = z.infer<typeof secrets>;

/** The secrets of an outlet as they are kept: only this server reads them again. */
export function sealOutlet(serverSecret: Uint8Array, opened: OutletSecrets): string {
  return seal(serverSecret, purpose, JSON.stringify(opened));
}

/** The secrets of an outlet; undefined when another server sealed them, as in a copy of the records without their secret. */
export function unsealOutlet(serverSecret: Uint8Array, sealed: string): OutletSecrets | undefined {
  const text = unseal(serverSecret, purpose, sealed);
  return text === undefined ? undefined : secrets.parse(JSON.parse(text));
}
