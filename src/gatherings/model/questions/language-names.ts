import { once } from "../../../kernel/base/once.ts";
import { foldText } from "../reply-pieces.ts";

/** The languages that answers may name: those of the largest fediverse communities and of the program. */
export const knownLanguages: readonly string[] =
  "en es fr de it pt ca eu gl nl da sv nb fi is pl cs sk sl hr sr hu ro bg el uk ru tr ar he fa hi bn ur id ms vi th zh ja ko eo ga cy gd br oc lv lt et sq mk sw".split(
    " ",
  );

const interfaceLanguages = ["en", "es", "fr", "de", "it"];

/** Each name of each language, folded, and its tag: in the language itself and in those of the program. */
const namesOfLanguages = once(
  (): ReadonlyMap<string, string> =>
    new Map(
      knownLanguages.flatMap((tag) => [
        [tag, tag] as const,
        ...[tag, ...interfaceLanguages].map((spoken) => [folded(nameIn(spoken, tag)), tag] as const),
      ]),
    ),
);

/** The language somebody means by its tag or its name; `languageMeant("Français")` is `fr`. Undefined for one not known. */
export function languageMeant(text: string): string | undefined {
  return namesOfLanguages().get(folded(text));
}

/**
 * The languages named in a list such as "German, English and sign", in order and once each; null when one of them is not known, so that
 * whoever wrote it is asked again.
 */
export function languagesNamed(text: string): readonly string[] | null {
  const names = text.split(/[,;/+&]|\s(?:and|y|e|et|und)\s/i).filter((name) => name.trim() !== "");
  const tags = names.map(languageMeant);
  return tags.includes(undefined) ? null : [...new Set(tags.filter((tag) => tag !== undefined))];
}

function nameIn(spoken: string, tag: string): string {
  return new Intl.DisplayNames([spoken], { type: "language" }).of(tag) ?? tag;
}

function folded(text: string): string {
  return foldText(text).join(" ");
}
