/** Why the options of a proposal cannot be asked about; each is mended in the field of the options. */
export type OptionsRefusal =
  | { readonly kind: "too-few-options"; readonly field: "options"; readonly least: number }
  | { readonly kind: "too-many-options"; readonly field: "options"; readonly most: number }
  | { readonly kind: "option-twice"; readonly field: "options"; readonly option: string };

/** Who names the options, as the rules of a method say it. */
type OptionsAsked =
  | { readonly kind: "own"; readonly fewest: number; readonly most: number }
  | { readonly kind: "fixed"; readonly keys: readonly string[] };

/**
 * What is to be mended of the options that a proposal names, if anything: how many there are, and that no two are called the same,
 * since a vote in a native poll says nothing but a name. `optionsRefusal({ kind: "own", fewest: 2, most: 9 }, ["Pear", "pear"])` is the
 * refusal `option-twice`.
 */
export function optionsRefusal(asked: OptionsAsked, options: readonly string[]): OptionsRefusal | undefined {
  if (asked.kind === "fixed") return undefined;
  if (options.length < asked.fewest) return { kind: "too-few-options", field: "options", least: asked.fewest };
  if (options.length > asked.most) return { kind: "too-many-options", field: "options", most: asked.most };
  const known = new Set<string>();
  for (const option of options) {
    const name = option.normalize("NFC").toLowerCase();
    if (known.has(name)) return { kind: "option-twice", field: "options", option };
    known.add(name);
  }
  return undefined;
}
