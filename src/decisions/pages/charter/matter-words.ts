import type { Translator } from "../../../kernel/i18n/translator.ts";
import { methodOf } from "../../methods/registry.ts";
import { viewsOf } from "../../methods/shown.ts";
import type { Bylaws } from "../../model/charter/bylaws.ts";
import type { Charter, Matter } from "../../model/charter/charter.ts";
import { consentRulesOf, consentWay } from "../../model/charter/consent-way.ts";
import { presetById, processPresetById } from "../../model/presets.ts";
import { consentInWords } from "./consent-in-words.ts";

/** What a way to decide is called: a preset, consent, or a method with its usual settings. */
export function wayName(t: Translator, way: string): string {
  if (way === consentWay) return t("decisions.charter.consent.name");
  const isPreset = presetById(way) !== undefined || processPresetById(way) !== undefined;
  return isPreset ? t(`decisions.preset.${way}.name`) : t(`decisions.method.${way}.name`);
}

/** Rules that bind, sentence by sentence. */
export function bylawsInWords(t: Translator, bylaws: Bylaws): readonly string[] {
  const { method, settings, quorumPercent, days, threadDays, reasons } = bylaws;
  const consent = consentRulesOf(bylaws);
  if (consent !== undefined) return consentInWords(t, consent);
  const set = viewsOf({ method }).settings?.inWords(settings, t) ?? [];
  // Where the method names the options, its settings in words say all of how it counts.
  const isSaid = set.length > 0 && methodOf({ method }).rules.options.kind === "fixed";
  return [
    ...(isSaid ? [] : [t(`decisions.method.${method}.counts`)]),
    ...set,
    ...(quorumPercent > 0 ? [t("decisions.charter.rule.quorum", { percent: quorumPercent })] : []),
    ...(reasons === "required-when-disagreeing" ? [t("decisions.lifecycle.rules.reasons")] : []),
    ...(threadDays > 0 ? [t("decisions.charter.rule.thread-days", { days: threadDays })] : []),
    t("decisions.charter.rule.days", { days }),
  ];
}

/** All that the charter says of one matter. */
export function matterInWords(t: Translator, matter: Matter): readonly string[] {
  return [...bylawsInWords(t, matter), t(`decisions.charter.rule.put-by.${matter.putBy}`)];
}

/** A charter as Markdown, without its title: what is compared, and what is taken along. */
export function charterMarkdown(t: Translator, { opening, matters }: Charter): string {
  const parts = matters.map((matter) =>
    [
      `## ${matter.name}`,
      `**${wayName(t, matter.way)}**`,
      matterInWords(t, matter)
        .map((sentence) => `- ${sentence}`)
        .join("\n"),
    ].join("\n\n"),
  );
  return `${[...(opening === "" ? [] : [opening]), ...parts].join("\n\n")}\n`;
}
