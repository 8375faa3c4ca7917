import { sql } from "kysely";
import type { Application } from "../../application.ts";
import { instantFromMicroseconds, microsecondsFromInstant } from "../../base/time.ts";
import type { SignatureScheme } from "../signatures/sign-request.ts";
import { deliveryTables, type DeliveryRow } from "./deliveries.tables.ts";

const LEASE = Temporal.Duration.from({ minutes: 1 });

/** A delivery in hand. */
export interface ClaimedDelivery {
  readonly id: string;
  readonly activity: string;
  readonly kind: string;
  readonly address: string;
  readonly host: string;
  readonly createdAt: Temporal.Instant;
  /** How often it was begun, this time included. */
  readonly attempt: number;
  /** Names the lease: who still holds it may end it. */
  readonly leasedUntil: number;
  /** Of the host: failures in a row, and how it wants requests signed. */
  readonly failures: number;
  readonly scheme: SignatureScheme;
}

/** How much may be taken in hand, and of which hosts no more. */
export interface Capacity {
  readonly most: number;
  readonly perHost: number;
  /** Deliveries under way, by host. */
  readonly underWay: ReadonlyMap<string, number>;
}

type Candidate = DeliveryRow & { readonly failures: number | null; readonly scheme: string | null };

/**
 * Takes due deliveries in hand, of each host only as many as may go there at once, and of a host that failed before only one.
 *
 * What was said first to an address goes first, until its first attempt failed: one message that a server cannot stomach must not
 * keep the others from it for days.
 */
export async function claimDeliveries(
  application: Application,
  capacity: Capacity,
): Promise<readonly ClaimedDelivery[]> {
  const now = microsecondsFromInstant(application.clock());
  const until = microsecondsFromInstant(application.clock().add(LEASE));
  const full = [...capacity.underWay].filter(([, count]) => count >= capacity.perHost).map(([host]) => host);
  const elsewhere = full.length === 0 ? sql`` : sql`and candidate.host not in (${sql.join(full)})`;
  // Skipping rows that another process is just leasing is the one thing the engines say differently here.
  const skipLocked = application.database.engine === "postgres" ? sql`for update of candidate skip locked` : sql``;
  const chosen = await application.database.write(async (transaction) => {
    const candidates = await sql<Candidate>`
      select candidate.*, host.failures, host.scheme
      from deliveries as candidate left join delivery_hosts as host on host.host = candidate.host
      where candidate.given_up_at is null and candidate.due_at <= ${now}
        and (candidate.leased_until is null or candidate.leased_until <= ${now})
        and (host.closed_until is null or host.closed_until <= ${now}) ${elsewhere}
        and not exists (
          select 1 from deliveries as earlier
          where earlier.address = candidate.address and earlier.id < candidate.id and earlier.given_up_at is null
            and (earlier.attempts = 0 or earlier.leased_until > ${now}))
      order by candidate.due_at, candidate.id limit ${capacity.most * 2} ${skipLocked}`.execute(transaction);
    const rows = withinCapacity(candidates.rows, capacity);
    if (rows.length === 0) return [];
    await deliveryTables(transaction)
      .updateTable("deliveries")
      .set((row) => ({ leased_until: until, holder: application.database.holder, attempts: row("attempts", "+", 1) }))
      .where(
        "id",
        "in",
        rows.map(({ id }) => id),
      )
      .execute();
    return rows;
  });
  return chosen.map((row) => claimedFrom(row, until));
}

function withinCapacity(candidates: readonly Candidate[], capacity: Capacity): readonly Candidate[] {
  const counts = new Map(capacity.underWay);
  const chosen: Candidate[] = [];
  for (const candidate of candidates) {
    const most = (candidate.failures ?? 0) > 0 ? 1 : capacity.perHost;
    const count = counts.get(candidate.host) ?? 0;
    if (count >= most) continue;
    counts.set(candidate.host, count + 1);
    chosen.push(candidate);
    if (chosen.length === capacity.most) break;
  }
  return chosen;
}

function claimedFrom(row: Candidate, leasedUntil: number): ClaimedDelivery {
  const { id, activity, kind, address, host } = row;
  return {
    id,
    activity,
    kind,
    address,
    host,
    createdAt: instantFromMicroseconds(row.created_at),
    attempt: row.attempts + 1,
    leasedUntil,
    failures: row.failures ?? 0,
    scheme: row.scheme === "rfc9421" ? "rfc9421" : "cavage",
  };
}
