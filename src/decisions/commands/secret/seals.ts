import { createHash, randomBytes } from "node:crypto";
import { canonicalJson, type Json } from "../../../kernel/base/canonical-json.ts";
import { seal, unseal } from "../../../kernel/secrets/sealed.ts";
import type { PublishedBallot, ReceiptCode } from "../../model/secret/secret-ballot.ts";

const purpose = "decisions/secret-ballot";

/** Sealed texts are filled up to a multiple of so many characters, so that their length does not tell what they say. */
const SAME_LENGTH = 1_024;

/** A key for the box of one proposal. */
export function newBoxKey(): string {
  return randomBytes(32).toString("base64url");
}

/** What the public list has of a code: its SHA-256, in hex; anyone makes it from the code with common tools. */
function digestOf(code: ReceiptCode): string {
  return createHash("sha256").update(code).digest("hex");
}

/** By what the sealed ballot of a code is found while people vote. Without the code it cannot be told to which digest it belongs. */
export function finderOf(proposalId: string, code: ReceiptCode): string {
  return createHash("sha256").update(`find\n${proposalId}\n${code}`).digest("hex");
}

/** A ballot with the digest of its code, to be read by whoever has the key of the box alone. */
export function sealBallot(key: string, code: ReceiptCode, ballot: Json): string {
  const text = canonicalJson({ digest: digestOf(code), ballot });
  const octets = Buffer.byteLength(text);
  const padding = " ".repeat(Math.ceil(octets / SAME_LENGTH) * SAME_LENGTH - octets);
  return seal(Buffer.from(key, "base64url"), purpose, text + padding);
}

/** What {@link sealBallot} was given. */
export function openBallot(key: string, sealed: string): PublishedBallot {
  const text = unseal(Buffer.from(key, "base64url"), purpose, sealed);
  if (text === undefined) throw new Error("a sealed ballot cannot be opened with the key of its box");
  return JSON.parse(text) as PublishedBallot;
}

/** The digest of a published list, as the log notes it: SHA-256 of the canonical JSON of its ballots in their order. */
export function digestOfList(ballots: readonly PublishedBallot[]): string {
  const list = ballots.map(({ digest, ballot }) => ({ digest, ballot }));
  return createHash("sha256").update(canonicalJson(list)).digest("hex");
}
