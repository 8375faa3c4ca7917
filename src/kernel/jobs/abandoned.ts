import { sql } from "kysely";
import { microsecondsFromInstant } from "../base/time.ts";
import type { DatabaseHandle } from "../database/database.ts";

/** What is abandoned so often most likely ended its process itself; it is given up, so that the next one lives. */
export const mostAbandoned = 12;

/**
 * Takes out of the hands of those who are gone what they held, in the tables named, so that it is taken up at once; what a holder who
 * lives has in hand stays. A death is no failure of the work: it waits no longer for it, and counts as not begun.
 *
 * @param isSuspect whether a holder may be looked at; who cannot be seen for a moment is not yet dead
 * @returns the holders found gone
 */
export async function freeAbandoned(
  handle: DatabaseHandle,
  tables: readonly string[],
  now: Temporal.Instant,
  isSuspect: (holder: string) => boolean = () => true,
): Promise<readonly string[]> {
  const gone: string[] = [];
  for (const holder of await holdersIn(handle, tables)) {
    const isGone = await handle.write(async (transaction) => {
      if (!(await handle.isGone(transaction, holder))) return false;
      if (!isSuspect(holder)) return true;
      const at = microsecondsFromInstant(now);
      for (const table of tables) {
        await sql`update ${sql.table(table)} set
            holder = null, leased_until = null, attempts = attempts - 1, abandoned = abandoned + 1,
            given_up_at = case when abandoned + 1 >= ${mostAbandoned} then ${at} else given_up_at end,
            last_error = case when abandoned + 1 >= ${mostAbandoned} then ${WHY} else last_error end
          where holder = ${holder}`.execute(transaction);
      }
      return true;
    });
    if (isGone) gone.push(holder);
  }
  return gone;
}

const WHY = "every process that began this ended before it did";

async function holdersIn(handle: DatabaseHandle, tables: readonly string[]): Promise<ReadonlySet<string>> {
  const holders = new Set<string>();
  for (const table of tables) {
    const { rows } = await sql<{ readonly holder: string }>`
      select distinct holder from ${sql.table(table)} where holder is not null`.execute(handle.read);
    for (const { holder } of rows) holders.add(holder);
  }
  return holders;
}
