import type { Id } from "../../../kernel/base/ids.ts";
import type { PersonId } from "../gathering.ts";
import type { StructureId } from "./structure.ts";

/** One timed part of a gathering. It never changes, whatever is edited or moved, so that notes can hang on it. */
export type BlockId = Id<"agenda-block">;

/** What people say of a block when they add or edit it. */
export interface BlockWords {
  readonly title: string;
  /** Markdown; empty when the title says it all. */
  readonly purpose: string;
  readonly structure: StructureId;
  readonly minutes: number;
  /** Whether notes may be taken. */
  readonly notes: boolean;
  /** Whether it may be recorded. */
  readonly recording: boolean;
}

/** Who hosts a block: somebody with an account here, somebody by name alone, or nobody yet. */
export interface BlockHost {
  readonly personId: PersonId | undefined;
  /** Empty beside a person, and when nobody hosts yet. */
  readonly name: string;
}

/** A block as it stands in an agenda. When it starts is derived from those before it, and never kept. */
export interface AgendaBlock extends BlockWords {
  readonly id: BlockId;
  readonly host: BlockHost;
}

/** The shortest and the longest block, in minutes. */
export const blockMinutes = { least: 1, most: 600 } as const;

/** The most blocks of one agenda. */
export const mostBlocks = 60;

/** How the blocks' sum compares with a session's length, in minutes. */
export interface Balance {
  readonly kind: "exact" | "over" | "under";
  /** How many too many, or how many are free. */
  readonly minutes: number;
}

/** The minutes of all blocks together; `sumOf([{ minutes: 5 }, { minutes: 10 }])` is 15. */
export function sumOf(blocks: readonly Pick<BlockWords, "minutes">[]): number {
  return blocks.reduce((sum, { minutes }) => sum + minutes, 0);
}

/** The sum against a length; `balanceOf(95, 90)` is 5 minutes over. */
export function balanceOf(sum: number, lengthMinutes: number): Balance {
  if (sum === lengthMinutes) return { kind: "exact", minutes: 0 };
  return sum > lengthMinutes
    ? { kind: "over", minutes: sum - lengthMinutes }
    : { kind: "under", minutes: lengthMinutes - sum };
}

/** After how many minutes each block starts; `offsetsOf([{ minutes: 5 }, { minutes: 10 }])` is `[0, 5]`. */
export function offsetsOf(blocks: readonly Pick<BlockWords, "minutes">[]): readonly number[] {
  let offset = 0;
  return blocks.map(({ minutes }) => {
    const start = offset;
    offset += minutes;
    return start;
  });
}

/** Which way a block is moved: to just before the one above it, or just after the one below it. */
export type Direction = "up" | "down";

/**
 * The order after one has moved one place; the first does not move up, nor the last down, and what is not there moves nothing.
 * `movedOrder(["a", "b", "c"], "b", "up")` is `["b", "a", "c"]`.
 */
export function movedOrder<One>(order: readonly One[], moved: One, direction: Direction): readonly One[] {
  const from = order.indexOf(moved);
  const to = direction === "up" ? from - 1 : from + 1;
  const other = order[to];
  if (from < 0 || other === undefined) return order;
  return order.with(from, other).with(to, moved);
}
