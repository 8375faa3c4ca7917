/** The patterns of one drawing's parts: solid, stripes, dots, crosses. `id` is the drawing's own. */
export function PatternDefinitions({ id }: { readonly id: string }) {
  return (
    <svg class="pattern-definitions" width="0" height="0" aria-hidden="true" focusable="false">
      <defs>
        {marks.map((mark, place) => (
          <pattern
            id={`${id}-pattern-${place}`}
            data-part={place}
            class="pattern"
            width="6"
            height="6"
            patternUnits="userSpaceOnUse"
          >
            <rect class="pattern-ground" width="6" height="6" />
            <path class="pattern-mark" d={mark} />
          </pattern>
        ))}
      </defs>
    </svg>
  );
}

const marks = ["", "M-1.5 1.5 1.5-1.5M0 6 6 0M4.5 7.5 7.5 4.5", "M1.5 3h3", "M0 0 6 6M6 0 0 6"] as const;

/** The value of a `fill` attribute that paints a part in its pattern. */
export function patternFill(id: string, part: number): string {
  return `url(#${id}-pattern-${part % marks.length})`;
}
