import { randomBytes } from "node:crypto";
import type { LoggedEvent } from "../src/kernel/activity-log/event.ts";
import { queueDeliveriesTo, subscriberJobs, type Subscriber } from "../src/kernel/activity-log/subscribers.ts";
import { logSchema } from "../src/kernel/activity-log/log.tables.ts";
import type { Application } from "../src/kernel/application.ts";
import { idSource } from "../src/kernel/base/ids.ts";
import type { Actor } from "../src/kernel/commands/command.ts";
import { createExecute, type By } from "../src/kernel/commands/execute.ts";
import { receiptSchema } from "../src/kernel/commands/receipts.tables.ts";
import { migrate, type SchemaStep } from "../src/kernel/database/migrate.ts";
import { keptFileSchema } from "../src/kernel/media/kept-files.ts";
import type { Catalogues } from "../src/kernel/i18n/catalogue.ts";
import { kernelCatalogues } from "../src/kernel/i18n/messages/catalogue.ts";
import { createTranslations } from "../src/kernel/i18n/translator.ts";
import type { JobDefinition } from "../src/kernel/jobs/job.ts";
import { jobSchema } from "../src/kernel/jobs/jobs.tables.ts";
import { runDueJobs } from "../src/kernel/jobs/worker.ts";
import { unsaid } from "./said-events.ts";
import { testClock, type TestClock } from "./test-clock.ts";
import { openTestDatabase } from "./test-database.ts";

/** What is put on top of the kernel for a test. */
export interface TestParts {
  readonly schema: readonly SchemaStep[];
  readonly subscribers?: readonly Subscriber[];
  readonly jobs?: readonly JobDefinition[];
  readonly messages?: readonly Catalogues[];
  /** Default `https://gather.example`. */
  readonly origin?: URL;
}

/** The kernel on a real, empty database, with a clock that the test moves. */
export interface TestApplication {
  readonly application: Application;
  readonly clock: TestClock;
  /** Every event committed so far, in order. */
  readonly events: readonly LoggedEvent[];
  /** Does what is due until nothing is; a job that fails makes the test fail. */
  pump(): Promise<void>;
  /** Fails the test when something happened in a community for which its record has no words. */
  close(): Promise<void>;
}

/** Opens a migrated database on the engine of the run; the test closes it. */
export async function openTestApplication(parts: TestParts): Promise<TestApplication> {
  const database = await openTestDatabase();
  // A test of the whole program names these steps too.
  const schema = new Set([...logSchema, ...jobSchema, ...receiptSchema, ...keptFileSchema, ...parts.schema]);
  await migrate(database.handle, [...schema]);
  const clock = testClock();
  const ids = idSource(
    () => clock.now().epochMilliseconds,
    (length) => randomBytes(length),
  );
  const events: LoggedEvent[] = [];
  const subscribers = parts.subscribers ?? [];
  const execute = createExecute({
    database: database.handle,
    clock: clock.now,
    ids,
    salt: () => randomBytes(16).toString("hex"),
    queueDeliveries: queueDeliveriesTo(subscribers),
    committed: (committed) => void events.push(...committed),
  });
  const origin = parts.origin ?? new URL("https://gather.example");
  const translations = createTranslations([kernelCatalogues, ...(parts.messages ?? [])]);
  const { handle } = database;
  const application = { origin, clock: clock.now, ids, translations, read: handle.read, execute, database: handle };
  const jobs = [...subscriberJobs(subscribers), ...(parts.jobs ?? [])];
  return { application, clock, events, pump: () => pumpJobs(application, jobs), close };

  async function close(): Promise<void> {
    await database.discard();
    const missing = unsaid(events);
    if (missing.length > 0) throw new Error(`the record of a community has no words for ${missing.join(", ")}`);
  }
}

/** Does due jobs until none is left. */
export async function pumpJobs(application: Application, jobs: readonly JobDefinition[]): Promise<void> {
  const report = {
    failed: (_job: unknown, cause: unknown) => {
      throw cause;
    },
    idle: () => {},
  };
  while ((await runDueJobs(application, jobs, report)) > 0);
}

/** Tells one subscriber of an event, outside its turn. */
export async function tellSubscriber(
  application: Application,
  subscriber: Subscriber | undefined,
  event: LoggedEvent,
): Promise<void> {
  const write = await subscriber?.handle(application, event);
  if (typeof write === "function") await application.database.write(write);
}

let acts = 0;

/** By a person on the web, each time as a new act. */
export function byPerson(personId: string): By {
  return by({ kind: "person", personId });
}

/** By any actor, from the web, each time as a new act. */
export function by(actor: Actor): By {
  acts += 1;
  return { actor, origin: { from: "web", key: `test-act-${acts}` } };
}
