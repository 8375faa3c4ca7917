import { sessionWatch } from "../accounts/index.ts";
import { createLive } from "../kernel/activity-log/live.ts";
import { openLiveStreams } from "../kernel/activity-log/live-streams.ts";
import { realTimers } from "../kernel/activity-log/live-timers.ts";
import type { LoggedEvent } from "../kernel/activity-log/event.ts";
import type { Application } from "../kernel/application.ts";
import type { Capability } from "../kernel/capability.ts";
import { openWakeUps } from "../kernel/database/open-wake-ups.ts";
import type { ProcessLog } from "../kernel/process-log.ts";
import type { PageContext } from "../ui/request.ts";
import type { Configuration } from "./configuration.ts";

/** Pages that renew themselves while they are open. A resource. */
export interface OpenedLive {
  readonly committed: (events: readonly LoggedEvent[]) => void;
  /** Answers `/live?topic=…` with a stream of events. */
  readonly answer: (c: PageContext) => Promise<Response>;
  readonly close: () => void;
}

/** Opens the streams; with PostgreSQL, changes made by other processes are heard as well. */
export function openLive(
  application: Application,
  configuration: Configuration,
  capabilities: readonly Capability[],
  log: ProcessLog,
): OpenedLive {
  const lost = (cause: unknown) => log.failure("wake-ups-lost", cause);
  const wakeUps = openWakeUps(configuration.database, { lost });
  const sources = capabilities.flatMap((capability) => capability.live ?? []);
  const live = createLive({ sources, endsSessionsOf, wakeUps, timers: realTimers });
  const streams = openLiveStreams({
    application,
    live,
    sources,
    timers: realTimers,
    readerOf: (c: PageContext) => ({
      personId: c.var.reader.person?.id,
      stands: sessionWatch(application, c),
      address: c.var.clientAddress ?? "",
    }),
  });
  return {
    committed: live.committed,
    answer: (c) => streams.answer(c),
    close: () => {
      streams.close();
      live.close();
      void wakeUps.close();
    },
  };
}

const endings = new Set(["session-ended", "person-suspended", "person-left", "people-joined"]);

/** Whose streams are looked at again: those of people whose session ended, or who are no longer who they were here. */
function endsSessionsOf(event: LoggedEvent): readonly string[] {
  if (!endings.has(event.name)) return [];
  return [event.payload["personId"], event.payload["joined"]].filter((id) => typeof id === "string");
}
