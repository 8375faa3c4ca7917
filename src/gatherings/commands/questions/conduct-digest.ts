import { createHash } from "node:crypto";
import { canonicalJson } from "../../../kernel/base/canonical-json.ts";

/**
 * Which wording of a code of conduct this is: SHA-256 of its canonical JSON, in hex; undefined where there is no code. Adding a translation
 * is another wording too, since somebody may have read none before.
 */
export function conductDigest(codeOfConduct: Readonly<Record<string, string>>): string | undefined {
  const isWritten = Object.values(codeOfConduct).some((text) => text.trim() !== "");
  return isWritten ? createHash("sha256").update(canonicalJson(codeOfConduct)).digest("hex") : undefined;
}
