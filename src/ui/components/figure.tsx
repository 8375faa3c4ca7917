import type { Child } from "hono/jsx";
import type { Translator } from "../../kernel/i18n/translator.ts";
import { DataTable, type Column } from "./data-table.tsx";

interface FigureProps {
  readonly t: Translator;
  /** What it shows, as a sentence: "31 of 42 can come on Saturday". */
  readonly title: string;
  readonly drawing: Child;
  /** What was drawn, in numbers. */
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Child[])[];
}

/** A drawing, with its table one click away. */
export function Figure({ t, title, drawing, columns, rows }: FigureProps) {
  return (
    <figure class="figure">
      <figcaption>{title}</figcaption>
      {drawing}
      <details class="figure-table">
        <summary>{t("ui.figure.table")}</summary>
        <DataTable t={t} caption={title} columns={columns} rows={rows} />
      </details>
    </figure>
  );
}
