import { directoryPath } from "../directory-paths.ts";

/** Where the queue of suggested places is. */
export const suggestionsPath = `${directoryPath}/suggestions`;

/** Where an operator looks at one. */
export function suggestionPath({ id }: { readonly id: string }): string {
  return `${suggestionsPath}/${id}`;
}
