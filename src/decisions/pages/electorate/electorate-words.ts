import type { Translator } from "../../../kernel/i18n/translator.ts";
import type { NotOnTheList } from "../../commands/electorate/why-not.ts";
import type { WhyLeftOut } from "../../model/electorate/electorate.ts";
import type { Electorate, LeftOut } from "../../store/electorate/electorates.read.ts";

/** Who is asked, in one sentence: "Asked: everyone in the circle Money." */
export function askedWords(t: Translator, { kind, circleName }: Electorate): string {
  return t(`decisions.electorate.asked.${kind}`, { circle: circleName });
}

/** Why the reader may not answer, and from when they may what opens then. */
export function whyNotWords(t: Translator, { why, from, className }: NotOnTheList): string {
  const said = t(`decisions.electorate.not.${why}`, { class: className });
  if (from === undefined) return said;
  return `${said} ${t("decisions.electorate.from", { from: t.dateTime(from) })}`;
}

/** Why a member may not answer, for others to read: what concerns dues is between them and the stewards. */
export function leftOutWords(t: Translator, left: LeftOut, isPrivy: boolean): string {
  const why: WhyLeftOut | "private" = left.why === "dues" && !isPrivy ? "private" : left.why;
  const until = left.until === undefined ? "" : t.dateTime(left.until);
  return t(`decisions.electorate.left.${why}`, { class: left.className, until });
}
