import type { Translator } from "../../../kernel/i18n/translator.ts";
import type { DescribedEntry } from "../../model/entry.ts";
import { verifiedAs } from "../../model/verification/proofs.ts";

/** What an entry has proved, in words, each level that stands; where none does, what it once had. */
export function verifiedWords(t: Translator, { proofs, steps }: Pick<DescribedEntry, "proofs" | "steps">): string {
  const shown = verifiedAs([...proofs, ...steps]);
  const isBoth = shown.includes("domain") && shown.includes("account");
  const said = isBoth ? ["domain-and-account", ...shown.filter((one) => one !== "domain" && one !== "account")] : shown;
  return said.map((one) => t(`directory.verified.${one}`)).join(" · ");
}

/** Whether a place has never shown anything of itself. */
export function isListedOnly({ proofs, steps }: Pick<DescribedEntry, "proofs" | "steps">): boolean {
  return verifiedAs([...proofs, ...steps]).includes("listed");
}
