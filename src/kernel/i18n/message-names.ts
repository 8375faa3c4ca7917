import type { IntlMessageFormat } from "intl-messageformat";

/** A parsed ICU message. */
export type ParsedElements = ReturnType<IntlMessageFormat["getAst"]>;

/** The places and the tags that a message names, each once, sorted. */
export interface MessageNames {
  readonly places: readonly string[];
  readonly tags: readonly string[];
}

// The parser's element types (formatjs, icu-messageformat-parser, TYPE): its enum is not exported by the package we depend on.
const literal = 0;
const pound = 7;
const tag = 8;

/** What a message asks of its caller, through all its plural and select branches. */
export function namesIn(elements: ParsedElements): MessageNames {
  const places = new Set<string>();
  const tags = new Set<string>();
  const visit = (element: ParsedElements[number]): void => {
    if (element.type === tag) tags.add(element.value);
    else if (element.type !== literal && element.type !== pound) places.add(element.value);
    if ("children" in element) element.children.forEach(visit);
    if ("options" in element) Object.values(element.options).forEach((option) => option.value.forEach(visit));
  };
  elements.forEach(visit);
  return { places: [...places].sort(), tags: [...tags].sort() };
}
