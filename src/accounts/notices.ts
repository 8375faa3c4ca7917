import type { NoticeSource } from "../kernel/notifications/notice.ts";
import { serverActorId } from "../kernel/federation/local-actor.ts";
import { operators } from "./store/people.read.ts";

/** Operators hear when a backup that the server tried did not bring back all records. */
export const toOperators: NoticeSource = {
  name: "accounts/to-operators",
  events: ["backup-tried"],
  async notices(application, event) {
    if (event.payload["isGood"] !== false) return [];
    return (await operators(application.read)).map((personId) => ({
      personId,
      kind: "stewardship",
      matter: event.id,
      from: serverActorId,
      key: "accounts.notice.backup-failed",
      values: {},
      path: "/operator/work",
      urgent: false,
    }));
  },
};
