import type { ServerWork } from "../accounts/pages/account-page-services.ts";
import type { Application } from "../kernel/application.ts";
import { deadLetters, waitingDeliveries } from "../kernel/federation/deliveries/deliveries.read.ts";

/** How the machinery fares, for the operator's page. */
export function serverWork({ read }: Application): ServerWork {
  return {
    deadLetters: (most) => deadLetters(read, most),
    queueDepth: () => waitingDeliveries(read),
  };
}
