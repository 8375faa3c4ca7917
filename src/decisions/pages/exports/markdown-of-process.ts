import type { Translator } from "../../../kernel/i18n/translator.ts";
import type { ProcessRecord } from "../../model/exports/process-records.ts";
import { line, quoted } from "./markdown-of-people.ts";

/** One record of a process in words. */
export function markdownOfProcess(record: ProcessRecord, t: Translator): string {
  const when = (instant: string) => t.dateTime(Temporal.Instant.from(instant));
  switch (record.kind) {
    case "consent": {
      const state = t(`decisions.consent.state.${record.state}`);
      const head = `\n### ${line(record.title)}\n\n${t("decisions.consent.kind")} · ${state} · ${line(record.by)}\n\n${record.url}\n`;
      return `${head}${labelled(t("decisions.consent.field.need"), record.need)}${labelled(t("decisions.consent.field.aim"), record.aim)}`;
    }
    case "version": {
      const { version } = record;
      const head = `\n#### ${t("decisions.consent.version", { version })}: ${line(record.title)}\n\n${line(record.by)}, ${when(record.at)}\n`;
      return `${head}\n${quoted(record.text)}\n${labelled(t("decisions.consent.field.note"), record.note)}`;
    }
    case "question":
      return `\n- **${line(record.by)}**: ${line(record.text)} ${line(record.answer)}\n`;
    case "round": {
      const counts = Object.entries(record.counts).map(
        ([answer, count]) => `${answerWords(record.round, answer, t)}: ${count}`,
      );
      return `\n*${when(record.at)}* ${counts.join(", ")}\n`;
    }
    case "answer":
      return `\n- **${line(record.by)}**: ${answerWords(record.round, record.answer, t)}${after(record.words)}\n`;
    case "objection": {
      const kind = t(`decisions.consent.objection-kind.${record.harm}`);
      const state = t(`decisions.consent.objection-state.${record.state}`);
      const fields = (["aim", "evidence", "severity", "workable"] as const).map((field) =>
        labelled(t(`decisions.consent.field.${field}`), record[field]),
      );
      const head = `\n#### ${t("decisions.consent.answer.objection")}: ${kind}\n\n${line(record.by)}, ${when(record.at)}. ${state}\n`;
      return `${head}\n${quoted(record.statement)}\n${fields.join("")}`;
    }
    case "remark":
      return `\n- **${line(record.by)}** ${t(`decisions.consent.remark.${record.what}`)}${after(record.words)}\n`;
    case "request":
      return `\n### ${record.number}. ${line(record.title)}\n\n${t(`decisions.request.state.${record.state}`)} · ${line(record.by)}\n\n${record.url}\n`;
    case "charter": {
      const names = record.matters.map(({ name }) => `- ${line(name)}\n`).join("");
      const head = `\n## ${t("decisions.charter.title")} ${record.version}\n\n${line(record.by)}, ${when(record.at)}\n`;
      return `${head}${record.opening === "" ? "" : `\n${quoted(record.opening)}\n`}\n${names}`;
    }
    case "statement":
      return `\n- ${line(record.text)} (${record.answered})\n`;
  }
}

function answerWords(round: string, answer: string, t: Translator): string {
  if (round === "motion") return t(`decisions.consent.agrees.${answer}`);
  return t(round === "review" ? `decisions.consent.review-answer.${answer}` : `decisions.consent.answer.${answer}`);
}

function labelled(label: string, words: string): string {
  return words === "" ? "" : `\n${label}:\n\n${quoted(words)}\n`;
}

function after(words: string): string {
  return words === "" ? "" : `: ${line(words)}`;
}
