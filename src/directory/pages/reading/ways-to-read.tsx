import type { Translator } from "../../../kernel/i18n/translator.ts";
import { joinPath, mapPath, typologyPath } from "./reading-paths.ts";

/** Ways to read the directory besides its list. */
export function WaysToRead({ t }: { readonly t: Translator }) {
  return (
    <ul>
      <li>
        <a href={joinPath}>{t("directory.join.title")}</a>
      </li>
      <li>
        <a href={typologyPath}>{t("directory.typology.title")}</a>
      </li>
      <li>
        <a href={mapPath}>{t("directory.map.title")}</a>
      </li>
    </ul>
  );
}
