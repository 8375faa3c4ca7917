/** What a `robots.txt` asks of programs, as far as it is about one of them: the rules of its group, the longest first. */
export interface RobotsRules {
  readonly rules: readonly { readonly isAllowed: boolean; readonly pattern: string }[];
}

/** So much of a file is read (RFC 9309, section 2.5, asks for 500 KiB), and so many rules of a group are kept. */
const most = { characters: 512_000, rules: 1_000, pattern: 500 } as const;

/** Nothing is asked. */
export const everythingAllowed: RobotsRules = { rules: [] };

/**
 * What a `robots.txt` asks of the program of this name: all groups that name it, else those for everybody (RFC 9309, section 2.2.1).
 * `readRobots("User-agent: *\nDisallow: /", "koinon")` asks it to stay away.
 */
export function readRobots(text: string, agent: string): RobotsRules {
  const groups = groupsIn(text.slice(0, most.characters));
  const own = groups.filter(({ agents }) => agents.includes(agent));
  const chosen = own.length > 0 ? own : groups.filter(({ agents }) => agents.includes("*"));
  const rules = chosen.flatMap((group) => group.rules).slice(0, most.rules);
  return { rules: rules.toSorted(strongestFirst) };
}

/** Whether these rules let a program ask for a path: the longest that fits decides, and of two as long the one that allows. */
export function mayAsk({ rules }: RobotsRules, path: string): boolean {
  return rules.find(({ pattern }) => fits(pattern, path))?.isAllowed ?? true;
}

type Rule = RobotsRules["rules"][number];

function strongestFirst(one: Rule, other: Rule): number {
  return other.pattern.length - one.pattern.length || Number(other.isAllowed) - Number(one.isAllowed);
}

function groupsIn(text: string): readonly { readonly agents: readonly string[]; readonly rules: readonly Rule[] }[] {
  const groups: { agents: string[]; rules: Rule[] }[] = [];
  let isNaming = false;
  for (const line of text.split(/\r\n|\r|\n/)) {
    const [, name = "", value = ""] = /^\s*([A-Za-z-]+)\s*:\s*([^#]*)/.exec(line) ?? [];
    const field = name.toLowerCase();
    const said = value.trim();
    if (field === "user-agent") {
      if (!isNaming) groups.push({ agents: [], rules: [] });
      groups.at(-1)?.agents.push(productOf(said));
      isNaming = true;
    } else if (field === "allow" || field === "disallow") {
      isNaming = false;
      // A rule without a path is none: an empty Disallow allows everything.
      if (said !== "" && said.length <= most.pattern) {
        groups.at(-1)?.rules.push({ isAllowed: field === "allow", pattern: said });
      }
    }
  }
  return groups;
}

/** `Koinon/1.0` is the program `koinon`. */
function productOf(said: string): string {
  return said === "*" ? "*" : (/^[A-Za-z_-]+/.exec(said)?.[0] ?? "").toLowerCase();
}

/** Whether a path begins as a pattern says; `*` stands for anything, `$` for the end. Takes time in proportion to both, never more. */
function fits(pattern: string, path: string): boolean {
  const isWhole = pattern.endsWith("$");
  const pieces = (isWhole ? pattern.slice(0, -1) : pattern).split("*");
  const [first = "", ...rest] = pieces;
  if (!path.startsWith(first)) return false;
  let place = first.length;
  for (const piece of rest.slice(0, -1)) {
    const found = path.indexOf(piece, place);
    if (found < 0) return false;
    place = found + piece.length;
  }
  const last = rest.at(-1);
  if (last === undefined) return !isWhole || place === path.length;
  if (isWhole) return path.length - last.length >= place && path.endsWith(last);
  return path.indexOf(last, place) >= 0;
}
