import { countPeople, serverSettings } from "../accounts/index.ts";
import type { Application } from "../kernel/application.ts";
import { countActivePeople, type ActivePeople } from "../kernel/activity-log/active-people.read.ts";
import type { AboutServer } from "../kernel/federation/federation-options.ts";

/** The version of this program, as `package.json` has it. */
export const version = "0.1.0";

interface Counts extends ActivePeople {
  readonly people: number;
}

const countsLast = Temporal.Duration.from({ hours: 1 });
const counted = new WeakMap<Application, { readonly until: Temporal.Instant; readonly counts: Counts }>();

/** What NodeInfo says of this server; its counts are up to an hour old, since whoever asks may ask often. */
export async function aboutServer(application: Application): Promise<AboutServer> {
  const settings = await serverSettings(application.read);
  const { people, thisMonth, thisHalfYear } = await countsLately(application);
  return {
    version,
    people,
    activeThisMonth: thisMonth,
    activeThisHalfYear: thisHalfYear,
    posts: 0,
    isRegistrationOpen: false,
    koinon: { name: settings.name, languages: settings.languages, does: ["communities", "gatherings"] },
  };
}

async function countsLately(application: Application): Promise<Counts> {
  const now = application.clock();
  const kept = counted.get(application);
  if (kept !== undefined && Temporal.Instant.compare(now, kept.until) < 0) return kept.counts;
  const people = await countPeople(application.read);
  const active = await countActivePeople(application.read, now);
  // Whoever acted and left since is nobody of this server any more: never more are active than are here.
  const counts = {
    people,
    thisMonth: Math.min(people, active.thisMonth),
    thisHalfYear: Math.min(people, active.thisHalfYear),
  };
  counted.set(application, { until: now.add(countsLast), counts });
  return counts;
}
