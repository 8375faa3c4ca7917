import type { Translator } from "../../kernel/i18n/translator.ts";
import type { FieldName } from "../model/entry-fields.ts";
import { unknown, type Facet } from "../model/filter.ts";

/** What a field is called. */
export function fieldLabel(t: Translator, field: FieldName | Facet): string {
  return t(`directory.field.${field}`);
}

/** The value of a field as people read it: words of a list in their language, names as they were written. */
export function valueWords(t: Translator, field: FieldName, value: string | readonly string[]): string {
  const words = (typeof value === "string" ? [value] : value).map((one) => answerWords(t, field, one));
  return words.join(t("directory.between"));
}

/** One answer of a field or facet in words. */
export function answerWords(t: Translator, field: FieldName | Facet, answer: string): string {
  if (answer === unknown) return t("directory.unknown");
  switch (field) {
    case "kind":
    case "ownership":
    case "practice":
    case "registration":
    case "joining":
    case "intention":
    case "lifecycle":
    case "verified":
      return t(`directory.${field}.${answer}`);
    case "country":
      return answer === "international" ? t("directory.international") : t.countryName(answer);
    case "accounts":
    case "activeAccounts":
      return t.number(BigInt(answer));
    case "languages":
      return t.languageName(answer);
    default:
      return answer;
  }
}
