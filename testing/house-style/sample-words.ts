import type { Language } from "../../src/kernel/i18n/language.ts";

/** How much there is to show: pages must hold with each. */
export const amounts = ["nothing", "little", "much"] as const;
export type Amount = (typeof amounts)[number];

/** What the samples say: short in English, long in German, as `DESIGN` asks screenshots to be looked at. */
export interface SampleWords {
  readonly community: string;
  readonly kind: string;
  readonly name: string;
  readonly sentence: string;
  readonly states: readonly string[];
  readonly act: string;
  readonly actShort: string;
  readonly people: string;
  readonly place: string;
  readonly answer: string;
  readonly answers: readonly string[];
  readonly instruction: string;
  readonly visible: string;
  readonly empty: string;
  readonly note: string;
  readonly happened: string;
}

const english: SampleWords = {
  community: "Harbour Co-op",
  kind: "Gathering",
  name: "First gathering",
  sentence: "We meet to see what we want from one another.",
  states: ["Idea", "Asking when", "Date set", "Held", "Minuted"],
  act: "Say which times suit you",
  actShort: "Answer the poll",
  people: "People",
  place: "Video room",
  answer: "Your answer",
  answers: ["Yes", "If need be", "No"],
  instruction: "Vote in the poll.",
  visible: "Your server and ours can see this answer.",
  empty: "Nobody has answered yet.",
  note: "Anything to add",
  happened: "said which times suit",
};

const german: SampleWords = {
  community: "Genossenschaft für gemeinschaftliche Rechenzentrumsnutzung Hafenstraße",
  kind: "Zusammenkunft",
  name: "Gründungsversammlung der genossenschaftlich verwalteten Gemeinschaftsserver",
  sentence:
    "Wir kommen zusammen, um herauszufinden, was wir voneinander erwarten, welche Verantwortlichkeiten wir gemeinsam tragen wollen und wie wir Meinungsverschiedenheiten austragen.",
  states: ["Idee", "Terminumfrage läuft", "Termin festgelegt", "Abgehalten", "Niederschrift beschlossen"],
  act: "Sage, welche Zeiten dir passen würden",
  actShort: "Terminumfrage beantworten",
  people: "Teilnehmerinnen und Teilnehmer",
  place: "Videokonferenzraum der Veranstaltungsgemeinschaft",
  answer: "Deine Antwort auf die Terminumfrage",
  answers: ["Ja, das passt mir", "Notfalls wäre es möglich", "Nein, das passt mir nicht"],
  instruction: "Stimme in der Umfrage ab, die dir in deiner Startseite angezeigt wird.",
  visible: "Dein Server und unserer können diese Antwort sehen, andere nicht.",
  empty: "Bisher hat noch niemand auf die Terminumfrage geantwortet.",
  note: "Weitere Anmerkungen für die Vorbereitungsgruppe",
  happened: "hat mitgeteilt, welche Zeiten passen würden",
};

/** The samples' words in a language; the English ones where there are no others. */
export function sampleWords(language: Language): SampleWords {
  return language === "de" ? german : english;
}
