/**
 * The cells of the first table in a Markdown text that names its columns, as wiki pages have them: pipes between cells, a line of
 * dashes under the first; links become their words, but for a column of links alone, which becomes the addresses. Undefined when there
 * is no table.
 */
export function tableInMarkdown(text: string): readonly (readonly string[])[] | undefined {
  const lines = text.split(/\r?\n/);
  const rule = lines.findIndex(
    (line, place) => place > 0 && /^\s*\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?\s*$/.test(line),
  );
  if (rule === -1) return undefined;
  const header = cellsOf(lines[rule - 1] ?? "");
  if (header.length < 2) return undefined;
  const rows: (readonly string[])[] = [];
  for (const line of lines.slice(rule + 1)) {
    if (!line.includes("|")) break;
    rows.push(cellsOf(line).map(plainCell));
  }
  return [header.map(plainCell), ...rows];
}

function cellsOf(line: string): readonly string[] {
  const inner = line
    .trim()
    .replace(/^\|/, "")
    .replace(/(?<!\\)\|$/, "");
  return inner.split(/(?<!\\)\|/).map((cell) => cell.replaceAll("\\|", "|").trim());
}

/** A cell that is one link and nothing else is where it leads; other links are their words. */
function plainCell(cell: string): string {
  const [, alone] = /^\[[^\]]*\]\((https?:\/\/[^\s)]+)\)$/.exec(cell) ?? [];
  if (alone !== undefined) return alone;
  return cell
    .replaceAll(/\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replaceAll(/^<(https?:[^>]+)>$/g, "$1")
    .replaceAll(/[*_`]{1,2}([^*_`]+)[*_`]{1,2}/g, "$1");
}
