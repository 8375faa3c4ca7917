/** What people wrote, in one line that stays a line. */
export function line(text: string): string {
  return text
    .replaceAll(/\s+/g, " ")
    .replaceAll(/[\\`*_[\]<>#|]/g, String.raw`\$&`)
    .trim();
}

/** What people wrote in Markdown, set apart, so that its headings are not those of the file. */
export function quoted(text: string): string {
  return text
    .split(/\r?\n/)
    .map((each) => `> ${each}`.trimEnd())
    .join("\n");
}
