import type { Translator } from "../../../kernel/i18n/translator.ts";
import { requestsPath } from "../requests/request-paths.ts";
import { charterPath } from "./charter-paths.ts";

/** From the page of a community to how it decides, and to its requests for comments. */
export function CharterLinks({
  t,
  community,
}: {
  readonly t: Translator;
  readonly community: { readonly handle: string };
}) {
  return (
    <p class="next-step">
      <a href={charterPath(community)}>{t("decisions.charter.title")}</a>{" "}
      <a href={requestsPath(community)}>{t("decisions.request.all")}</a>
    </p>
  );
}
