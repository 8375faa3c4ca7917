import type { Translator } from "../../kernel/i18n/translator.ts";

interface PaginationProps {
  readonly t: Translator;
  /** What is paged through: "Members". */
  readonly label: string;
  /** Where one is, in words: "Members 51 to 100 of 342". */
  readonly position?: string | undefined;
  readonly previous?: string | undefined;
  readonly next?: string | undefined;
}

/** The way through a list that is longer than a page; nothing where there is but one page. */
export function Pagination({ t, label, position, previous, next }: PaginationProps) {
  if (previous === undefined && next === undefined) return null;
  return (
    <nav class="pagination" aria-label={t("ui.pagination.label", { list: label })}>
      {previous !== undefined && (
        <a href={previous} rel="prev">
          {t("ui.pagination.previous")}
        </a>
      )}
      {position !== undefined && <span class="pagination-position">{position}</span>}
      {next !== undefined && (
        <a href={next} rel="next">
          {t("ui.pagination.next")}
        </a>
      )}
    </nav>
  );
}
