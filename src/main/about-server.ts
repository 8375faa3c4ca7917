import { countPeople, serverSettings } from "../accounts/index.ts";
import type { Application } from "../kernel/application.ts";
import type { AboutServer } from "../kernel/federation/federation-options.ts";

/** The version of this program, as `package.json` has it. */
export const version = "0.1.0";

const countsLast = Temporal.Duration.from({ minutes: 10 });
const counted = new WeakMap<Application, { readonly until: Temporal.Instant; readonly people: number }>();

/** What NodeInfo says of this server; its counts are up to ten minutes old, since whoever asks may ask often. */
export async function aboutServer(application: Application): Promise<AboutServer> {
  const settings = await serverSettings(application.read);
  const people = await peopleLately(application);
  return {
    version,
    people,
    activeThisMonth: people,
    activeThisHalfYear: people,
    posts: 0,
    isRegistrationOpen: false,
    koinon: { name: settings.name, languages: settings.languages, does: ["communities", "gatherings"] },
  };
}

async function peopleLately(application: Application): Promise<number> {
  const now = application.clock();
  const kept = counted.get(application);
  if (kept !== undefined && Temporal.Instant.compare(now, kept.until) < 0) return kept.people;
  const people = await countPeople(application.read);
  counted.set(application, { until: now.add(countsLast), people });
  return people;
}
