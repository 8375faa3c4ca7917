import type { Child } from "hono/jsx";

/** One fact. */
export interface Definition {
  readonly term: string;
  readonly definition: Child;
}

/** Facts about one thing: date, place, host. */
export function DefinitionList({ definitions }: { readonly definitions: readonly Definition[] }) {
  return (
    <dl class="definition-list">
      {definitions.map(({ term, definition }) => (
        <div>
          <dt>{term}</dt>
          <dd>{definition}</dd>
        </div>
      ))}
    </dl>
  );
}
