/** Months as people write them, without accents, by number; every language's in one list, since the language of a reply is not known. */
export const monthWords: ReadonlyMap<string, number> = numbered([
  "january jan enero janvier januar janner gennaio",
  "february feb febrero fevrier februar febbraio",
  "march marzo mars marz maerz",
  "april apr abril avril aprile",
  "may mayo mai maggio",
  "june jun junio juin juni giugno",
  "july jul julio juillet juli luglio",
  "august aug agosto aout",
  "september sept sep septiembre setiembre septembre settembre",
  "october oct octubre octobre oktober okt ottobre",
  "november nov noviembre novembre",
  "december dec diciembre decembre dezember dez dicembre dic",
]);

/** Days of the week, Monday first as in ISO 8601. Short forms are left out: "mar" and "mer" are Tuesday here and a month there. */
export const weekdayWords: ReadonlyMap<string, number> = numbered([
  "monday lunes lundi montag lunedi",
  "tuesday martes mardi dienstag martedi",
  "wednesday miercoles mercredi mittwoch mercoledi",
  "thursday jueves jeudi donnerstag giovedi",
  "friday viernes vendredi freitag venerdi",
  "saturday sabado samedi samstag sonnabend sabato",
  "sunday domingo dimanche sonntag domenica",
]);

function numbered(rows: readonly string[]): ReadonlyMap<string, number> {
  return new Map(rows.flatMap((row, place) => row.split(" ").map((word) => [word, place + 1] as const)));
}
