import type { Application } from "../../application.ts";
import { microsecondsFromInstant } from "../../base/time.ts";
import type { Database } from "../../database/database.ts";
import type { SignatureScheme } from "../signatures/sign-request.ts";
import type { ClaimedDelivery } from "./claim-deliveries.ts";
import { deliveryTables } from "./deliveries.tables.ts";
import { waitAfter, type Outcome } from "./outcome.ts";

const LONGEST = Temporal.Duration.from({ hours: 7 * 24 });
/** After so many failures in a row a host is left alone, for half an hour at first. */
const FAILURES = 5;
const FIRST_CLOSED_SECONDS = 30 * 60;
const LONGEST_CLOSED_SECONDS = 6 * 3600;

/** Writes down what became of a delivery: it goes when it was taken, waits when it may be later, stays as a dead letter otherwise. */
export async function settleDelivery(
  application: Application,
  claimed: ClaimedDelivery,
  outcome: Outcome,
  scheme: SignatureScheme,
): Promise<void> {
  await application.database.write(async (transaction) => {
    await noteHost(application, transaction, claimed, outcome, scheme);
    if (outcome.kind === "taken") return drop(transaction, claimed);
    return keepForLater(application, transaction, claimed, outcome);
  });
}

async function drop(transaction: Database, claimed: ClaimedDelivery): Promise<void> {
  await deliveryTables(transaction)
    .deleteFrom("deliveries")
    .where("id", "=", claimed.id)
    .where("leased_until", "=", claimed.leasedUntil)
    .execute();
}

async function keepForLater(
  application: Application,
  transaction: Database,
  claimed: ClaimedDelivery,
  outcome: Exclude<Outcome, { readonly kind: "taken" }>,
): Promise<void> {
  const now = application.clock();
  const due = now.add((outcome.kind === "later" ? outcome.after : undefined) ?? waitAfter(claimed.attempt));
  const isOver = outcome.kind === "refused" || Temporal.Instant.compare(due, claimed.createdAt.add(LONGEST)) > 0;
  await deliveryTables(transaction)
    .updateTable("deliveries")
    .set({
      due_at: microsecondsFromInstant(due),
      leased_until: null,
      last_error: outcome.why.slice(0, 500),
      given_up_at: isOver ? microsecondsFromInstant(now) : null,
    })
    .where("id", "=", claimed.id)
    .where("leased_until", "=", claimed.leasedUntil)
    .execute();
}

/** A host is remembered while it fails, or wants another signature; else nothing is written, which is the usual case. */
async function noteHost(
  application: Application,
  transaction: Database,
  claimed: ClaimedDelivery,
  outcome: Outcome,
  scheme: SignatureScheme,
): Promise<void> {
  const isDown = outcome.kind === "later" && outcome.isHostDown;
  if (!isDown && claimed.failures === 0 && claimed.scheme === scheme) return;
  const failures = isDown ? claimed.failures + 1 : 0;
  const seconds =
    failures < FAILURES ? 0 : Math.min(FIRST_CLOSED_SECONDS * 2 ** (failures - FAILURES), LONGEST_CLOSED_SECONDS);
  const now = application.clock();
  const changing = {
    failures,
    closed_until: microsecondsFromInstant(now.add({ seconds })),
    scheme,
    updated_at: microsecondsFromInstant(now),
  };
  await deliveryTables(transaction)
    .insertInto("delivery_hosts")
    .values({ host: claimed.host, ...changing })
    .onConflict((conflict) => conflict.column("host").doUpdateSet(changing))
    .execute();
}
