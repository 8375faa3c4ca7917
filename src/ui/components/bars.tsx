import type { Translator } from "../../kernel/i18n/translator.ts";
import { Figure } from "./figure.tsx";
import { PatternDefinitions, patternFill } from "./patterns.tsx";

/** One bar: what it stands for and how long its parts are. */
export interface Bar {
  readonly label: string;
  /** One count per part, in the order of the parts. */
  readonly counts: readonly number[];
}

interface BarsProps {
  readonly t: Translator;
  /** Unique on the page; letters, digits and hyphens. */
  readonly id: string;
  /** What the bars say, as a sentence. */
  readonly title: string;
  /** What the bars are of, over their labels in the table: "Time". */
  readonly subject: string;
  /** At most four, such as yes, if need be, no; each has its pattern. */
  readonly parts: readonly string[];
  readonly bars: readonly Bar[];
  /** What a full bar stands for: everybody asked. The longest bar, unless given. */
  readonly whole?: number;
}

/** Counts as bars, in patterns as well as hues, with the numbers beside them. */
export function Bars({ t, id, title, subject, parts, bars, whole }: BarsProps) {
  const most = Math.max(1, whole ?? 0, ...bars.map((bar) => sum(bar.counts)));
  const columns = [{ label: subject }, ...parts.map((label) => ({ label, numeric: true }))];
  const rows = bars.map((bar) => [bar.label, ...bar.counts.map((count) => t.number(count))]);
  const drawing = (
    <div class="bars">
      <PatternDefinitions id={id} />
      {parts.length > 1 && <Legend id={id} parts={parts} />}
      <ul class="drawn-rows">
        {bars.map((bar) => (
          <li>
            <span class="drawn-label">{bar.label}</span>
            <BarDrawing id={id} counts={bar.counts} most={most} />
            <span class="drawn-number">{bar.counts.map((count) => t.number(count)).join(" · ")}</span>
          </li>
        ))}
      </ul>
    </div>
  );
  return <Figure t={t} title={title} drawing={drawing} columns={columns} rows={rows} />;
}

function Legend({ id, parts }: { readonly id: string; readonly parts: readonly string[] }) {
  return (
    <ul class="legend">
      {parts.map((part, place) => (
        <li>
          <svg class="legend-key" width="20" height="14" aria-hidden="true">
            <rect class="bar-part" data-part={place} width="100%" height="100%" fill={patternFill(id, place)} />
          </svg>
          {part}
        </li>
      ))}
    </ul>
  );
}

function BarDrawing({
  id,
  counts,
  most,
}: {
  readonly id: string;
  readonly counts: readonly number[];
  readonly most: number;
}) {
  let before = 0;
  return (
    <svg class="bar" width="100%" height="14" aria-hidden="true">
      {counts.map((count, place) => {
        const start = before;
        before += count;
        return (
          <rect
            class="bar-part"
            data-part={place}
            x={percent(start, most)}
            width={percent(count, most)}
            height="100%"
            fill={patternFill(id, place)}
          />
        );
      })}
    </svg>
  );
}

function percent(count: number, most: number): string {
  return `${((100 * count) / most).toFixed(2)}%`;
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}
