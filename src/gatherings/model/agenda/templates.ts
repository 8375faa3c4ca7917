import type { StructureId } from "./structure.ts";

/** A block of a template; title and purpose are messages `gatherings.agenda.block.<words>.title` and `….purpose`. */
export interface TemplateBlock {
  readonly words: string;
  readonly minutes: number;
  readonly structure: StructureId;
  readonly notes: boolean;
}

/** The agendas one can start from. */
export const templateIds = ["circle-meeting", "first-gathering", "general-meeting"] as const;

export type TemplateId = (typeof templateIds)[number];

/** A whole agenda to start from. */
export interface AgendaTemplate {
  readonly id: TemplateId;
  readonly minutes: number;
  readonly blocks: readonly TemplateBlock[];
}

function block(words: string, minutes: number, structure: StructureId = "open-talk"): TemplateBlock {
  return { words, minutes, structure, notes: true };
}

/** As {@link block}, and what is said there stays there. */
function unnoted(words: string, minutes: number, structure: StructureId): TemplateBlock {
  return { ...block(words, minutes, structure), notes: false };
}

const blocksById: Readonly<Record<TemplateId, readonly TemplateBlock[]>> = {
  // After the meetings of social.coop's Organizing Circle, 2024 and 2025: https://www.loomio.com/d/MOtve6Tw
  "circle-meeting": [
    block("admin", 5),
    unnoted("check-in", 10, "round"),
    block("agenda-consent", 5, "consent-round"),
    block("to-dos", 5, "round"),
    block("circle-updates", 15),
    block("matter-explored", 15, "round"),
    block("matter-decided", 20, "consent-round"),
    block("taking-out", 10, "round"),
    block("feedback", 5, "plus-delta"),
  ],
  "first-gathering": [
    block("welcome", 5),
    block("intros", 20, "lightning-intros"),
    unnoted("strangers", 20, "impromptu-networking"),
    block("what-we-want", 12, "one-two-four-all"),
    block("first-steps", 15, "round"),
    block("feedback", 8, "plus-delta"),
  ],
  "general-meeting": [
    block("opening", 10),
    block("last-record", 5),
    block("year-report", 20),
    block("accounts", 20),
    block("discharge", 5, "consent-round"),
    block("elections", 20),
    block("budget", 15, "consent-round"),
    block("motions", 15, "consent-round"),
    block("other-matters", 5),
    block("closing", 5, "round"),
  ],
};

/** The template of this name. */
export function templateOf(id: TemplateId): AgendaTemplate {
  const blocks = blocksById[id];
  return { id, minutes: blocks.reduce((sum, { minutes }) => sum + minutes, 0), blocks };
}

/** Whether `text` names a template; `isTemplate("circle-meeting")` is true. */
export function isTemplate(text: string): text is TemplateId {
  return templateIds.some((id) => id === text);
}
