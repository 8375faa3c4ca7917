import type { Translator } from "../../../kernel/i18n/translator.ts";

interface OthersAmongProps {
  readonly t: Translator;
  readonly byProxy?: number;
  readonly byGuests?: number;
}

/** Beside a number of equal ballots: how many of them came by proxy, and how many from guests. */
export function OthersAmong({ t, byProxy = 0, byGuests = 0 }: OthersAmongProps) {
  const said = [
    ...(byProxy === 0 ? [] : [t("decisions.voice.listed.by-proxy", { count: byProxy })]),
    ...(byGuests === 0 ? [] : [t("decisions.voice.listed.by-guests", { count: byGuests })]),
  ];
  return said.length === 0 ? null : <span class="stance-when"> · {said.join(" · ")}</span>;
}
