import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";

/** The name of the hidden field that carries a form's token. */
export const formTokenField = "form-token";

/**
 * Tokens of forms: each is new, so that an act sent twice is recognised, and each is good only for the browser it was made for,
 * so that no other site can send our forms (OWASP, Cross-Site Request Forgery Prevention, "signed double-submit cookie").
 */
export interface FormTokens {
  /** A token for a form shown to whoever holds the cookie `binding`. */
  make(binding: string): string;
  /** Whether this token was made by this server for the holder of `binding`. */
  isGood(token: string, binding: string): boolean;
}

/** @param secret the server's own, at least 32 octets */
export function formTokens(secret: Uint8Array): FormTokens {
  const sign = (nonce: string, binding: string) =>
    createHmac("sha256", secret).update(`form-token\n${nonce}\n${binding}`).digest("base64url");
  return {
    make(binding) {
      const nonce = randomBytes(15).toString("base64url");
      return `${nonce}.${sign(nonce, binding)}`;
    },
    isGood(token, binding) {
      const [nonce = "", signature = "", ...rest] = token.split(".");
      if (binding === "" || nonce.length !== 20 || rest.length > 0) return false;
      const expected = Buffer.from(sign(nonce, binding));
      const given = Buffer.from(signature);
      return expected.length === given.length && timingSafeEqual(expected, given);
    },
  };
}
