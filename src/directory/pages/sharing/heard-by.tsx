import type { Translator } from "../../../kernel/i18n/translator.ts";
import { BriefTime } from "../../../ui/components/time-text.tsx";
import type { Heard } from "../../model/claims.ts";
import { firstListName } from "../../model/first-list.ts";
import { originsPath } from "./sharing-paths.ts";

/** By way of which directory something was heard, and who says it there, how they know, and when. */
export function HeardBy({ t, heard }: { readonly t: Translator; readonly heard: Heard }) {
  return (
    <>
      <a href={originsPath}>{heard.host}</a> · {t(`directory.heard.basis.${heard.basis}`)} {whoThere(t, heard)} ·{" "}
      <BriefTime t={t} instant={heard.at} />
    </>
  );
}

function whoThere(t: Translator, { by }: Heard): string {
  if (by === `list:${firstListName}`) return t("directory.by-first-list");
  if (by.startsWith("list:")) return t("directory.by-list", { list: by.slice("list:".length) });
  return by === "program" ? t("directory.heard.by-program") : t("directory.heard.by-person");
}
