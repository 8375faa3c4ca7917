import type { Translator } from "../../kernel/i18n/translator.ts";
import { linkTarget } from "../address.ts";
import { shownHandle } from "../../kernel/text/handle.ts";

interface HandleProps {
  readonly t: Translator;
  /** `name@host`, with or without a leading `@`. */
  readonly handle: string;
  /** Where the account's own page is. */
  readonly href?: string | undefined;
  /** Offers a button that copies it, where scripts run. */
  readonly copy?: boolean;
}

/** A fediverse account: always with its server, and without letters that only look like others. */
export function Handle({ t, handle, href, copy = false }: HandleProps) {
  const shown = shownHandle(handle);
  const server = shown.lastIndexOf("@");
  // Where a line is too narrow for all of it, it ends before the server, and within no word.
  const words = (
    <bdi class="handle" translate="no">
      {shown.slice(0, server)}
      {server > 0 && <wbr />}
      {shown.slice(server)}
    </bdi>
  );
  const target = linkTarget(href);
  const linked = target === undefined ? words : <a href={target}>{words}</a>;
  if (!copy) return linked;
  return (
    <koinon-copy data-text={shown} data-copy={t("ui.handle.copy")} data-copied={t("ui.handle.copied")}>
      {linked}
    </koinon-copy>
  );
}
