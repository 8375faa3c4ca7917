import type { Translator } from "../../../kernel/i18n/translator.ts";
import { csvFrom } from "../../../kernel/text/csv.ts";
import { exportColumns, exportRow, type ExportRecord } from "../../model/exports/records.ts";
import { line, quoted } from "./markdown-of-people.ts";
import { markdownOfProcess } from "./markdown-of-process.ts";
import type { ExportFormat } from "./export-addresses.ts";

/** What an export says of itself. */
export interface ExportHead {
  readonly community: string;
  readonly title: string;
  readonly url: string;
  readonly exportedAt: string;
}

type Pieces = AsyncGenerator<string>;

/** Media types of the forms. */
export const exportTypes: Readonly<Record<ExportFormat, string>> = {
  csv: "text/csv; charset=utf-8",
  json: "application/json; charset=utf-8",
  md: "text/markdown; charset=utf-8",
};

/** An export as text, piece by piece, as its records come. */
export function writtenRecords(
  format: ExportFormat,
  head: ExportHead,
  records: AsyncIterable<ExportRecord>,
  t: Translator,
): Pieces {
  switch (format) {
    case "csv":
      return asCsv(records);
    case "json":
      return asJson(head, records);
    case "md":
      return asMarkdown(head, records, t);
  }
}

async function* asCsv(records: AsyncIterable<ExportRecord>): Pieces {
  yield csvFrom([exportColumns]);
  for await (const record of records) yield csvFrom([exportRow(record)]);
}

/** One record on a line, so that the file can be read line by line, too. */
async function* asJson(head: ExportHead, records: AsyncIterable<ExportRecord>): Pieces {
  yield '{"koinon": "decisions", "format": 1,';
  for (const [name, value] of Object.entries(head)) yield ` ${JSON.stringify(name)}: ${JSON.stringify(value)},`;
  yield ' "records": [';
  let between = "\n";
  for await (const record of records) {
    yield `${between}${JSON.stringify(record)}`;
    between = ",\n";
  }
  yield "\n]}\n";
}

async function* asMarkdown(head: ExportHead, records: AsyncIterable<ExportRecord>, t: Translator): Pieces {
  yield `# ${line(head.title)}\n\n${head.url}\n\n`;
  yield `${t("decisions.exports.taken", { when: t.dateTime(Temporal.Instant.from(head.exportedAt)) })}\n`;
  let before: ExportRecord["kind"] | undefined;
  for await (const record of records) {
    yield markdownOf(record, before, t);
    before = record.kind;
  }
}

/** One record in words; `before` is what the one before it was, since a list begins with its heading. */
function markdownOf(record: ExportRecord, before: ExportRecord["kind"] | undefined, t: Translator): string {
  const when = (instant: string) => t.dateTime(Temporal.Instant.from(instant));
  switch (record.kind) {
    case "thread":
      return `\n## ${line(record.title)}\n\n${record.url}\n`;
    case "post": {
      const words = record.isRemoved ? t("decisions.exports.removed") : record.text;
      return `\n**${line(record.by)}**, ${when(record.writtenAt)}\n\n${quoted(words)}\n`;
    }
    case "attachment": {
      const shows = record.alt === "" ? "" : `: ${line(record.alt)}`;
      return `\n- ${t("decisions.exports.attachment")} ${line(record.name)}${shows} ${record.url} (SHA-256 \`${record.sha256}\`)\n`;
    }
    case "proposal": {
      const kind = t("decisions.proposal.kind", { method: t(`decisions.method.${record.method}.name`) });
      const state = `${t(`decisions.proposal.state.${record.state}`)}, ${when(record.closedAt ?? record.closesAt)}`;
      const options = record.options.map((option, place) => `${place + 1}. ${line(option)}\n`).join("");
      const by = `${t("decisions.proposal.by")} ${line(record.by)}`;
      const text = record.text === "" ? "" : `\n${quoted(record.text)}\n`;
      return `\n### ${line(record.title)}\n\n${kind} · ${state} · ${by}\n\n${record.url}\n${text}${options === "" ? "" : `\n${options}`}`;
    }
    case "change": {
      const what = `${t(`decisions.lifecycle.changes.${record.what}`)} ${when(record.until)}`;
      return `\n- ${what} (${line(record.by)}): ${line(record.reason)}\n`;
    }
    case "stance": {
      const heading = before === "stance" ? "" : `\n#### ${t("decisions.stances.title")}\n\n`;
      const reason = record.reason === "" ? "" : `: ${line(record.reason)}`;
      return `${heading}- **${line(record.by)}**: ${line(record.answer)}${reason}\n`;
    }
    case "ballot": {
      const heading = before === "ballot" ? "" : `\n#### ${t("decisions.published.title")}\n\n`;
      const code = record.code === null ? "" : ` (\`${record.code}\`)`;
      return `${heading}- ${record.count} × ${line(record.answer)}${code}\n`;
    }
    case "outcome": {
      const turnout = t("decisions.outcome.turnout", { answered: record.answered, eligible: record.eligible });
      const words = [...record.words, turnout].map(line).join(" ");
      const said = record.statement === "" ? "" : `\n${quoted(record.statement)}\n`;
      return `\n#### ${t("decisions.outcome.title")}\n\n${words}\n${said}`;
    }
    default:
      return markdownOfProcess(record, t);
  }
}
