declare const cleaned: unique symbol;

/** HTML from elsewhere that `cleanHtml` made fit to stand on our pages; what is kept so is shown as it is. */
export type CleanedHtml = string & { readonly [cleaned]: true };
