/** Somebody of the demo: all hosts are under `.example`, which the fediverse can never reach (RFC 2606). */
export interface CastMember {
  readonly name: string;
  readonly handle: string;
  readonly host: string;
}

/** A community of the demo. */
export interface CastCommunity {
  readonly handle: string;
  readonly name: string;
  readonly purpose: Readonly<Record<string, string>>;
  readonly description: Readonly<Record<string, string>>;
  readonly codeOfConduct: Readonly<Record<string, string>>;
  readonly languages: readonly string[];
  readonly zone: string;
  readonly hue: string;
  readonly joining: "open" | "approval" | "invitation";
  readonly memberList: "everyone" | "members" | "stewards";
  readonly members: readonly string[];
}

/** The steward whom a visitor of the demo may sign in as; by e-mail, as people without a fediverse account do. */
export const demoSteward = { name: "Mara Olmo", email: "mara@orchard.example" } as const;

/** People of nine servers, in the languages of the program and around the clock. */
export const cast: readonly CastMember[] = [
  { name: "Jonas Weide", handle: "jonas", host: "allmende.example" },
  { name: "Lucía Prado", handle: "lucia", host: "comuna.example" },
  { name: "Amadou Keïta", handle: "amadou", host: "baobab.example" },
  { name: "Tess Harrow", handle: "tess", host: "commons.example" },
  { name: "Noa Lindqvist", handle: "noa", host: "fjord.example" },
  { name: "Kiri Tamahori", handle: "kiri", host: "harakeke.example" },
  { name: "Ines Farkas", handle: "ines", host: "allmende.example" },
  { name: "Pietro Salvi", handle: "pietro", host: "frutteto.example" },
  { name: "Maëlle Kerdoncuff", handle: "maelle", host: "hermine.example" },
  { name: "Devon Okafor", handle: "devon", host: "commons.example" },
  { name: "Sol Ibarra", handle: "sol", host: "comuna.example" },
  { name: "Yuki Aramaki", handle: "yuki", host: "satoyama.example" },
  { name: "Rosa Quill", handle: "rosa", host: "commons.example" },
];

/** The communities: a league, a co-operative server, and a working circle. */
export const demoCommunities: readonly CastCommunity[] = [
  {
    handle: "orchard_league",
    name: "Orchard League",
    purpose: {
      en: "Co-operative servers that help one another and decide together.",
      de: "Genossenschaftliche Server, die einander helfen und gemeinsam entscheiden.",
      es: "Servidores cooperativos que se ayudan y deciden juntos.",
      fr: "Des serveurs coopératifs qui s’entraident et décident ensemble.",
      it: "Server cooperativi che si aiutano e decidono insieme.",
    },
    description: {
      en: "We met because each of us was solving the same problems alone.\n\n- We share what we learn about **moderation**, **money** and **hosting**.\n- We meet every few weeks, at hours that take turns being bad.\n- Nobody speaks for us who was not asked to.",
    },
    codeOfConduct: {
      en: "Speak for yourself. Let others finish. Say what you need. What is told in confidence stays here.",
    },
    languages: ["en", "es", "fr", "de", "it"],
    zone: "Europe/Rome",
    hue: "rust",
    joining: "open",
    memberList: "everyone",
    members: [
      "Jonas Weide",
      "Lucía Prado",
      "Amadou Keïta",
      "Tess Harrow",
      "Noa Lindqvist",
      "Kiri Tamahori",
      "Pietro Salvi",
      "Maëlle Kerdoncuff",
      "Yuki Aramaki",
    ],
  },
  {
    handle: "allmende",
    name: "Allmende eG",
    purpose: {
      de: "Die Mitglieder unseres Servers: alles, was uns allen gehört.",
      en: "The members of our server: everything that belongs to all of us.",
    },
    description: {
      de: "Eine eingetragene Genossenschaft mit einem Server, einem Garten und einer Generalversammlung im Jahr.",
    },
    codeOfConduct: {},
    languages: ["de"],
    zone: "Europe/Berlin",
    hue: "fern",
    joining: "approval",
    memberList: "members",
    members: [],
  },
];
