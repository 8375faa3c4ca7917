import type { Translator } from "../../../kernel/i18n/translator.ts";
import type { Shade } from "../../model/night.ts";

/** That a time is night for the reader, in words beside a sign; nothing by day. */
export function ShadeWords({ t, shade }: { readonly t: Translator; readonly shade: Shade }) {
  if (shade === "day") return null;
  return (
    <span class="shade-words">
      <span aria-hidden="true">☾</span> {t(`gatherings.shade.${shade}`)}
    </span>
  );
}
