import type { Trouble } from "./outlet.ts";

/** What came of telling an outlet something once. */
export type Sent =
  | { readonly kind: "taken" }
  | {
      readonly kind: "not-taken";
      readonly trouble: Trouble;
      /** How long the other side asks to be left alone, in seconds. */
      readonly waitSeconds?: number;
    };

/** After so many failures in a row an outlet rests until an organiser says otherwise: after not quite two days. */
export const mostFailures = 9;

/** What does not mend by waiting, and must not be tried again without a word of the organisers. */
const lasting: readonly Trouble[] = [
  "not-allowed-there",
  "token-refused",
  "not-in-room",
  "no-such-room",
  "gone",
  "unreadable-secret",
];

const firstWaitSeconds = 60;
const longestWaitSeconds = 86_400;

/**
 * What to do after the `failures`th failure in a row: to pause the outlet, or to wait for so many seconds, first one minute and then three
 * times as long each time, but at least as long as the other side asks and at most a day.
 *
 * `afterFailure(2, { trouble: "failing" })` is `{ pause: false, waitSeconds: 180 }`.
 */
export function afterFailure(
  failures: number,
  { trouble, waitSeconds = 0 }: { readonly trouble: Trouble; readonly waitSeconds?: number },
): { readonly pause: true } | { readonly pause: false; readonly waitSeconds: number } {
  if (lasting.includes(trouble) || failures >= mostFailures) return { pause: true };
  const usual = firstWaitSeconds * 3 ** (failures - 1);
  return { pause: false, waitSeconds: Math.min(longestWaitSeconds, Math.max(usual, Math.ceil(waitSeconds))) };
}
