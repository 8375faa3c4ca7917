import { hashOfToken, newToken } from "../../../kernel/secrets/token.ts";
import type { FormInput } from "../../../ui/form-input.ts";
import { textOf } from "../../../ui/form-input.ts";
import { readCode, type ReceiptCode } from "../../model/secret/secret-ballot.ts";

/** A receipt code for browsers that make none themselves: 128 random bits. It stands in the form alone, and is kept nowhere. */
export function newReceiptCode(): ReceiptCode {
  const code = readCode(hashOfToken(newToken()).slice(0, 32));
  if (code === undefined) throw new Error("a digest has 64 hexadecimal digits");
  return code;
}

/** The code that a form brought; of whoever wants none, one that nobody will have seen. */
export function codeSent(sent: FormInput): { readonly code: string; readonly isShown: boolean } {
  return textOf(sent, "no-receipt") === "yes"
    ? { code: newReceiptCode(), isShown: false }
    : { code: textOf(sent, "code"), isShown: true };
}
