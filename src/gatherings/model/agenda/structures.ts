import { structureIds, type GroupPlan, type Structure, type StructureId, type StructureStep } from "./structure.ts";

const minute = 60;

// The names are those of "The Surprising Power of Liberating Structures" (Henri Lipmanowicz and Keith McCandless, 2013). Wording and
// choice of steps are ours; each structure links to the page of its authors.
const authors = "Henri Lipmanowicz, Keith McCandless";
const credit = (page: string, by = authors) => ({ by, url: `https://www.liberatingstructures.com/${page}/` });

const strangers = (size: number): GroupPlan => ({
  solver: "groups",
  size,
  odd: "larger-group",
  avoid: ["met-before", "same-instance"],
  require: ["common-language"],
});
const groups = (size: number): GroupPlan => ({ ...strangers(size), avoid: [] });
const merged = (size: number): GroupPlan => ({ ...groups(size), solver: "merge" });
const chosen = (size: number): GroupPlan => ({ ...groups(size), solver: "self", require: [] });

function all(step: string, minutes: number, more: Partial<StructureStep> = {}): StructureStep {
  return { step, seconds: minutes * minute, config: "all", ...more };
}

function alone(step: string, minutes: number, more: Partial<StructureStep> = {}): StructureStep {
  return { step, seconds: minutes * minute, config: "one", isSilent: true, ...more };
}

function together(step: string, minutes: number, plan: GroupPlan, more: Partial<StructureStep> = {}): StructureStep {
  return { step, seconds: minutes * minute, config: "group", plan, ...more };
}

const plain = { credit: null, people: { least: 2, most: null }, minutes: null, steps: [], takesNotes: true } as const;

const byId: Readonly<Record<StructureId, Omit<Structure, "id">>> = {
  "open-talk": plain,
  round: plain,
  "consent-round": plain,
  "lightning-intros": { ...plain, people: { least: 2, most: 20 } },
  "plus-delta": plain,
  "impromptu-networking": {
    credit: credit("2-impromptu-networking", `${authors}, after June Holley`),
    people: { least: 4, most: null },
    minutes: 20,
    takesNotes: false,
    steps: [
      all("explain", 2),
      {
        repeat: 3,
        steps: [
          alone("think", 0.5),
          together("first-speaks", 2, strangers(2), { endsWithBell: true }),
          together("second-speaks", 2, strangers(2), { endsWithBell: true }),
          all("change-partners", 0.5),
        ],
      },
      all("say-what-you-heard", 3, { collect: "card" }),
    ],
  },
  "one-two-four-all": {
    credit: credit("1-1-2-4-all"),
    people: { least: 4, most: null },
    minutes: 12,
    takesNotes: true,
    steps: [
      alone("alone", 1),
      together("in-pairs", 2, strangers(2), { endsWithBell: true }),
      together("in-fours", 4, merged(4), { endsWithBell: true }),
      all("one-idea-each", 5, { collect: "note" }),
    ],
  },
  "open-space": {
    credit: credit("25-open-space-technology", `Harrison Owen; ${authors}`),
    people: { least: 5, most: null },
    minutes: 90,
    takesNotes: true,
    steps: [
      all("explain-two-feet", 5),
      { step: "call-topics", seconds: 15 * minute, config: "board", collect: "card" },
      together("topic-sessions", 50, chosen(8), { collect: "note" }),
      all("report-and-next", 20, { collect: "commitment" }),
    ],
  },
  triz: {
    credit: credit("6-making-space-with-triz", `${authors}, after Genrich Altshuller`),
    people: { least: 4, most: null },
    minutes: 35,
    takesNotes: true,
    steps: [
      all("explain", 5),
      together("worst-result", 10, groups(5)),
      together("do-we-do-it", 10, groups(5)),
      together("what-to-stop", 10, groups(5), { collect: "commitment" }),
    ],
  },
  "troika-consulting": {
    credit: credit("8-troika-consulting"),
    people: { least: 3, most: null },
    minutes: 30,
    takesNotes: false,
    steps: [
      {
        repeat: 3,
        steps: [
          together("client-asks", 2, strangers(3)),
          together("consultants-ask", 2, strangers(3)),
          together("client-listens", 4, strangers(3), { endsWithBell: true }),
          together("what-helped", 2, strangers(3)),
        ],
      },
    ],
  },
  "crowd-sourcing": {
    credit: credit("12-2510-crowd-sourcing"),
    people: { least: 8, most: null },
    minutes: 30,
    takesNotes: true,
    steps: [
      all("explain", 3),
      alone("write-card", 5, { collect: "card" }),
      {
        repeat: 5,
        steps: [
          all("pass-cards", 0.5, { isSilent: true }),
          { step: "score-card", seconds: 2 * minute, config: "one", collect: "score" },
        ],
      },
      all("read-from-top", 9.5, { collect: "note" }),
    ],
  },
  "conversation-cafe": {
    credit: credit("17-conversation-cafe", `${authors}, after Vicki Robin, Susan Partnow and Habib Rose`),
    people: { least: 4, most: null },
    minutes: 45,
    takesNotes: true,
    steps: [
      all("explain", 3),
      together("first-round", 6, groups(6)),
      together("second-round", 6, groups(6)),
      together("open-conversation", 24, groups(6)),
      together("takeaway", 6, groups(6), { collect: "note" }),
    ],
  },
  fishbowl: {
    credit: credit("18-users-experience-fishbowl"),
    people: { least: 8, most: null },
    minutes: 50,
    takesNotes: true,
    steps: [
      all("explain", 2),
      { step: "inner-talks", seconds: 15 * minute, config: "fishbowl" },
      together("shape-questions", 4, groups(4)),
      { step: "questions-answers", seconds: 17 * minute, config: "fishbowl" },
      all("what-we-heard", 12, { collect: "note" }),
    ],
  },
  "what-so-what": {
    credit: credit("9-what-so-what-now-what-w"),
    people: { least: 3, most: null },
    minutes: 30,
    takesNotes: true,
    steps: [
      alone("what-alone", 1),
      together("what-together", 5, groups(6)),
      all("share-salient", 3, { collect: "note" }),
      alone("so-what-alone", 1),
      together("so-what-together", 5, groups(6)),
      all("share-salient", 4, { collect: "note" }),
      alone("now-what-alone", 1),
      together("now-what-together", 5, groups(6)),
      all("share-actions", 5, { collect: "commitment" }),
    ],
  },
  "fifteen-percent": {
    credit: credit("7-15-solutions", `${authors}, after Gareth Morgan`),
    people: { least: 2, most: null },
    minutes: 30,
    takesNotes: true,
    steps: [
      alone("list-own", 5, { collect: "commitment" }),
      { repeat: 3, steps: [together("share-own", 3, groups(3)), together("group-consults", 5, groups(3))] },
      all("one-each", 1, { collect: "commitment" }),
    ],
  },
  "shift-and-share": {
    credit: credit("11-shift-share"),
    people: { least: 12, most: null },
    minutes: 90,
    takesNotes: true,
    steps: [
      all("introduce-stations", 6),
      {
        repeat: 7,
        steps: [
          together("station-shows", 7, groups(8)),
          together("station-questions", 3, groups(8)),
          all("move-on", 2, { endsWithBell: true }),
        ],
      },
    ],
  },
};

/** The structure of this name. */
export function structureOf(id: StructureId): Structure {
  return { id, ...byId[id] };
}

/** Every structure, plain ones first. */
export const structures: readonly Structure[] = structureIds.map(structureOf);

/** Whether `text` names a structure; `isStructure("round")` is true. */
export function isStructure(text: string): text is StructureId {
  return structureIds.some((id) => id === text);
}
