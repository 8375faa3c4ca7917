import { createHmac } from "node:crypto";
import type { Egress } from "../../../kernel/federation/egress/egress.ts";
import type { Sent } from "../../model/outlets/sending.ts";
import { answered, unanswered, type OutletMessage } from "./message.ts";

/** The address of a webhook, and the secret by which it knows us. */
export interface Webhook {
  readonly address: string;
  readonly secret: string;
}

/** Tells a webhook, by a POST of JSON that it can check: `Koinon-Signature` is the HMAC-SHA256 of the body (RFC 2104) under its secret. */
export async function callWebhook(egress: Egress, { address, secret }: Webhook, message: OutletMessage): Promise<Sent> {
  const { id, kind, title, url, text, at } = message;
  const body = JSON.stringify({ id, kind, gathering: { title, url }, text, at });
  const answer = await egress.fetch({
    url: address,
    method: "POST",
    headers: {
      "content-type": "application/json",
      "koinon-delivery": id,
      "koinon-signature": `sha256=${createHmac("sha256", secret).update(body).digest("hex")}`,
    },
    body,
    // What it answers besides a status is of no interest.
    accepts: [],
  });
  return answer.ok ? answered(answer.value) : unanswered(answer.refusal);
}
