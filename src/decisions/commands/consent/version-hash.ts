import { createHash } from "node:crypto";
import type { Charter } from "../../model/charter/charter.ts";
import { hashedText, type VersionContent } from "../../model/consent/version.ts";

/** SHA-256, in hex, of the canonical JSON of a version: whoever has the words can take it again. */
export function versionHash(consentId: string, version: number, content: VersionContent, charter?: Charter): string {
  return createHash("sha256")
    .update(hashedText(consentId, version, content, charter))
    .digest("hex");
}
