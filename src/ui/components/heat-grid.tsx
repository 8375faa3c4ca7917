import type { Child } from "hono/jsx";
import type { Translator } from "../../kernel/i18n/translator.ts";
import { ScrollsLine } from "./data-table.tsx";

/** How many of how many. */
export interface HeatCell {
  readonly count: number;
  readonly of: number;
  /** It is night there for the reader. */
  readonly night?: boolean;
  /** It was chosen. */
  readonly chosen?: boolean;
  /** It does not speak for the row, as a count of those who cannot, and so has no tint. */
  readonly plain?: boolean;
}

interface HeatGridProps {
  readonly t: Translator;
  /** What the numbers are: "How many can come". */
  readonly caption: string;
  /** What the rows are of: "Time". */
  readonly subject: string;
  readonly columns: readonly Child[];
  /** Each with one cell per column; undefined where nothing was asked. */
  readonly rows: readonly { readonly label: Child; readonly cells: readonly (HeatCell | undefined)[] }[];
}

/** Availability as a table of numbers, tinted by how many; the numbers alone say all of it. */
export function HeatGrid({ t, caption, subject, columns, rows }: HeatGridProps) {
  return (
    // Whoever has no pointer scrolls it with the arrow keys, so it takes the focus.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section class="data-table heat-grid" aria-label={caption} tabindex={0}>
      <ScrollsLine t={t} columns={columns.length + 1} />
      <table>
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{subject}</th>
            {columns.map((column) => (
              <th scope="col">{column}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr>
              <th scope="row">{row.label}</th>
              {row.cells.map((cell) => (
                <HeatCellDrawing t={t} cell={cell} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function HeatCellDrawing({ t, cell }: { readonly t: Translator; readonly cell: HeatCell | undefined }) {
  if (cell === undefined) return <td class="heat-none">–</td>;
  return (
    <td
      data-heat={cell.plain === true ? undefined : heatOf(cell)}
      data-chosen={cell.chosen === true ? "yes" : undefined}
    >
      {t.number(cell.count)}
      {cell.night === true && <Sign sign="☾" words={t("ui.heat.night")} />}
      {cell.chosen === true && <Sign sign="✓" words={t("ui.heat.chosen")} />}
    </td>
  );
}

function Sign({ sign, words }: { readonly sign: string; readonly words: string }) {
  return (
    <>
      <span class="heat-sign" aria-hidden="true">
        {sign}
      </span>
      <span class="visually-hidden"> {words}</span>
    </>
  );
}

/** From 0 (nobody) to 5 (everybody); everybody alone is 5, and somebody is never 0. */
function heatOf({ count, of }: HeatCell): number {
  if (count <= 0 || of <= 0) return 0;
  return count >= of ? 5 : Math.min(4, 1 + Math.floor((4 * count) / of));
}
