import type { CommandContext } from "../../../kernel/commands/command.ts";
import type { Gathering } from "../../store/gatherings.read.ts";
import { outletById, outletsOf, type Outlet } from "../../store/outlets/outlets.read.ts";
import { insertOutlet } from "../../store/outlets/outlets.write.ts";
import type { AboutGathering } from "../standing.ts";

export const forgetOutletsJob = "gatherings/forget-outlets";

/** So long after a gathering is over its outlets, and the secrets with them, are kept for the next one. */
export const outletsAreKeptFor = Temporal.Duration.from({ hours: 24 * 90 });

type OutletToKeep = Pick<Outlet, "kind" | "origin" | "room" | "sealed" | "news">;

/** Writes an outlet of a gathering down, and when to look whether it is still needed. Gives its id. */
export async function keepOutlet(context: CommandContext, gathering: Gathering, outlet: OutletToKeep): Promise<string> {
  const id = context.ids.next<"outlet">();
  await insertOutlet(context.db, { ...outlet, id, gatheringId: gathering.id, addedAt: context.now });
  await scheduleForgetting(context, { communityId: gathering.communityId, gatheringId: gathering.id });
  context.emit({
    name: "outlet-added",
    version: 1,
    payload: { gathering: gathering.id, outlet: id, kind: outlet.kind },
  });
  return id;
}

/** The next gathering tells those whom the one before told. */
export async function copyOutlets(context: CommandContext, from: Gathering, to: Gathering): Promise<void> {
  for (const outlet of await outletsOf(context.db, from.id)) await keepOutlet(context, to, outlet);
}

/** Lets the clock look again in a while. */
export async function scheduleForgetting(context: CommandContext, about: AboutGathering): Promise<void> {
  const { communityId, gatheringId } = about;
  const due = context.now.add(outletsAreKeptFor);
  await context.schedule({ kind: forgetOutletsJob, key: gatheringId, due, payload: { communityId, gatheringId } });
}

/** An outlet, if it is this gathering's. */
export async function outletOf(context: CommandContext, gatheringId: string, id: string): Promise<Outlet | undefined> {
  const outlet = await outletById(context.db, id);
  return outlet?.gatheringId === gatheringId ? outlet : undefined;
}
