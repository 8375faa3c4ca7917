import { carryingOut } from "../../accounts/index.ts";
import type { Gathering } from "../store/gatherings.read.ts";

export { byKind, forbidden, missing, refuse, type Act } from "../../accounts/index.ts";

/** Carries out what a form about a gathering asks for, as the reader, and answers it. */
export const carryOut = carryingOut(["kept-out", "not-an-organiser", "only-members"]);

/** What every command about one gathering is told. */
export function aboutOf(gathering: Pick<Gathering, "id" | "communityId">) {
  return { communityId: gathering.communityId, gatheringId: gathering.id };
}
