import type { Translator } from "../../../kernel/i18n/translator.ts";
import { PatternDefinitions, patternFill } from "../../../ui/components/patterns.tsx";
import type { DrawnPlace, OpinionDrawing } from "../../model/opinions/drawing.ts";

const id = "opinions";
const size = 320;
const margin = 30;

/** The map as a drawing: a mark where people stand, of a shape and a pattern for each group, greater where more stand. */
export function MapDrawing({ t, drawing }: { readonly t: Translator; readonly drawing: OpinionDrawing }) {
  return (
    <div class="opinion-map">
      <PatternDefinitions id={id} />
      <ul class="legend">
        {drawing.groups.map(({ size: people }, group) => (
          <li>
            <svg class="legend-key" width="20" height="20" viewBox="-10 -10 20 20" aria-hidden="true">
              <path class="bar-part" d={shapeOf(group, 8)} fill={patternFill(id, group)} />
            </svg>
            {t("decisions.opinions.legend", { group: "ABCDE".charAt(group), people })}
          </li>
        ))}
      </ul>
      <svg class="opinion-plot" viewBox={`0 0 ${size} ${size}`} aria-hidden="true">
        <path class="opinion-cross" d={`M${size / 2} 8V${size - 8}M8 ${size / 2}H${size - 8}`} />
        {drawing.places.map((place) => (
          <path
            class="bar-part"
            transform={`translate(${across(place.x)} ${across(100 - place.y)})`}
            d={shapeOf(place.group, radiusOf(place))}
            fill={patternFill(id, place.group)}
          />
        ))}
      </svg>
    </div>
  );
}

/** Twice the people, twice the area; bounded, so that a crowd covers nobody else. */
function radiusOf({ people }: DrawnPlace): number {
  return Math.min(22, Math.round(8 * Math.sqrt(people)));
}

function across(percent: number): number {
  return Math.round(margin + (percent * (size - 2 * margin)) / 100);
}

/** Disc, square, triangle, diamond, bar, of about the same area. */
function shapeOf(group: number, r: number): string {
  const [w, tall] = [Math.round(r * 0.9), Math.round(r * 1.25)];
  const shapes = [
    `M${-r} 0a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0`,
    `M${-w} ${-w}H${w}V${w}H${-w}z`,
    `M0 ${-tall}L${tall} ${w}H${-tall}z`,
    `M0 ${-tall}L${tall} 0L0 ${tall}L${-tall} 0z`,
    `M${-tall} ${-Math.round(r / 2)}H${tall}V${Math.round(r / 2)}H${-tall}z`,
  ];
  return shapes[group] ?? "";
}
