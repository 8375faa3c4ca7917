import type { Guard } from "./guard.ts";
import type { Threat } from "./threats.ts";

const opening = `# Threats and guards

What hostile input could be after, and what stands in its way. Each guard is shown by a test that fails when the guard is taken out of the
program: \`npm run test:guards\` takes out one after the other, in a copy, and looks (\`-- --row 7\` for one row). The list is
\`scripts/guards/list/\`; this page is made of it by \`npm run test:guards -- --page\`, and a test holds the two together.

Numbers have gaps where a threat is not about input, or where its guards are shown otherwise.
`;

/** The text of \`docs/threats.md\`: each threat with its guards, and the test that shows each. */
export function threatsPage(threats: readonly Threat[], guards: readonly Guard[]): string {
  const sections = threats.map((threat) => sectionOf(threat, guards));
  return [opening, ...sections].join("\n");
}

function sectionOf({ row, attack }: Threat, guards: readonly Guard[]): string {
  const lines = guards
    .filter(({ rows }) => rows.includes(row))
    .map(({ does, shownBy }) => `| ${cell(does)} | ${cell(shownBy.named)} | \`${shownBy.file}\` |`);
  return [`## ${row}. ${attack}`, "", "| guard | shown by the test | in |", "| --- | --- | --- |", ...lines, ""].join(
    "\n",
  );
}

function cell(text: string): string {
  return text.replaceAll("|", String.raw`\|`).replaceAll("\n", " ");
}
