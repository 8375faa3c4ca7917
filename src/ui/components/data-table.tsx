import type { Child } from "hono/jsx";
import type { Translator } from "../../kernel/i18n/translator.ts";

/** A column of a table. */
export interface Column {
  readonly label: Child;
  /** Aligned by their digits. */
  readonly numeric?: boolean;
}

interface DataTableProps {
  readonly t: Translator;
  /** What the table is of; also names the region that scrolls. */
  readonly caption: string;
  readonly columns: readonly Column[];
  /** Each with one cell per column; the first cell names its row. */
  readonly rows: readonly (readonly Child[])[];
  /** Instead of rows when there are none. */
  readonly empty?: Child;
}

/** A table that scrolls within itself where the screen is narrow, and says so. */
export function DataTable({ t, caption, columns, rows, empty }: DataTableProps) {
  if (rows.length === 0 && empty !== undefined) return <>{empty}</>;
  return (
    // Whoever has no pointer scrolls it with the arrow keys, so it takes the focus.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section class="data-table" aria-label={caption} tabindex={0}>
      <ScrollsLine t={t} columns={columns.length} />
      <table>
        <caption>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th scope="col" data-numeric={column.numeric === true ? "yes" : undefined}>
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((cells) => (
            <tr>{cells.map((cell, place) => tableCell(cell, place, columns[place]))}</tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

// Browsers that cannot tell whether something scrolls say it on narrow screens of tables with more columns than fit there.
const columnsThatFit = 3;

/** Says that a table goes on to the side; to be seen only where it does. */
export function ScrollsLine({ t, columns }: { readonly t: Translator; readonly columns: number }) {
  return (
    <p class="table-scrolls" data-wide={columns > columnsThatFit ? "yes" : undefined} aria-hidden="true">
      {t("ui.table.scrolls")}
    </p>
  );
}

function tableCell(cell: Child, place: number, column: Column | undefined) {
  if (place === 0) return <th scope="row">{cell}</th>;
  return <td data-numeric={column?.numeric === true ? "yes" : undefined}>{cell}</td>;
}
