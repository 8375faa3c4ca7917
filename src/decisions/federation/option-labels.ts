import { allOptionNames, allPollLabels } from "../methods/all-option-names.ts";
import { isLanguage } from "../../kernel/i18n/language.ts";
import type { Proposal } from "../store/proposals/proposals.read.ts";

/**
 * The place in a native poll of the option that a vote names to the letter, in whichever language the poll went out; -1 where there is none.
 * `listed` is the proposal as its poll lists it.
 */
export function optionPlace(listed: Proposal, label: string): number {
  for (const labels of allPollLabels(listed)) {
    const place = labels.indexOf(label);
    if (place >= 0) return place;
  }
  return -1;
}

/** The names of the options in the language of a reply, or in English where that is not one of ours. */
export function wordsOfOptions(proposal: Proposal, language: string | undefined): readonly string[] {
  const [primary = "en"] = (language ?? "en").split("-");
  return allOptionNames(proposal).get(isLanguage(primary) ? primary : "en") ?? [];
}
