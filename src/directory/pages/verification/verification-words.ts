import type { Translator } from "../../../kernel/i18n/translator.ts";
import type { DescribedEntry } from "../../model/entry.ts";
import { verifiedAs } from "../../model/verification/proofs.ts";

/** What an entry has proved, in words; what stands proved comes before what no longer does. */
export function verifiedWords(t: Translator, entry: Pick<DescribedEntry, "proofs">): string {
  const [first = "listed", second] = verifiedAs(entry.proofs);
  return t(second === undefined ? `directory.verified.${first}` : "directory.verified.domain-and-account");
}
