import { refused, accepted, type Result } from "../../../kernel/base/result.ts";
import { isLanguage } from "../../../kernel/i18n/language.ts";
import type { Translations, Translator } from "../../../kernel/i18n/translator.ts";
import type { SlotId } from "../../model/gathering.ts";
import { nativeOptions, nativeSlots, type LabelsRefusal } from "../../model/native-poll.ts";
import { startOf, type SessionTime } from "../../model/session.ts";
import type { Gathering } from "../../store/gatherings.read.ts";

/** More times than a poll that travels can list. */
export interface TooManyNative {
  readonly kind: "too-many-native";
  readonly most: number;
}

/** The texts of the options of a native poll, as `openSchedulingPoll` wants them. */
export interface NativeLabels {
  /** By start. */
  readonly nativeLabels: Readonly<Record<string, string>>;
  /** The last option; there is none where no time travels. */
  readonly noneLabel?: string | undefined;
}

/**
 * The texts of the options of the native poll, by start, with "none of these" as the last: each names day, time and zone, in the gathering's language and the zone of
 * the poll.
 *
 * Refuses `too-many-native` and what {@link nativeOptions} refuses.
 */
export function nativeLabels(
  translations: Translations,
  gathering: Pick<Gathering, "language">,
  times: readonly SessionTime[],
): Result<NativeLabels, LabelsRefusal | TooManyNative> {
  if (times.length > nativeSlots.most) return refused({ kind: "too-many-native", most: nativeSlots.most });
  const [first] = times;
  if (first === undefined) return accepted({ nativeLabels: {} });
  const [primary = ""] = gathering.language.split("-");
  const t = translations.translator(isLanguage(primary) ? primary : "en", first.zone);
  const worded = times.map((time) => ({ slot: idFromStart(time), wordings: wordingsOf(t, time) }));
  const options = nativeOptions(worded, t("gatherings.poll.none-of-these"));
  if (!options.ok) return options;
  const named = options.value.filter(({ chosen }) => chosen !== "none");
  const noneLabel = options.value.find(({ chosen }) => chosen === "none")?.name;
  return accepted({ nativeLabels: Object.fromEntries(named.map(({ chosen, name }) => [chosen, name])), noneLabel });
}

/** A start as forms and commands write it: `2027-03-04T19:00`. */
export function startText(time: Pick<SessionTime, "start">): string {
  return time.start.toString({ smallestUnit: "minute" });
}

/** Stands for the id of a slot that has none yet, since its poll is not open: starts tell slots apart as well. */
export function idFromStart(time: Pick<SessionTime, "start">): SlotId {
  return startText(time) as SlotId;
}

/** Shorter and shorter, each with day, time and zone. */
function wordingsOf(t: Translator, time: SessionTime): readonly string[] {
  const instant = startOf(time);
  const day = t.date(time.start.toPlainDate());
  const clock = t.timeOfDay(instant);
  const brief = t.briefDateTime(instant);
  const city = time.zone.split("/").at(-1)?.replaceAll("_", " ") ?? time.zone;
  return [brief, t("gatherings.poll.option", { day, time: clock, zone: city })];
}
