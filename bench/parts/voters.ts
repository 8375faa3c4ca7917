import { createHash, generateKeyPairSync, sign, type KeyObject } from "node:crypto";
import { httpDate } from "../../testing/http-signature.ts";

/** Somebody on another server who votes. */
export interface Voter {
  readonly uri: string;
  readonly host: string;
  readonly keyId: string;
  readonly publicKeyPem: string;
  readonly privateKey: KeyObject;
}

/** What is voted in: one poll and its options. */
export interface Poll {
  readonly uri: string;
  readonly actorUri: string;
  readonly options: readonly string[];
}

/** `count` voters on `hosts` servers, each with a key of their own. */
export function makeVoters(count: number, hosts: number): readonly Voter[] {
  return Array.from({ length: count }, (_, place) => {
    const host = `server-${place % hosts}.example`;
    const uri = `https://${host}/users/voter-${place}`;
    const { publicKey, privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
    const publicKeyPem = publicKey.export({ type: "spki", format: "pem" });
    return { uri, host, keyId: `${uri}#main-key`, publicKeyPem, privateKey };
  });
}

/** The actor's document, as its server would serve it. */
export function actorDocument({ uri, keyId, publicKeyPem }: Voter) {
  return {
    "@context": ["https://www.w3.org/ns/activitystreams", "https://w3id.org/security/v1"],
    id: uri,
    type: "Person",
    preferredUsername: uri.slice(uri.lastIndexOf("/") + 1),
    inbox: `${uri}/inbox`,
    publicKey: { id: keyId, owner: uri, publicKeyPem },
  };
}

/** A signed vote as Mastodon sends it, as the bytes of a whole request to the inbox of the poll's author. */
export async function signedVote(voter: Voter, poll: Poll, option: string, id: string): Promise<Buffer> {
  const inbox = new URL(`${poll.actorUri}/inbox`);
  const body = JSON.stringify({
    "@context": "https://www.w3.org/ns/activitystreams",
    id: `${voter.uri}#votes/${id}/activity`,
    type: "Create",
    actor: voter.uri,
    to: poll.actorUri,
    object: {
      id: `${voter.uri}#votes/${id}`,
      type: "Note",
      name: option,
      attributedTo: voter.uri,
      to: poll.actorUri,
      inReplyTo: poll.uri,
    },
  });
  const date = httpDate(Temporal.Now.instant());
  const digest = `SHA-256=${createHash("sha256").update(body).digest("base64")}`;
  const text = `(request-target): post ${inbox.pathname}\nhost: ${inbox.host}\ndate: ${date}\ndigest: ${digest}`;
  const signature = await signed(text, voter.privateKey);
  const covered = "(request-target) host date digest";
  const head = [
    `POST ${inbox.pathname} HTTP/1.1`,
    `Host: ${inbox.host}`,
    `Date: ${date}`,
    `Digest: ${digest}`,
    `Signature: keyId="${voter.keyId}",algorithm="rsa-sha256",headers="${covered}",signature="${signature}"`,
    `Content-Type: application/activity+json`,
    `Content-Length: ${Buffer.byteLength(body)}`,
  ];
  return Buffer.from(`${head.join("\r\n")}\r\n\r\n${body}`);
}

function signed(text: string, privateKey: KeyObject): Promise<string> {
  return new Promise((resolve, reject) => {
    sign("sha256", Buffer.from(text), privateKey, (cause, signature) => {
      if (cause === null) resolve(signature.toString("base64"));
      else reject(cause);
    });
  });
}
