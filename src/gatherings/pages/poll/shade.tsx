import type { Translator } from "../../../kernel/i18n/translator.ts";
import type { Shade } from "../../model/night.ts";

interface ShadeWordsProps {
  readonly t: Translator;
  readonly shade: Shade;
  /** Speaks of a place where others live rather than of the reader. */
  readonly there?: boolean;
}

/** That a time is night, in words beside a sign; nothing by day. */
export function ShadeWords({ t, shade, there = false }: ShadeWordsProps) {
  if (shade === "day") return null;
  return (
    <span class="shade-words">
      <span aria-hidden="true">☾</span> {t(there ? `gatherings.shade-there.${shade}` : `gatherings.shade.${shade}`)}
    </span>
  );
}
