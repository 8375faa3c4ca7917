import type { Id } from "../../../kernel/base/ids.ts";

export type GuestId = Id<"guest">;

/** Whether a guest's answer is counted with the rest, or shown apart. */
export type GuestStanding = "advisory" | "counted";
export const guestStandings: readonly GuestStanding[] = ["advisory", "counted"];

/** So many seats for guests one proposal has at most. */
export const mostGuests = 50;
/** So often one link can be used to answer, so that nobody can keep the count busy. */
export const mostGuestAnswers = 30;
export const longestGuestName = 80;
