/** So many people are told that a post names them; the others it names are only read of. */
const mostMentions = 10;

/**
 * The handles that a text names, each once and as accounts write them. `handlesIn("Ask @ana@Social.example.")` is
 * `["@ana@social.example"]`; a handle without its server names nobody, since it could be anybody.
 */
export function handlesIn(text: string): readonly string[] {
  const found = text.matchAll(/(?<![\p{L}\p{N}_@/.-])@([\w](?:[\w.-]*\w)?)@((?:[a-z0-9-]+\.)+[a-z0-9-]*[a-z0-9])/giu);
  const handles = Array.from(found, ([, name = "", host = ""]) => `@${name}@${host.toLowerCase()}`);
  return [...new Set(handles)].slice(0, mostMentions);
}
