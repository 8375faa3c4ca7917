import { createHash } from "node:crypto";
import { hashedCharter, type Charter } from "../../model/charter/charter.ts";

/** SHA-256, in hex, of the canonical JSON of a version: whoever has the charter can take it again. */
export function charterHash(communityId: string, version: number, charter: Charter): string {
  return createHash("sha256")
    .update(hashedCharter(communityId, version, charter))
    .digest("hex");
}
