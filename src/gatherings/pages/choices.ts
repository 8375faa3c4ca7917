import { languages, nativeNames } from "../../kernel/i18n/language.ts";
import type { Option } from "../../ui/components/choice.tsx";
import { placeOfZone, zones } from "../../ui/zones.ts";

/** The languages a gathering may be held in, with the present one among them, whatever it is. */
export function languageOptions(present: string): readonly Option[] {
  const known = languages.map((language): Option => ({ value: language, label: nativeNames[language] }));
  return known.some(({ value }) => value === present) ? known : [{ value: present, label: present }, ...known];
}

/** Every zone, with the present one among them under the name it was given. */
export function zoneOptions(present: string): readonly Option[] {
  const names = zones.includes(present) ? zones : [present, ...zones];
  return names.map((zone) => ({ value: zone, label: placeOfZone(zone) }));
}
