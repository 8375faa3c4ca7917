import { canonicalJson } from "../../../kernel/base/canonical-json.ts";
import type { Bylaws } from "./bylaws.ts";

/** Who puts proposals about a matter forward. */
export type Putter = "members" | "stewards";
export const putters: readonly Putter[] = ["members", "stewards"];

/** One thing that a community decides, and how it does. */
export interface Matter extends Bylaws {
  /** The same from version to version, whatever it is called. */
  readonly id: string;
  readonly name: string;
  /** The id of the preset, or of the method with its usual settings, from which its rules were taken. */
  readonly way: string;
  /** The share that must agree, as it was written, where it is not the way’s own; else empty. */
  readonly share: string;
  readonly putBy: Putter;
}

/** What a community says of itself, and by which rules it decides each matter. */
export interface Charter {
  /** Markdown; may be empty. */
  readonly opening: string;
  readonly matters: readonly Matter[];
}

/** The matter by which the charter itself is amended; every charter has it. */
export const charterMatter = "charter";

/** A charter has so many matters at most, so that everybody can know them all. */
export const mostMatters = 12;

export function matterOf(charter: Charter, id: string): Matter | undefined {
  return charter.matters.find((matter) => matter.id === id);
}

/** What the hash of a version is taken of. */
export function hashedCharter(communityId: string, version: number, { opening, matters }: Charter): string {
  return canonicalJson({ community: communityId, version, opening, matters: matters.map((matter) => ({ ...matter })) });
}

/** Whether two charters say the same. */
export function isSameCharter(one: Charter, other: Charter): boolean {
  return hashedCharter("", 0, one) === hashedCharter("", 0, other);
}

/**
 * The charter in force with what an amendment changes; undefined where another amendment has changed one of the same parts since
 * `base`, against which this one was written, or made it pointless. A part is a matter, or the opening words.
 *
 * An amendment that renames one matter and one that adds another leave a charter with both; two that set another quorum for the
 * same matter do not: the one that closes later is overtaken.
 */
export function amended(base: Charter, amendment: Charter, inForce: Charter): Charter | undefined {
  const opening = mergedPart(base.opening, amendment.opening, inForce.opening);
  if (opening === conflict) return undefined;
  const ids = new Set([...inForce.matters, ...amendment.matters].map(({ id }) => id));
  const matters: Matter[] = [];
  for (const id of ids) {
    const part = mergedPart(
      ...([base, amendment, inForce].map((charter) => partOf(charter, id)) as [string, string, string]),
    );
    if (part === conflict) return undefined;
    const matter = [inForce, amendment]
      .map((charter) => matterOf(charter, id))
      .find((one) => textOfMatter(one) === part);
    if (matter !== undefined) matters.push(matter);
  }
  return matters.length > mostMatters ? undefined : { opening, matters };
}

/** Whether two matters say the same. */
export function isSameMatter(one: Matter | undefined, other: Matter | undefined): boolean {
  return textOfMatter(one) === textOfMatter(other);
}

const conflict = Symbol("changed by both");

function mergedPart(base: string, amendment: string, inForce: string): string | typeof conflict {
  if (amendment === base || amendment === inForce) return inForce;
  return inForce === base ? amendment : conflict;
}

function partOf(charter: Charter, id: string): string {
  return textOfMatter(matterOf(charter, id));
}

function textOfMatter(matter: Matter | undefined): string {
  return matter === undefined ? "" : canonicalJson({ ...matter });
}
