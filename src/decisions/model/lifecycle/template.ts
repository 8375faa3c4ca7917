import type { Json } from "../../../kernel/base/canonical-json.ts";
import type { ProposalRules } from "../proposal.ts";
import type { ProposalLife } from "./life.ts";

/** What a template holds: everything that whoever puts a proposal forward chooses, but for its title and its day. */
export interface TemplateContent {
  readonly options: readonly string[];
  readonly settings: Json;
  /** Markdown: the text to begin with, with prompts for whoever fills it in. */
  readonly text: string;
  /** For how many days a proposal from it is open. */
  readonly days: number;
  readonly secrecy: ProposalRules["secrecy"];
  readonly showsCount: ProposalRules["showsCount"];
  readonly reasons: ProposalRules["reasons"];
  readonly quorumPercent: number;
  readonly life: Pick<ProposalLife, "adding" | "ownOptions" | "allOptions" | "shuffles" | "reminds" | "remindHours">;
}

/** So many templates a community keeps: a list to choose from. */
export const mostTemplates = 50;

interface Asked extends ProposalRules {
  readonly openedAt: Temporal.Instant;
  readonly closesAt: Temporal.Instant;
}

/** The template that a proposal gives; options that voters added are no part of it. Open from Monday noon to Friday noon, it is open for 4 days. */
export function templateOf(proposal: Asked, life: ProposalLife, text: string): TemplateContent {
  const { options, settings, secrecy, showsCount, reasons, quorumPercent, openedAt, closesAt } = proposal;
  const { adding, ownOptions, allOptions, shuffles, reminds, remindHours } = life;
  return {
    options: options.slice(0, options.length - life.added),
    settings,
    text,
    secrecy,
    showsCount,
    reasons,
    quorumPercent,
    days: Math.max(1, Math.round(openedAt.until(closesAt).total("hours") / 24)),
    life: { adding, ownOptions, allOptions, shuffles, reminds, remindHours },
  };
}

/** A template as the fields of the form by which a proposal is put forward; the closing time is the form's to set. */
export function templateFields(
  content: TemplateContent,
  optionsText: string,
): Readonly<Record<string, readonly string[]>> {
  const { text, secrecy, showsCount, reasons, quorumPercent, life } = content;
  return {
    ...settingFields(content.settings),
    options: [optionsText],
    text: [text],
    secrecy: [secrecy],
    showsCount: [showsCount],
    reasons: [reasons],
    quorumPercent: [String(quorumPercent)],
    adding: [life.adding],
    ownOptions: [String(life.ownOptions)],
    allOptions: [String(life.allOptions)],
    ...(life.shuffles && { shuffles: ["yes"] }),
    reminds: [life.reminds],
    remindHours: [String(life.remindHours)],
  };
}

/** Settings as their fields send them: yes as a tick, nothing for no and for none, what is a list not at all. */
function settingFields(settings: Json): Readonly<Record<string, readonly string[]>> {
  if (typeof settings !== "object" || settings === null || Array.isArray(settings)) return {};
  const fields = Object.entries(settings).flatMap(([name, value]) => {
    if (value === true) return [[name, ["yes"]] as const];
    return typeof value === "string" || typeof value === "number" ? [[name, [String(value)]] as const] : [];
  });
  return Object.fromEntries(fields);
}
