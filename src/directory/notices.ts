import { serverActorId } from "../kernel/federation/local-actor.ts";
import type { Notice, NoticeSource } from "../kernel/notifications/notice.ts";
import { operators, personByActor } from "../accounts/index.ts";
import { footingOf } from "./model/ladder/evidence.ts";
import { entryById } from "./store/entries.read.ts";
import { originById } from "./store/sharing/origins.read.ts";
import { suggestionById } from "./store/suggestions/suggestions.read.ts";

/** Whoever suggested a place hears once what became of it. */
export const toSuggesters: NoticeSource = {
  name: "directory/to-suggesters",
  events: ["directory-suggestion-accepted", "directory-suggestion-refused", "directory-suggestion-unwanted"],
  async notices({ read }, { name, payload }) {
    const { suggestionId, entryId } = payload;
    if (typeof suggestionId !== "string") return [];
    const told = (personId: string, what: Pick<Notice, "key" | "values" | "path">): readonly Notice[] => [
      {
        ...what,
        personId,
        kind: "replies",
        matter: `directory-suggestion:${suggestionId}`,
        from: serverActorId,
        urgent: false,
      },
    ];
    if (name === "directory-suggestion-unwanted") {
      const { personId } = payload;
      if (typeof personId !== "string") return [];
      return told(personId, { key: "directory.notice.suggestion-unwanted", values: {}, path: undefined });
    }
    const suggestion = await suggestionById(read, suggestionId);
    if (suggestion?.personId === undefined) return [];
    const { personId, host, reason } = suggestion;
    if (name === "directory-suggestion-refused") {
      return told(personId, { key: "directory.notice.suggestion-refused", values: { host, reason }, path: undefined });
    }
    const path = typeof entryId === "string" ? `/directory/${entryId}` : undefined;
    return told(personId, { key: "directory.notice.suggestion-accepted", values: { host }, path });
  },
};

/** Those who run the server hear when it has unfollowed another directory by itself, and why. */
export const toOperatorsOfOrigins: NoticeSource = {
  name: "directory/to-operators-of-origins",
  events: ["directory-origin-dropped"],
  async notices({ read }, { payload }) {
    const { originId } = payload;
    const origin = typeof originId === "string" ? await originById(read, originId) : undefined;
    if (origin?.endedBecause === undefined) return [];
    const { host, endedBecause } = origin;
    return (await operators(read)).map((personId) => ({
      personId,
      kind: "stewardship",
      matter: `directory-origin-dropped:${origin.id}`,
      from: serverActorId,
      key: `directory.notice.origin-dropped.${endedBecause}`,
      values: { host },
      path: "/directory/sharing",
      urgent: false,
    }));
  },
};

/** Whoever speaks for a place hears that another vouches for it, so that they can reply. */
export const toVouchedFor: NoticeSource = {
  name: "directory/to-vouched-for",
  events: ["directory-place-vouched-for"],
  async notices({ read }, { payload }) {
    const { entryId, byEntryId } = payload;
    if (typeof entryId !== "string" || typeof byEntryId !== "string") return [];
    const [entry, voucher] = [await entryById(read, entryId), await entryById(read, byEntryId)];
    const footing = entry && footingOf(entry.proofs);
    const personId = footing && (await personByActor(read, footing.uri));
    if (entry === undefined || voucher === undefined || personId === undefined) return [];
    return [
      {
        personId,
        kind: "replies",
        key: "directory.notice.vouched-for",
        values: { by: voucher.domain ?? voucher.name, place: entry.domain ?? entry.name },
        path: `/directory/${entryId}/ladder`,
        matter: `directory-vouch:${entryId}:${byEntryId}`,
        from: serverActorId,
        urgent: false,
      },
    ];
  },
};
