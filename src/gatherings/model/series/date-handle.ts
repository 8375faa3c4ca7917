const longestHandle = 30;

/**
 * Handles for the gathering of one date, the one liked best first: the base of the series with the day behind it.
 *
 * `dateHandles("organising_circle_20270304", 2027-03-18)` begins with `organising_circle_20270318`, `organising_circle_20270318_2`.
 */
export function dateHandles(before: string, date: Temporal.PlainDate): readonly string[] {
  const base = before.replace(/_\d{8}(_\d)?$/, "");
  const day = date.toString().replaceAll("-", "");
  return ["", "_2", "_3", "_4", "_5"].map((again) => {
    const ending = `_${day}${again}`;
    return `${base.slice(0, longestHandle - ending.length).replace(/_+$/, "")}${ending}`;
  });
}
