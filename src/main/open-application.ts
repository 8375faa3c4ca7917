import type { LoggedEvent } from "../kernel/activity-log/event.ts";
import { queueDeliveriesTo, type Subscriber } from "../kernel/activity-log/subscribers.ts";
import type { Application } from "../kernel/application.ts";
import { idSource } from "../kernel/base/ids.ts";
import type { Clock } from "../kernel/base/time.ts";
import { createExecute } from "../kernel/commands/execute.ts";
import type { DatabaseHandle } from "../kernel/database/database.ts";
import type { Translations } from "../kernel/i18n/translator.ts";
import { randomStock } from "../kernel/secrets/random-stock.ts";

/** What the application is put together from. */
export interface ApplicationParts {
  readonly origin: URL;
  readonly clock: Clock;
  readonly database: DatabaseHandle;
  readonly translations: Translations;
  /** Read at each event: whoever needs the application to be made joins afterwards. */
  readonly subscribers: readonly Subscriber[];
  readonly committed: (events: readonly LoggedEvent[]) => void;
}

/** Puts the application together: the pipeline of commands over one database. */
export function openApplication(parts: ApplicationParts): Application {
  const { origin, clock, database, translations } = parts;
  const random = randomStock();
  const ids = idSource(() => clock().epochMilliseconds, random);
  const execute = createExecute({
    database,
    clock,
    ids,
    salt: () => Buffer.from(random(16)).toString("hex"),
    queueDeliveries: queueDeliveriesTo(parts.subscribers),
    committed: parts.committed,
  });
  return { origin, clock, ids, translations, read: database.read, execute, database };
}
