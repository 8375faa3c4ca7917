import { contactOf, personByActor } from "../accounts/index.ts";
import type { FederationHandle } from "../kernel/federation/federation-handle.ts";
import type { NoticeMail, NotificationOptions } from "../kernel/notifications/notification-options.ts";
import type { KeptSite } from "./site.ts";

/** What telling people needs. */
export function notificationOptions(
  site: KeptSite,
  mail: NoticeMail | undefined,
  federation: FederationHandle | undefined,
): NotificationOptions {
  return {
    people: { contactOf, personByActor },
    server: () => site.current(),
    prepareDirect: async (message) => (await federation?.prepareDirect(message)) ?? (async () => {}),
    mail,
  };
}
