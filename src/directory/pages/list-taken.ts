const reasons = ["no-name", "not-a-host", "twice"] as const;

/** What came of a list that was taken over, as the address of the page after it tells it. */
export interface ListTaken {
  readonly added: number;
  readonly known: number;
  readonly optedOut: number;
  readonly passedOver: readonly { readonly row: number; readonly reason: (typeof reasons)[number] }[];
}

/** The query that {@link takenFrom} reads: numbers and reasons, no words of the list. */
export function queryOfTaken(taken: {
  readonly added: number;
  readonly known: number;
  readonly optedOut: number;
  readonly reasons: readonly { readonly row: number; readonly reason: string }[];
}): string {
  const passedOver = taken.reasons.map(({ row, reason }) => `${row}.${reason}`).join(" ");
  const counts = { added: String(taken.added), known: String(taken.known), "opted-out": String(taken.optedOut) };
  return new URLSearchParams({ ...counts, ...(passedOver !== "" && { "passed-over": passedOver }) }).toString();
}

/** What a query tells of a list that was taken over; undefined where it tells of none. */
export function takenFrom(query: URLSearchParams): ListTaken | undefined {
  if (!query.has("added")) return undefined;
  const count = (name: string) => Number(/^\d{1,6}$/.exec(query.get(name) ?? "")?.[0] ?? 0);
  const passedOver = (query.get("passed-over") ?? "")
    .slice(0, 2_000)
    .split(" ")
    .flatMap((each) => {
      const [, row, word] = /^(\d{1,7})\.([a-z-]+)$/.exec(each) ?? [];
      const reason = reasons.find((one) => one === word);
      return row === undefined || reason === undefined ? [] : [{ row: Number(row), reason }];
    });
  return { added: count("added"), known: count("known"), optedOut: count("opted-out"), passedOver };
}
