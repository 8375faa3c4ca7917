/** How long {@link waitFor} tries, how often it looks, and what it adds to its complaint. */
export type Patience = {
  /** Default 10,000. */
  readonly deadlineMs?: number;
  /** Default 25. */
  readonly intervalMs?: number;
  /** Called once on giving up; its text stands in the error, so that a failure in a foreign program can be understood. */
  readonly diagnose?: () => string;
};

/**
 * Looks again and again until `probe` gives something, and promises that. "Nothing yet" is `undefined`, `null` or `false`; a probe
 * that throws has found nothing yet either, and its last error is shown on giving up.
 *
 * It is for programs whose clock is not ours (a foreign server, a browser): where a clock can be given, give it instead. Throws an
 * error that names `what` was awaited, for how long, and the diagnosis.
 */
export async function waitFor<Found>(
  what: string,
  probe: () => Found | Promise<Found>,
  patience: Patience = {},
): Promise<Exclude<Found, undefined | null | false>> {
  const { deadlineMs = 10_000, intervalMs = 25, diagnose } = patience;
  const started = performance.now();
  let lastError: unknown;
  for (;;) {
    try {
      const found = await probe();
      if (isFound(found)) return found;
    } catch (error) {
      lastError = error;
    }
    if (performance.now() - started > deadlineMs) break;
    await new Promise((resolve) => setTimeout(resolve, intervalMs));
  }
  const diagnosis = diagnose === undefined ? "" : `\n${diagnose()}`;
  throw new Error(`waited ${deadlineMs} ms in vain: ${what}${diagnosis}`, { cause: lastError });
}

function isFound<Found>(found: Found): found is Exclude<Found, undefined | null | false> {
  return found !== undefined && found !== null && found !== false;
}
