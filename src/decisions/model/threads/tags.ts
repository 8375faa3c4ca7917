/** So many tags a thread has at most, and so many characters each of them. */
const mostTags = 5;
const longestTag = 30;

/** A text that cannot be tags of a thread, and why. */
export type UnfitTags =
  | { readonly kind: "too-many-tags"; readonly most: number }
  | { readonly kind: "tag-unfit"; readonly tag: string };

/**
 * The tags in what somebody typed, with commas between them: lower case, words joined by hyphens, each once.
 * `tagsIn("Money, Spring gathering, #money")` is `["money", "spring-gathering"]`.
 */
export function tagsIn(typed: string): readonly string[] | UnfitTags {
  const tags = [...new Set(typed.split(/[,;\n]/).map(plainTag))].filter((tag) => tag !== "");
  const unfit = tags.find((tag) => tag.length > longestTag || !/^[\p{L}\p{M}\p{N}]+(-[\p{L}\p{M}\p{N}]+)*$/u.test(tag));
  if (unfit !== undefined) return { kind: "tag-unfit", tag: unfit.slice(0, 60) };
  return tags.length > mostTags ? { kind: "too-many-tags", most: mostTags } : tags;
}

function plainTag(typed: string): string {
  return typed
    .normalize("NFC")
    .trim()
    .toLowerCase()
    .replace(/^#+/, "")
    .trim()
    .split(/[\s_-]+/)
    .join("-");
}
