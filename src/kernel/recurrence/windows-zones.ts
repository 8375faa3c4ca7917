/**
 * The names by which Outlook and Exchange call zones, each with the zone of the time zone database that is meant where nothing more is said
 * of the country. The common ones; from Unicode CLDR, common/supplemental/windowsZones.xml, the entries of territory 001,
 * https://github.com/unicode-org/cldr/blob/main/common/supplemental/windowsZones.xml, by today's names of the zones.
 */
const windowsZones: ReadonlyMap<string, string> = new Map([
  ["Samoa Standard Time", "Pacific/Apia"],
  ["Hawaiian Standard Time", "Pacific/Honolulu"],
  ["Alaskan Standard Time", "America/Anchorage"],
  ["Pacific Standard Time", "America/Los_Angeles"],
  ["US Mountain Standard Time", "America/Phoenix"],
  ["Mountain Standard Time", "America/Denver"],
  ["Central America Standard Time", "America/Guatemala"],
  ["Central Standard Time", "America/Chicago"],
  ["Central Standard Time (Mexico)", "America/Mexico_City"],
  ["Canada Central Standard Time", "America/Regina"],
  ["SA Pacific Standard Time", "America/Bogota"],
  ["Eastern Standard Time", "America/New_York"],
  ["Venezuela Standard Time", "America/Caracas"],
  ["Atlantic Standard Time", "America/Halifax"],
  ["SA Western Standard Time", "America/La_Paz"],
  ["Pacific SA Standard Time", "America/Santiago"],
  ["Newfoundland Standard Time", "America/St_Johns"],
  ["E. South America Standard Time", "America/Sao_Paulo"],
  ["Argentina Standard Time", "America/Argentina/Buenos_Aires"],
  ["Montevideo Standard Time", "America/Montevideo"],
  ["Azores Standard Time", "Atlantic/Azores"],
  ["GMT Standard Time", "Europe/London"],
  ["Greenwich Standard Time", "Atlantic/Reykjavik"],
  ["Morocco Standard Time", "Africa/Casablanca"],
  ["W. Europe Standard Time", "Europe/Berlin"],
  ["Central Europe Standard Time", "Europe/Budapest"],
  ["Romance Standard Time", "Europe/Paris"],
  ["Central European Standard Time", "Europe/Warsaw"],
  ["W. Central Africa Standard Time", "Africa/Lagos"],
  ["GTB Standard Time", "Europe/Bucharest"],
  ["E. Europe Standard Time", "Europe/Chisinau"],
  ["FLE Standard Time", "Europe/Kyiv"],
  ["Turkey Standard Time", "Europe/Istanbul"],
  ["Russian Standard Time", "Europe/Moscow"],
  ["Middle East Standard Time", "Asia/Beirut"],
  ["Israel Standard Time", "Asia/Jerusalem"],
  ["Egypt Standard Time", "Africa/Cairo"],
  ["South Africa Standard Time", "Africa/Johannesburg"],
  ["E. Africa Standard Time", "Africa/Nairobi"],
  ["Arab Standard Time", "Asia/Riyadh"],
  ["Arabian Standard Time", "Asia/Dubai"],
  ["Iran Standard Time", "Asia/Tehran"],
  ["Pakistan Standard Time", "Asia/Karachi"],
  ["India Standard Time", "Asia/Kolkata"],
  ["Nepal Standard Time", "Asia/Kathmandu"],
  ["Bangladesh Standard Time", "Asia/Dhaka"],
  ["SE Asia Standard Time", "Asia/Bangkok"],
  ["China Standard Time", "Asia/Shanghai"],
  ["Singapore Standard Time", "Asia/Singapore"],
  ["Taipei Standard Time", "Asia/Taipei"],
  ["W. Australia Standard Time", "Australia/Perth"],
  ["Tokyo Standard Time", "Asia/Tokyo"],
  ["Korea Standard Time", "Asia/Seoul"],
  ["Cen. Australia Standard Time", "Australia/Adelaide"],
  ["AUS Central Standard Time", "Australia/Darwin"],
  ["E. Australia Standard Time", "Australia/Brisbane"],
  ["AUS Eastern Standard Time", "Australia/Sydney"],
  ["New Zealand Standard Time", "Pacific/Auckland"],
]);

/** The zone of a Windows name; `zoneOfWindows("W. Europe Standard Time")` is `Europe/Berlin`; undefined for a name that is not known. */
export function zoneOfWindows(name: string): string | undefined {
  return windowsZones.get(name.trim());
}

/** Every name that {@link zoneOfWindows} knows. */
export const windowsZoneNames: readonly string[] = [...windowsZones.keys()];
