import type { Translator } from "../../../kernel/i18n/translator.ts";
import { voiceSaid, type VoiceCounts } from "../../model/voice/voices.ts";

/** In which ways the answers came, where not everybody answered themselves; nothing where they did. */
export function VoiceSentences({ t, counts }: { readonly t: Translator; readonly counts: VoiceCounts }) {
  const said = voiceSaid(counts);
  if (said.length === 0) return null;
  return <p>{said.map(({ key, count }) => t(key, { count })).join(" ")}</p>;
}
