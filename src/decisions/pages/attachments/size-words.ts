import type { Translator } from "../../../kernel/i18n/translator.ts";

const kibibyte = 1024;

/** How large a file is, in words: "240 KB", "1.3 MB"; never nothing. */
export function sizeWords(t: Translator, bytes: number): string {
  const kilobytes = Math.max(1, Math.round(bytes / kibibyte));
  if (kilobytes < kibibyte) return t("decisions.attachments.kilobytes", { size: kilobytes });
  return t("decisions.attachments.megabytes", { size: Math.round((10 * bytes) / kibibyte / kibibyte) / 10 });
}
