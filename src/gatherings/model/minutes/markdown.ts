import type { MinutesPart, MinutesSection, Said } from "./sections.ts";

/** Puts a sentence into words; what people gave it as values has nothing that Markdown reads as markup. */
export type SpeakMarkdown = (said: Said) => string;

/**
 * Minutes as a Markdown file, under a title. What people wrote stands as they wrote it, but its headings are lowered beneath ours, so that no
 * note can pass for a part of the minutes.
 */
export function minutesMarkdown(title: string, sections: readonly MinutesSection[], speak: SpeakMarkdown): string {
  return (
    [`# ${markdownFrom(title)}`, ...sections.flatMap((section) => sectionMarkdown(section, speak))].join("\n\n") + "\n"
  );
}

/** One section as paragraphs of Markdown. */
export function sectionMarkdown({ heading, parts }: MinutesSection, speak: SpeakMarkdown): readonly string[] {
  return [`## ${speak(heading)}`, ...parts.map((part) => partMarkdown(part, speak)).filter((text) => text !== "")];
}

function partMarkdown(part: MinutesPart, speak: SpeakMarkdown): string {
  switch (part.kind) {
    case "line":
      return speak(part.said);
    case "heading":
      return `### ${speak(part.said)}`;
    case "list":
      return part.items.map((item) => `- ${speak(item)}`).join("\n");
    case "text":
      return lowered(part.text);
  }
}

/** Plain text, on one line, with everything written out that Markdown reads as markup; `markdownFrom("*a*")` is `\*a\*`. */
export function markdownFrom(text: string): string {
  return text
    .replace(/\s+/gu, " ")
    .replace(/[\\`*_{}[\]<>#+\-!|~&]/g, (sign) => `\\${sign}`)
    .replace(/^(\d+)([.)])/, "$1\\$2");
}

/** Headings of a text made the lowest of all, rules under a line kept from making headings of it, tags written out, and code closed. */
function lowered(text: string): string {
  const flat = text
    .replace(/^ {0,3}#{1,6}(?=\s)/gm, "######")
    .replace(/^( {0,3}(?:=+|-+)[^\S\n]*)$/gm, "\n$1")
    .replace(/<(?=[!?/a-z])(?!https?:|mailto:)/gi, "\\<");
  const open = openFence(flat);
  return open === undefined ? flat : `${flat}\n${open}`;
}

/** The fence of a block of code that is never closed, and would take in all that follows. */
function openFence(text: string): string | undefined {
  let open: string | undefined;
  for (const [, fence = ""] of text.matchAll(/^ {0,3}(`{3,}|~{3,})/gm)) {
    if (open === undefined) open = fence;
    else if (fence.startsWith(open)) open = undefined;
  }
  return open;
}
