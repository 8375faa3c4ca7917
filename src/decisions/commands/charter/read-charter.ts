import { z } from "zod";
import type { Json } from "../../../kernel/base/canonical-json.ts";
import { accepted, refused, type Result } from "../../../kernel/base/result.ts";
import type { CommandContext } from "../../../kernel/commands/command.ts";
import { methodById, type AnyMethod } from "../../methods/registry.ts";
import {
  charterMatter,
  matterOf,
  mostMatters,
  putters,
  type Charter,
  type Matter,
} from "../../model/charter/charter.ts";
import { presetById } from "../../model/presets.ts";
import { silenceKinds } from "../../model/consent/silence.ts";
import { longestOpenDays } from "../../model/proposal.ts";
import { longestPost } from "../../model/thread.ts";
import { isConsentWay, readConsentMatter, type ConsentMatterFault, type NamedCircle } from "./read-consent-matter.ts";

const numberOrNothing = (most: number) => z.literal("").or(z.coerce.number().int().min(0).max(most)).default("");

/** What a form or a file says of one matter. */
const matterInput = z.object({
  /** Of a matter that the charter has already; empty for a new one. */
  id: z.string().max(64).default(""),
  /** Empty for a matter that is left out. */
  name: z.string().trim().max(120).default(""),
  /** The id of a preset or of a method. */
  way: z.string().max(60),
  /** The least share who agree, where the way counts stances and this is not its own; such as `60 %` or `2/3`. */
  share: z.string().trim().max(20).default(""),
  quorumPercent: numberOrNothing(100),
  days: numberOrNothing(longestOpenDays),
  putBy: z.enum(putters).default("members"),
  /** The next four are of consent: what silence means, the days of its first rounds, and whom it asks; see `readConsentMatter`. */
  silence: z.enum(["", ...silenceKinds]).default(""),
  clarifyDays: numberOrNothing(longestOpenDays),
  reactDays: numberOrNothing(longestOpenDays),
  asks: z.string().max(80).default(""),
});

type MatterSaid = z.output<typeof matterInput>;

/** What a form or a file says of a charter. */
export const charterInput = {
  opening: z.string().trim().max(longestPost).default(""),
  matters: z.array(matterInput).max(mostMatters),
};

type MatterFault =
  | "matter-twice"
  | "unknown-way"
  | "way-decides-nothing"
  | "share-not-of-this-way"
  | "share-unreadable"
  | "way-needs-quorum"
  | "way-needs-days";

export type CharterRefusal =
  | { readonly kind: "charter-matter-missing" }
  | ConsentMatterFault
  | { readonly kind: MatterFault; readonly field: string; readonly least?: number; readonly given?: string };

/** Methods whose preset names no time leave at least so many days. */
const usualDays = 3;

/**
 * A charter as it was written down, with the rules of each way it names; matters without a name are left out, others keep
 * their ids from `before`, and new ones get one.
 *
 * Refuses `charter-matter-missing`, and by the field `matters.<place>.<name>`: two matters of one name, ways that are unknown or, for the
 * charter itself, cannot carry anything, a share that is none or not of this way, and less of a quorum or of time than the way asks for.
 */
export function readCharter(
  { ids }: Pick<CommandContext, "ids">,
  said: { readonly opening: string; readonly matters: readonly MatterSaid[] },
  before: Charter | undefined,
  circles: readonly NamedCircle[],
): Result<Charter, CharterRefusal> {
  const matters: Matter[] = [];
  for (const [place, matter] of said.matters.entries()) {
    if (matter.name === "") continue;
    const at = (name: string) => `matters.${place}.${name}`;
    const isKnown = matter.id === charterMatter || (before !== undefined && matterOf(before, matter.id) !== undefined);
    const id = isKnown ? matter.id : ids.next<"matter">();
    const isTwice = matters.some((one) => one.id === id || one.name.toLowerCase() === matter.name.toLowerCase());
    if (isTwice) return refused({ kind: "matter-twice", field: at("name") });
    const read = isConsentWay(matter.way) ? readConsentMatter(id, matter, at, circles) : readMatter(id, matter, at);
    if (!read.ok) return read;
    matters.push(read.value);
  }
  if (!matters.some(({ id }) => id === charterMatter)) return refused({ kind: "charter-matter-missing" });
  return accepted({ opening: said.opening, matters });
}

function readMatter(id: string, said: MatterSaid, at: (name: string) => string): Result<Matter, CharterRefusal> {
  const preset = presetById(said.way);
  const method = methodById(preset?.method ?? said.way);
  if (method === undefined) return refused({ kind: "unknown-way", field: at("way") });
  if (said.share !== "" && method.rules.id !== "stance") {
    return refused({ kind: "share-not-of-this-way", field: at("share") });
  }
  const usual = { ...(method.rules.defaults as { readonly [name: string]: Json }), ...preset?.settings };
  const asked = said.share === "" ? usual : { ...usual, share: said.share, reach: "at-least" };
  // Options are named with each proposal: here any number will do.
  const settings = method.rules.readSettings(asked, optionsFor(method));
  if (!settings.ok) return refused({ kind: "share-unreadable", field: at("share"), given: said.share });
  if (id === charterMatter && !canCarry(method, settings.value)) {
    return refused({ kind: "way-decides-nothing", field: at("way") });
  }
  const quorumPercent = said.quorumPercent === "" ? (preset?.quorumPercent ?? 0) : said.quorumPercent;
  const days = said.days === "" ? (preset?.days ?? usualDays) : said.days;
  if (preset !== undefined && quorumPercent < preset.quorumPercent) {
    return refused({ kind: "way-needs-quorum", field: at("quorumPercent"), least: preset.quorumPercent });
  }
  const leastDays = preset?.days ?? 1;
  if (days < leastDays) return refused({ kind: "way-needs-days", field: at("days"), least: leastDays });
  return accepted({
    id,
    name: said.name,
    way: said.way,
    share: said.share,
    method: method.rules.id,
    settings: settings.value as Matter["settings"],
    quorumPercent,
    days,
    threadDays: preset?.threadDays ?? 0,
    putBy: said.putBy,
    ...(preset?.reasons !== undefined && { reasons: preset.reasons }),
  });
}

/** Whether a method can say yes to a text: one person who chooses its first option must be able to carry it. */
export function canCarry({ rules }: AnyMethod, settings: Json = rules.defaults): boolean {
  if (rules.options.kind !== "fixed") return false;
  const question = { options: [], settings };
  const tally = rules.count(question, [{ ballot: { choice: 0 }, count: 1 }], "");
  return rules.conclude(tally, question, { eligible: 1, answered: 1 }).verdict === "carried";
}

function optionsFor({ rules }: AnyMethod): readonly string[] {
  return rules.options.kind === "own" ? Array.from({ length: rules.options.most }, (_, place) => `${place}`) : [];
}
