import type { Bylaws } from "../../model/charter/bylaws.ts";
import { matterOf } from "../../model/charter/charter.ts";
import { presetById } from "../../model/presets.ts";
import { charterOf, type CharterVersion } from "../../store/charter/charter.read.ts";
import type { ThreadVisit } from "../visit.ts";

/** The rules under which a proposal is put by a form: of a preset, or of a matter of the charter. */
export interface BoundForm {
  readonly by: "preset" | "matter";
  readonly id: string;
  /** The matter, as the charter calls it; empty for a preset. */
  readonly matterName: string;
  /** The preset, or the method with its usual settings, from which they come. */
  readonly way: string;
  readonly bylaws: Bylaws;
}

/** What a form needs to know of rules. */
export interface RulesOfForm {
  readonly bound: BoundForm | undefined;
  readonly charter: CharterVersion | undefined;
}

/** The rules that a form asks for by the names of a preset or of a matter; a name that nobody knows binds to nothing. */
export async function rulesOfForm(
  { application, community }: ThreadVisit,
  asked: { readonly preset: string; readonly matter: string },
): Promise<RulesOfForm> {
  const charter = await charterOf(application.read, community.id);
  const matter = charter === undefined ? undefined : matterOf(charter, asked.matter);
  if (matter !== undefined) {
    const { id, name, way } = matter;
    return { charter, bound: { by: "matter", id, matterName: name, way, bylaws: matter } };
  }
  const preset = presetById(asked.preset);
  if (preset === undefined) return { charter, bound: undefined };
  return { charter, bound: { by: "preset", id: preset.id, matterName: "", way: preset.id, bylaws: preset } };
}

/** How an address asks for the same rules again. */
export function boundQuery(bound: BoundForm | undefined): string {
  return bound === undefined ? "" : `&${bound.by}=${bound.id}`;
}
