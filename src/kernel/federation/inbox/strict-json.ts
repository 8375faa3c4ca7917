import type { Json } from "../../base/canonical-json.ts";
import { accepted, refused, type Result } from "../../base/result.ts";

const MOST_DEPTH = 64;
const MOST_ITEMS = 1000;
const MOST_TEXT = 256 * 1024;

/** Names that mean something to the runtime, and nothing in any activity. */
const forbiddenNames = new Set(["__proto__", "constructor", "prototype"]);

/** Why a text is not taken as JSON. */
export interface JsonProblem {
  readonly kind:
    | "not-json"
    | "too-deep"
    | "too-many-items"
    | "too-long-text"
    | "name-given-twice"
    | "forbidden-name"
    | "forbidden-character";
}

/**
 * Parses JSON from strangers. Beyond the grammar it refuses whatever different programs read differently, or what only costs:
 * a name given twice in one object, names such as `__proto__`, NUL in texts (PostgreSQL stores none), more than 64 levels, more
 * than 1,000 items in one array or object, texts of more than 256 Ki characters.
 *
 * The text is looked through once without building anything; only then does the platform's parser see it.
 * `readStrictJson('{"a":1,"a":2}')` is refused with `name-given-twice`.
 */
export function readStrictJson(text: string): Result<Json, JsonProblem> {
  const problem = problemIn(text);
  if (problem !== undefined) return refused({ kind: problem });
  try {
    // JSON.parse gives JSON and nothing else.
    return accepted(JSON.parse(text) as Json);
  } catch {
    return refused({ kind: "not-json" });
  }
}

/** An array or object that is open at the place in hand. */
interface Open {
  items: number;
  readonly names: Set<string>;
}

const quote = 0x22;
const backslash = 0x5c;
const comma = 0x2c;
const isOpening = (code: number) => code === 0x7b || code === 0x5b;
const isClosing = (code: number) => code === 0x7d || code === 0x5d;

/** Looks only at brackets, commas and strings: in a text that the parser then takes, that is enough to see all of its structure. */
function problemIn(text: string): JsonProblem["kind"] | undefined {
  const open: Open[] = [];
  for (let place = 0; place < text.length; place++) {
    const code = text.charCodeAt(place);
    if (code === quote) {
      const end = endOfString(text, place);
      if (end === undefined) return "not-json";
      const problem = problemInString(text, place, end, open.at(-1));
      if (problem !== undefined) return problem;
      place = end;
    } else if (isOpening(code)) {
      if (open.length === MOST_DEPTH) return "too-deep";
      open.push({ items: 0, names: new Set() });
    } else if (isClosing(code)) {
      open.pop();
    } else if (code === comma) {
      const inside = open.at(-1);
      if (inside !== undefined && ++inside.items >= MOST_ITEMS) return "too-many-items";
    }
  }
  return undefined;
}

/** Where the string that begins at `start` has its closing quote. */
function endOfString(text: string, start: number): number | undefined {
  for (let place = start + 1; place < text.length; place++) {
    const code = text.charCodeAt(place);
    if (code === quote) return place;
    if (code === backslash) place++;
  }
  return undefined;
}

function problemInString(
  text: string,
  start: number,
  end: number,
  inside: Open | undefined,
): JsonProblem["kind"] | undefined {
  if (end - start > MOST_TEXT) return "too-long-text";
  const written = text.slice(start + 1, end);
  if (/(?<!\\)(?:\\\\)*\\u0000/.test(written)) return "forbidden-character";
  if (inside === undefined || !isName(text, end)) return undefined;
  const name = unescaped(text.slice(start, end + 1));
  if (name === undefined) return "not-json";
  if (forbiddenNames.has(name)) return "forbidden-name";
  if (inside.names.has(name)) return "name-given-twice";
  inside.names.add(name);
  return undefined;
}

/** A string followed by a colon is the name of a member; nothing else in JSON is. */
function isName(text: string, end: number): boolean {
  let place = end + 1;
  while (text.charCodeAt(place) <= 0x20) place++;
  return text[place] === ":";
}

/** Two names that are escaped differently are the same name. */
function unescaped(written: string): string | undefined {
  if (!written.includes("\\")) return written.slice(1, -1);
  try {
    const name: unknown = JSON.parse(written);
    return typeof name === "string" ? name : undefined;
  } catch {
    return undefined;
  }
}
