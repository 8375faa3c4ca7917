// The names that Unicode's data keeps for zones whose place has been renamed or has moved in the IANA data (tzdata, file "backward").
const presentNames: Readonly<Record<string, string>> = {
  "Africa/Asmera": "Africa/Asmara",
  "America/Buenos_Aires": "America/Argentina/Buenos_Aires",
  "America/Catamarca": "America/Argentina/Catamarca",
  "America/Coral_Harbour": "America/Atikokan",
  "America/Cordoba": "America/Argentina/Cordoba",
  "America/Godthab": "America/Nuuk",
  "America/Indianapolis": "America/Indiana/Indianapolis",
  "America/Jujuy": "America/Argentina/Jujuy",
  "America/Louisville": "America/Kentucky/Louisville",
  "America/Mendoza": "America/Argentina/Mendoza",
  "Asia/Calcutta": "Asia/Kolkata",
  "Asia/Katmandu": "Asia/Kathmandu",
  "Asia/Rangoon": "Asia/Yangon",
  "Asia/Saigon": "Asia/Ho_Chi_Minh",
  "Atlantic/Faeroe": "Atlantic/Faroe",
  "Europe/Kiev": "Europe/Kyiv",
  "Pacific/Enderbury": "Pacific/Kanton",
  "Pacific/Ponape": "Pacific/Pohnpei",
  "Pacific/Truk": "Pacific/Chuuk",
};

/** A zone by the name that its people use today; `presentZone("Asia/Calcutta")` is "Asia/Kolkata". */
export function presentZone(zone: string): string {
  return presentNames[zone] ?? zone;
}

/** A zone by its place, as a reader may look for it; `placeOfZone("America/New_York")` is "America/New York". */
export function placeOfZone(zone: string): string {
  return presentZone(zone).replaceAll("_", " ");
}

/** The zones that people may choose from, by their present names: UTC, then places in alphabetical order. */
export const zones: readonly string[] = [
  "UTC",
  ...Intl.supportedValuesOf("timeZone")
    .filter((zone) => zone.includes("/"))
    .map(presentZone)
    .toSorted(),
];
