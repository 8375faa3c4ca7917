import { announceGathering } from "../gatherings/commands/announce-gathering.ts";
import type { Application } from "../kernel/application.ts";
import { demoSteward } from "./seed-cast.ts";
import type { ActorOf, LetTimePass, Run } from "./seed-run.ts";

/** What the gatherings of the league are played out on. */
export interface Stage {
  readonly application: Application;
  readonly run: Run;
  readonly actorOf: ActorOf;
  readonly communityId: string;
  readonly letTimePass: LetTimePass;
}

/** A gathering, as commands ask for it. */
export interface AboutOne {
  readonly communityId: string;
  readonly gatheringId: string;
}

interface Announced {
  readonly handle: string;
  readonly title: string;
  readonly purpose: string;
  readonly description: string;
}

/** Where the league's clock hangs. */
export const zoneOfLeague = "Europe/Rome";

/** The day so many days from where the story stands. */
export function dayFromNow(stage: Stage, days: number): Temporal.PlainDate {
  return stage.application.clock().toZonedDateTimeISO(zoneOfLeague).toPlainDate().add({ days });
}

/** The steward announces a gathering in the league's name. */
export async function announce(stage: Stage, announced: Announced): Promise<AboutOne> {
  const input = { ...announced, communityId: stage.communityId, language: "en", zone: zoneOfLeague };
  const { gatheringId } = await stage.run(announceGathering, input, stage.actorOf(demoSteward.name));
  return { communityId: stage.communityId, gatheringId };
}
