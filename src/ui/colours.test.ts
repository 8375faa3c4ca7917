import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { hues } from "./hue.ts";

const styles = join(import.meta.dirname, "styles");
const tokens = readFileSync(join(styles, "tokens.css"), "utf8");
const accents = readFileSync(join(styles, "hues.css"), "utf8");

type Declarations = Readonly<Record<string, string>>;
type LinearRgb = readonly [red: number, green: number, blue: number];

/** Text on what lies behind it: contrast of at least 4.5 (WCAG 2.2, 1.4.3). */
const texts = [
  ...pairs(["ink", "ink-quiet", "accent", "accent-pressed", "good", "careful", "stop", "note"], ["paper"]),
  ...pairs(["ink", "ink-quiet", "accent", "stop"], ["paper-set-back"]),
  ...pairs(["on-accent"], ["accent", "accent-pressed", "heat-4", "heat-5"]),
  ...pairs(
    ["ink"],
    ["accent-soft", "heat-1", "heat-2", "heat-3", "good-soft", "careful-soft", "stop-soft", "note-soft"],
  ),
  ...["good", "careful", "stop", "note"].flatMap((meaning) => pairs([meaning], [`${meaning}-soft`])),
  ...pairs(["accent"], ["accent-soft", "good-soft", "careful-soft", "stop-soft", "note-soft"]),
];

/** Edges of fields and parts of drawings: contrast of at least 3 (WCAG 2.2, 1.4.11). */
const shapes = pairs(["rule-strong", "accent"], ["paper", "paper-set-back"]);

describe.each(["light", "dark"] as const)("in the %s scheme", (scheme) => {
  describe.each(hues)("with the accent %s", (hue) => {
    const declared = { ...rootTokens(scheme), ...hueTokens(hue) };

    test.each(texts)("%s can be read on %s", (text, ground) => {
      expect(contrast(colour(declared, text), colour(declared, ground))).toBeGreaterThanOrEqual(4.5);
    });

    test.each(shapes)("%s stands out from %s", (shape, ground) => {
      expect(contrast(colour(declared, shape), colour(declared, ground))).toBeGreaterThanOrEqual(3);
    });

    test("every colour is one that all screens show as it is meant", () => {
      const colours = Object.keys(declared).filter((name) => declared[name]?.startsWith("oklch("));
      expect(colours.length).toBeGreaterThan(20);
      for (const name of colours) {
        for (const part of colour(declared, name)) {
          expect(part, name).toBeGreaterThan(-0.001);
          expect(part, name).toBeLessThan(1.001);
        }
      }
    });
  });
});

test("the twelve accents are the ones a community may choose from", () => {
  expect([...accents.matchAll(/\[data-hue="([a-z]+)"\]/g)].map((match) => match[1])).toEqual([...hues]);
});

function pairs(texts: readonly string[], grounds: readonly string[]): readonly (readonly [string, string])[] {
  return texts.flatMap((text) => grounds.map((ground) => [text, ground] as const));
}

function rootTokens(scheme: "light" | "dark"): Declarations {
  const [light = "", rest = ""] = tokens.split("@media (prefers-color-scheme: dark)");
  const [dark = ""] = rest.split("@supports");
  return { ...declarationsIn(light), ...(scheme === "dark" && declarationsIn(dark)) };
}

function hueTokens(hue: string): Declarations {
  return declarationsIn(accents.split(`[data-hue="${hue}"]`)[1]?.split("}")[0] ?? "");
}

function declarationsIn(css: string): Declarations {
  return Object.fromEntries(
    [...css.matchAll(/--([a-z0-9-]+):\s*([^;]+);/g)].map((match) => [match[1] ?? "", match[2] ?? ""]),
  );
}

function colour(declared: Declarations, name: string): LinearRgb {
  const parts = /^oklch\((.+)\)$/.exec(declared[name] ?? "")?.[1];
  if (parts === undefined) throw new Error(`--${name} is no colour in oklch`);
  const [lightness = 0, chroma = 0, hue = 0] = [...parts.matchAll(/calc\([^*]+\*[^)]+\)|var\([^)]+\)|[\d.]+/g)].map(
    (part) => number(declared, part[0]),
  );
  return linearRgb(lightness, chroma, hue);
}

/** A number, a `var(--name)`, or a `calc(a * b)` of both. */
function number(declared: Declarations, text: string): number {
  const product = /^calc\((.+) \* (.+)\)$/.exec(text);
  if (product !== null) return number(declared, product[1] ?? "") * number(declared, product[2] ?? "");
  const name = /^var\(--([a-z-]+)\)$/.exec(text)?.[1];
  const value = name === undefined ? Number(text) : number(declared, declared[name] ?? "");
  if (Number.isNaN(value)) throw new Error(`${text} is no number`);
  return value;
}

/** Björn Ottosson, "A perceptual color space for image processing" (2020), https://bottosson.github.io/posts/oklab/ */
function linearRgb(lightness: number, chroma: number, hue: number): LinearRgb {
  const a = chroma * Math.cos((hue * Math.PI) / 180);
  const b = chroma * Math.sin((hue * Math.PI) / 180);
  const long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const medium = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const short = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
    -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
    -0.0041960863 * long - 0.7034186147 * medium + 1.707614701 * short,
  ];
}

/** WCAG 2.2, "contrast ratio" and "relative luminance"; the colours are linear already. */
function contrast(one: LinearRgb, other: LinearRgb): number {
  const luminance = ([red, green, blue]: LinearRgb) => 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}
