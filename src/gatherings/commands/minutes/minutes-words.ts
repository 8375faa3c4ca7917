import { spokenValues } from "../../../kernel/i18n/spoken-values.ts";
import type { Translator } from "../../../kernel/i18n/translator.ts";
import { shownName } from "../../../kernel/text/neutral.ts";
import type { Said, SaidValue } from "../../model/minutes/sections.ts";
import { markdownFrom } from "../../model/minutes/markdown.ts";

/** Puts a sentence of minutes into one reader's words, as plain text. */
export function minutesSpeaker(t: Translator): (said: Said) => string {
  return speaker(t, (text) => shownName(text, mostOfAValue));
}

/** As {@link minutesSpeaker}, for Markdown: what people gave as values is text there, whatever signs are in it. */
export function markdownSpeaker(t: Translator): (said: Said) => string {
  return speaker(t, (text) => markdownFrom(shownName(text, mostOfAValue)));
}

/** No title, name or line of feedback is longer. */
const mostOfAValue = 2000;

function speaker(t: Translator, written: (text: string) => string): (said: Said) => string {
  return ({ key, values }) => {
    const spoken = Object.entries(values).map(([name, value]) => [name, spokenValue(t, value, written)] as const);
    return t(key, spokenValues(t, Object.fromEntries(spoken)));
  };
}

function spokenValue(t: Translator, value: SaidValue, written: (text: string) => string): string | number {
  if (typeof value === "number") return value;
  if (typeof value === "string") return written(value);
  if ("brief" in value) return t.briefDateTime(Temporal.Instant.from(value.brief));
  if ("day" in value) return t.briefDate(Temporal.PlainDate.from(value.day));
  if ("clock" in value) return t.timeOfDay(Temporal.Instant.from(value.clock));
  if ("instant" in value) return t.dateTime(Temporal.Instant.from(value.instant));
  return t.list(value.list.map(({ instant }) => t.briefDateTime(Temporal.Instant.from(instant))));
}
