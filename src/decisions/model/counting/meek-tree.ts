import type { Place } from "../../methods/method.ts";
import { newPile, none, put, takeAll, type Pile } from "./piles.ts";
import type { StrictRankings } from "./strict-rankings.ts";

/**
 * Ballots gathered by how they read at present: defeated options left out, elected ones kept, up to the first hopeful one, which keeps
 * the whole rest. Ballots that read alike are one node, so that an iteration costs a few nodes instead of every ballot; a ballot is
 * touched again only when its hopeful option is elected or defeated.
 */
export interface MeekTree {
  readonly options: number;
  readonly rankings: StrictRankings;
  /** Of each node: its option, the node before it (always an earlier one), and how many ballots pass through it. Node 0 is the root. */
  readonly option: Place[];
  readonly parent: number[];
  readonly through: number[];
  /** Of each node: the ballots that end there, and the nodes after it by option; made when needed. */
  readonly piles: (Pile | undefined)[];
  readonly children: (Int32Array | undefined)[];
  /** Where the option of each ballot's node stands among the places of all rankings. */
  readonly at: Int32Array;
  readonly elected: Uint8Array;
  readonly defeated: Uint8Array;
}

/** The tree in which every option is hopeful: a node for each first preference. */
export function plantTree(options: number, rankings: StrictRankings): MeekTree {
  const { counts, starts } = rankings;
  const tree: MeekTree = {
    options,
    rankings,
    option: [none],
    parent: [none],
    through: [0],
    piles: [undefined],
    children: [undefined],
    at: new Int32Array(counts.length),
    elected: new Uint8Array(options),
    defeated: new Uint8Array(options),
  };
  for (let index = 0; index < counts.length; index++) lay(tree, index, 0, starts[index] ?? 0);
  return tree;
}

/** From now on the option keeps a share alone: its ballots read on to their next option. */
export function elect(tree: MeekTree, place: Place): void {
  tree.elected[place] = 1;
  for (const node of nodesOf(tree, place)) relay(tree, node, node);
}

/** From now on the option is passed over on every ballot. */
export function defeat(tree: MeekTree, place: Place): void {
  tree.defeated[place] = 1;
  for (const node of nodesOf(tree, place)) {
    tree.through[node] = 0;
    relay(tree, node, tree.parent[node] ?? 0);
  }
}

function nodesOf(tree: MeekTree, place: Place): readonly number[] {
  return Array.from(tree.option.keys()).filter((node) => tree.option[node] === place);
}

/** Lays the ballots that end at a node anew, from a node on. */
function relay(tree: MeekTree, node: number, from: number): void {
  const moving = takeAll(tree.piles[node]);
  for (let place = 0; place < moving.length; place++) {
    const index = moving[place] ?? 0;
    lay(tree, index, from, (tree.at[index] ?? 0) + 1);
  }
}

/** Reads a ballot from a place on, from a node down to its first hopeful option; a ballot without one ends nowhere. */
function lay(tree: MeekTree, index: number, from: number, first: number): void {
  const { counts, starts, places } = tree.rankings;
  const count = counts[index] ?? 0;
  const end = starts[index + 1] ?? 0;
  let node = from;
  for (let at = first; at < end; at++) {
    const place = places[at] ?? none;
    if (tree.defeated[place] !== 0) continue;
    node = childOf(tree, node, place);
    tree.through[node] = (tree.through[node] ?? 0) + count;
    if (tree.elected[place] === 0) {
      tree.at[index] = at;
      put((tree.piles[node] ??= newPile()), index);
      return;
    }
  }
}

function childOf(tree: MeekTree, node: number, place: Place): number {
  const children = (tree.children[node] ??= new Int32Array(tree.options).fill(none));
  const known = children[place] ?? none;
  if (known !== none) return known;
  const made = tree.option.length;
  tree.option.push(place);
  tree.parent.push(node);
  tree.through.push(0);
  tree.piles.push(undefined);
  tree.children.push(undefined);
  children[place] = made;
  return made;
}
