import type { Application } from "../kernel/application.ts";
import type { Capability } from "../kernel/capability.ts";

/** The name of a local actor; undefined for one that no capability knows. */
export type ActorNames = (application: Application, actorId: string) => Promise<string | undefined>;

/** Asks each capability that has actors. */
export function actorNames(capabilities: () => readonly Capability[]): ActorNames {
  return async (application, actorId) => {
    for (const { actors } of capabilities()) {
      const actor = await actors?.byId(application.read, actorId);
      if (actor !== undefined) return actor.name;
    }
    return undefined;
  };
}
