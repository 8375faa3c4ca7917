import { createHash, createHmac, randomBytes } from "node:crypto";

/** A secret for a link, a cookie or OAuth's `state`: 256 random bits as 43 letters, digits, `-` and `_`. */
export function newToken(): string {
  return randomBytes(32).toString("base64url");
}

/** What is kept of a token instead of it: SHA-256, in hex. Enough to find it again, of no use to whoever reads the database. */
export function hashOfToken(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}

/**
 * A secret derived from the server's own: the same purpose and text give the same 43 characters, and nobody else can make them.
 * So a secret that must be shown or sent again need not be kept.
 *
 * @param secret the server's own, at least 32 octets
 */
export function derivedToken(secret: Uint8Array, purpose: string, text: string): string {
  return createHmac("sha256", secret).update(`${purpose}\n${text}`).digest("base64url");
}
