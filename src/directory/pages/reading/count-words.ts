import type { Translator } from "../../../kernel/i18n/translator.ts";
import type { Counted } from "../../store/reading/fitting.read.ts";

/** How many places there are, or that there are more than are counted. */
export function countWords(t: Translator, { count, isMore }: Counted): string {
  return t(isMore ? "directory.count-more" : "directory.count", { count });
}
