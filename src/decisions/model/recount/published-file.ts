import { canonicalJson, type Json } from "../../../kernel/base/canonical-json.ts";
import type { Counted } from "../../methods/method.ts";
import type { Conclusion, Tally } from "../counting/tally.ts";

/** Ballots as they are published: equal ones together, or, of a secret vote, each beside the digest of its code. */
export interface PublishedCount extends Counted<Json> {
  /** SHA-256 of the receipt code, hex. */
  readonly code?: string;
  /** How many of them were spoken by somebody else, and how many are of guests. */
  readonly byProxy?: number;
  readonly byGuests?: number;
}

/** Everything that a recount needs, and what was counted here, to compare it with. */
export interface PublishedFile {
  readonly proposal: string;
  readonly title: string;
  readonly method: string;
  /** The version of the counting rule that was used. */
  readonly version: number;
  readonly options: readonly string[];
  readonly settings: Json;
  /** By which the lot falls, where the rule needs one. */
  readonly seed: string;
  readonly eligible: number;
  readonly answered: number;
  readonly tally: Tally;
  readonly conclusion: Conclusion;
  readonly ballots: readonly PublishedCount[];
}

/** The file as text: JSON in the form that `koinon count` reads, one ballot on a line, in the order given. */
export function writePublishedFile({ ballots, ...asked }: PublishedFile): string {
  const head = Object.entries({ koinon: "ballots", format: 1, ...asked });
  return [
    "{",
    ...head.map(([name, value]) => `  ${JSON.stringify(name)}: ${canonicalJson(value as Json)},`),
    '  "ballots": [',
    ballots.map((ballot) => `    ${canonicalJson({ ...ballot })}`).join(",\n"),
    "  ]",
    "}",
    "",
  ].join("\n");
}
