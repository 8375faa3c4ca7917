import { z } from "zod";
import type { Result } from "../../../kernel/base/result.ts";
import { accepted, refused } from "../../../kernel/base/result.ts";
import type { CommandContext } from "../../../kernel/commands/command.ts";
import type { PersonId } from "../../model/gathering.ts";
import { hasRoom, roles, type Role, type RoleState } from "../../model/roles/role.ts";
import type { Gathering } from "../../store/gatherings.read.ts";
import { roleHoldersOf, type RolePart } from "../../store/roles/roles.read.ts";
import { insertRolePart, updateRolePart } from "../../store/roles/roles.write.ts";

export const forgetRoleJob = "gatherings/forget-role-part";

export const roleInput = z.enum(roles);

/** What came of nothing is kept for so long, so that nobody is asked again who has just said no. */
const endedIsKeptFor = Temporal.Duration.from({ hours: 24 * 90 });

/** Whether one more person may hold a role at a gathering. */
export async function isFree(context: CommandContext, gatheringId: string, role: Role): Promise<boolean> {
  const holders = (await roleHoldersOf(context.db, gatheringId)).filter((part) => part.role === role);
  return hasRoom(role, holders.length);
}

/** Roles are given out until the gathering is over. */
export function areOpen({ state }: Pick<Gathering, "state">): boolean {
  return state === "idea" || state === "asking-when" || state === "date-set";
}

/** Writes where a role of a person stands now, tells of it as `role-<state>`, and gives its id. */
export async function keepRolePart(
  context: CommandContext,
  gathering: Gathering,
  { before, role, personId, state }: PartToKeep,
): Promise<string> {
  const id = before?.id ?? context.ids.next<"role-part">();
  const { communityId, id: gatheringId } = gathering;
  if (before === undefined) {
    await insertRolePart(context.db, { id, communityId, gatheringId, role, personId, state, changedAt: context.now });
  } else {
    await updateRolePart(context.db, id, state, context.now);
  }
  const payload = { communityId, gatheringId, partId: id };
  await context.unschedule(forgetRoleJob, id);
  if (state !== "held") {
    await context.schedule({ kind: forgetRoleJob, key: id, due: context.now.add(endedIsKeptFor), payload });
  }
  const by = context.actor.kind === "person" ? context.actor.personId : "";
  const told = { gathering: gatheringId, part: id, role, person: personId, by, via: context.origin.from };
  context.emit({ name: `role-${state}`, version: 1, payload: told });
  return id;
}

interface PartToKeep {
  readonly before: RolePart | undefined;
  readonly role: Role;
  readonly personId: PersonId;
  readonly state: RoleState;
}

/** Refuses where a role cannot be given to one more person now. */
export async function checkRoom(
  context: CommandContext,
  gathering: Gathering,
  role: Role,
): Promise<Result<null, { readonly kind: "roles-closed" } | { readonly kind: "role-is-taken" }>> {
  if (!areOpen(gathering)) return refused({ kind: "roles-closed" });
  return (await isFree(context, gathering.id, role)) ? accepted(null) : refused({ kind: "role-is-taken" });
}
