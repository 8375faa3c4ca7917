/** The sorts of news a person may choose a way for; the kinds of `Notice`. */
export const noticeKinds = [
  "gathering-dates",
  "decisions",
  "reminders",
  "replies",
  "announcements",
  "membership",
  "stewardship",
] as const;

/** One sort of news. */
export type NoticeKind = (typeof noticeKinds)[number];

/** By which way a person hears: a direct message to their fediverse account, an e-mail, or not at all. */
export type Way = "fediverse" | "email" | "none";

/** What was chosen; kinds without a choice follow {@link waysFor}. */
export type ChosenWays = Readonly<Partial<Record<NoticeKind, Way>>>;

/** By which way a person hears of each kind. */
export type Ways = Readonly<Record<NoticeKind, Way>>;

/** What a person can be reached by. */
export interface Reach {
  readonly byFediverse: boolean;
  readonly byEmail: boolean;
}

/**
 * The ways that hold for a person: what they chose, and for the rest the account they came with: the fediverse first.
 *
 * A chosen way that no longer leads anywhere (the address was removed) falls back to one that does; `none` stays none.
 * `waysFor({ reminders: "none" }, { byFediverse: true, byEmail: false })` has `fediverse` for all but reminders.
 */
export function waysFor(chosen: ChosenWays, reach: Reach): Ways {
  const way = (kind: NoticeKind) => wayFor(chosen[kind], reach);
  return {
    "gathering-dates": way("gathering-dates"),
    decisions: way("decisions"),
    reminders: way("reminders"),
    replies: way("replies"),
    announcements: way("announcements"),
    membership: way("membership"),
    stewardship: way("stewardship"),
  };
}

function wayFor(chosen: Way | undefined, { byFediverse, byEmail }: Reach): Way {
  if (chosen === "none") return "none";
  if (chosen === "email" && byEmail) return "email";
  if (byFediverse) return "fediverse";
  return byEmail ? "email" : "none";
}

/** Whether `text` is one of the kinds; `isNoticeKind("reminders")` is true. */
export function isNoticeKind(text: string): text is NoticeKind {
  return noticeKinds.some((kind) => kind === text);
}
