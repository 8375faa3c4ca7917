import type { Translator } from "../../../kernel/i18n/translator.ts";
import type { Option } from "../../../ui/components/choice.tsx";
import { placeOfZone, zones } from "../../../ui/zones.ts";
import { accentHues } from "../../model/accent-hue.ts";
import { joiningRules, memberListAudiences } from "../../model/community.ts";

// Languages that co-operative and democratic communities of the fediverse are known to work in, and the larger ones beside them.
const offeredLanguages =
  "ar bg bn ca cs cy da de el en eo es et eu fa fi fr ga gl he hi hr hu id it ja ko lt lv nb nl pl pt ro ru sk sl sr sv sw tr uk vi zh";

/** The languages to choose from, by their names in the reader's own, with those that a community has already. */
export function languageOptions(t: Translator, chosen: readonly string[] = []): readonly Option[] {
  const tags = [...new Set([...chosen, ...offeredLanguages.split(" ")])];
  const options = tags.map((tag) => ({ value: tag, label: t.languageName(tag) }));
  return options.sort((one, other) => one.label.localeCompare(other.label, t.language));
}

/** The zones to choose from. */
export function zoneOptions(): readonly Option[] {
  return zones.map((zone) => ({ value: zone, label: placeOfZone(zone) }));
}

/** The accent colours to choose from. */
export function hueOptions(t: Translator): readonly Option[] {
  return accentHues.map((hue) => ({ value: hue, label: t(`communities.hue.${hue}`) }));
}

/** How one may become a member. */
export function joiningOptions(t: Translator): readonly Option[] {
  return joiningRules.map((rule) => ({
    value: rule,
    label: t(`communities.joining.${rule}`),
    hint: t(`communities.joining.${rule}-means`),
  }));
}

/** Who may see the list of members. */
export function memberListOptions(t: Translator): readonly Option[] {
  return memberListAudiences.map((audience) => ({
    value: audience,
    label: t(`communities.member-list.${audience}`),
  }));
}
