import { numberOfShare, type Share } from "../../kernel/i18n/number-words.ts";
import type { Translator } from "../../kernel/i18n/translator.ts";
import { Figure } from "./figure.tsx";

/** How well one zone or one instance fares. */
export interface FairnessLine {
  readonly label: string;
  readonly share: Share;
  /** In people, which comes before percent: "4 of 6 can come". */
  readonly people: string;
}

interface FairnessLinesProps {
  readonly t: Translator;
  /** What is compared, as a sentence. */
  readonly title: string;
  /** What the lines are of: "Time zone". */
  readonly subject: string;
  /** What a line's end stands for: "Share of those who can come". */
  readonly measure: string;
  readonly lines: readonly FairnessLine[];
}

/** A line per zone or instance, so that one sees who is served and who is left out. */
export function FairnessLines({ t, title, subject, measure, lines }: FairnessLinesProps) {
  const drawing = (
    <ul class="drawn-rows fairness-lines">
      {lines.map((line) => (
        <li>
          <span class="drawn-label">{line.label}</span>
          <LineDrawing share={numberOfShare(line.share)} />
          <span class="drawn-number">{line.people}</span>
        </li>
      ))}
    </ul>
  );
  const rows = lines.map((line) => [line.label, line.people, t.percent(line.share)]);
  const columns = [{ label: subject }, { label: t("ui.figure.people") }, { label: measure, numeric: true }];
  return <Figure t={t} title={title} drawing={drawing} columns={columns} rows={rows} />;
}

function LineDrawing({ share }: { readonly share: number }) {
  const end = `${(4 + 92 * share).toFixed(2)}%`;
  return (
    <svg class="fairness-line" width="100%" height="16" aria-hidden="true">
      <line class="fairness-ground" x1="4%" x2="96%" y1="8" y2="8" />
      <line class="fairness-reach" x1="4%" x2={end} y1="8" y2="8" />
      <circle class="fairness-end" cx={end} cy="8" r="5.5" />
    </svg>
  );
}
