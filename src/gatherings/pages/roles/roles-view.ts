import { describePeople, type PersonDescription } from "../../../accounts/index.ts";
import { hasRoom, roles, type Role, type VolunteersRule } from "../../model/roles/role.ts";
import { suggestedFor, type Served } from "../../model/roles/rotation.ts";
import type { Gathering } from "../../store/gatherings.read.ts";
import {
  lastHelperCall,
  rolePartsOf,
  servedIn,
  volunteersRule,
  type HelperCall,
  type RolePart,
} from "../../store/roles/roles.read.ts";
import { peopleToChoose, type PeopleToChoose } from "../people-to-choose.ts";
import type { GatheringVisit } from "../visit.ts";
import { seesTurns } from "./turns-page.tsx";

/** So many roles of past gatherings are looked at: fifteen gatherings of eight roles. */
const mostServed = 120;
const mostParts = 200;
const suggestions = 3;

/** One role of a gathering. */
export interface RoleView {
  readonly role: Role;
  readonly held: readonly RolePart[];
  /** Offers and volunteers without an answer, as far as they concern the reader. */
  readonly pending: readonly RolePart[];
  /** What the reader has of it, whatever its state. */
  readonly own: RolePart | undefined;
  readonly isFree: boolean;
  readonly isAskedFor: boolean;
  /** For organisers: whose turn it might be. */
  readonly suggested: readonly string[];
}

/** What the page of a gathering's roles shows to this reader. */
export interface RolesView {
  readonly visit: GatheringVisit;
  readonly isOpen: boolean;
  readonly roles: readonly RoleView[];
  readonly rule: VolunteersRule;
  readonly call: HelperCall | undefined;
  readonly choices: PeopleToChoose;
  /** What the choices were narrowed by. */
  readonly find: string;
  /** Whether there is something to see of who has held which role so far, and the reader may see it. */
  readonly hasTurns: boolean;
  readonly people: ReadonlyMap<string, PersonDescription>;
}

export async function readRolesView(visit: GatheringVisit): Promise<RolesView> {
  const { application, gathering, standing, c } = visit;
  const { read } = application;
  const find = (c.req.query("find") ?? "").slice(0, 80);
  const parts = await rolePartsOf(read, gathering.id, ["offered", "volunteered", "held"], mostParts);
  const call = await lastHelperCall(read, gathering.id);
  const choices = standing.organises ? await peopleToChoose(visit, find) : { people: [], areMore: false };
  const mostLookedAt = standing.organises ? mostServed : 1;
  const served = seesTurns(visit) ? await servedIn(read, gathering.communityId, mostLookedAt) : [];
  const shown = roles.map((role) => roleViewOf(visit, role, { parts, call, choices, served }));
  const named = parts.map(({ personId }) => personId);
  return {
    visit,
    isOpen: isOpen(gathering),
    roles: shown,
    rule: await volunteersRule(read, gathering.id),
    call,
    choices,
    find,
    hasTurns: served.length > 0,
    people: await describePeople(read, [...named, ...shown.flatMap(({ suggested }) => suggested)]),
  };
}

function isOpen({ state }: Gathering): boolean {
  return state === "idea" || state === "asking-when" || state === "date-set";
}

interface Known {
  readonly parts: readonly RolePart[];
  readonly call: HelperCall | undefined;
  readonly choices: PeopleToChoose;
  readonly served: readonly Served[];
}

function roleViewOf({ standing }: GatheringVisit, role: Role, { parts, call, choices, served }: Known): RoleView {
  const ofRole = parts.filter((part) => part.role === role);
  const held = ofRole.filter(({ state }) => state === "held");
  const isFree = hasRoom(role, held.length);
  // Whoever has something to do already is not asked for more, and where nobody has had a turn, all are equal.
  const candidates = choices.people.flatMap(({ id }) => (parts.some(({ personId }) => personId === id) ? [] : [id]));
  const hadTurns = served.some((one) => one.role === role);
  return {
    role,
    held,
    pending: ofRole.filter(
      ({ state, personId }) => state !== "held" && (standing.organises || personId === standing.personId),
    ),
    own: ofRole.find(({ personId }) => personId === standing.personId),
    isFree,
    isAskedFor: isFree && held.length === 0 && call?.roles.includes(role) === true,
    suggested: ofRole.length === 0 && hadTurns ? suggestedFor(role, candidates, served, suggestions) : [],
  };
}
