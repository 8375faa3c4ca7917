/** A BCP 47 tag in its canonical form, or undefined for what is none. `canonicalLanguage("PT-br")` is `pt-BR`. */
export function canonicalLanguage(tag: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(tag.trim())[0];
  } catch {
    return undefined;
  }
}
