/** What a survey asks, as it was written in one field. */
export interface WrittenSurvey {
  readonly options: readonly string[];
  readonly questions: readonly {
    readonly title: string;
    readonly kind: "single" | "multiple" | "score";
    readonly options: number;
    readonly most: number | null;
  }[];
}

/**
 * Reads the questions of a survey: parted by blank lines, the first line of each its title, the others its options. `[2]` at the end
 * of a title lets people pick as many, `[0-5]` lets them give scores from 0 to 5; without either, one option is picked.
 *
 * `surveyFromText("Where?\nHere\nThere\n\nHow good? [0-5]\nFood\nTalk")` has four options and two questions.
 */
export function surveyFromText(text: string): WrittenSurvey {
  const blocks = text
    .split(/\r?\n\s*\r?\n/)
    .map((block) =>
      block
        .split(/\r?\n/)
        .map((line) => line.trim())
        .filter((line) => line !== ""),
    )
    .filter((lines) => lines.length > 0);
  return {
    options: blocks.flatMap((lines) => lines.slice(1)),
    questions: blocks.map(([title = "", ...options]) => ({ ...titleOf(title), options: options.length })),
  };
}

function titleOf(line: string): Pick<WrittenSurvey["questions"][number], "title" | "kind" | "most"> {
  const [, title = line, highest, several] = /^(.*?)\s*\[(?:0\s*[-–]\s*(\d{1,3})|(\d{1,3}))\]$/.exec(line) ?? [];
  if (highest !== undefined) return { title, kind: "score", most: Number(highest) };
  if (several !== undefined && several !== "1") return { title, kind: "multiple", most: Number(several) };
  return { title, kind: "single", most: null };
}

/** A survey as {@link surveyFromText} reads it: `surveyText` of what it gave is the text again, without blanks that said nothing. */
export function surveyText({ options, questions }: WrittenSurvey): string {
  let from = 0;
  const blocks = questions.map(({ title, kind, options: size, most }) => {
    const lines = options.slice(from, from + size);
    from += size;
    const range = kind === "score" ? ` [0-${most ?? 0}]` : kind === "multiple" ? ` [${most ?? size}]` : "";
    return [`${title}${range}`, ...lines].join("\n");
  });
  return blocks.join("\n\n");
}
