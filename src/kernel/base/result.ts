/**
 * The answer of anything that may be refused: a value, or a refusal as plain data.
 *
 * A refusal is expected and belongs to the domain; it is returned, never thrown.
 */
export type Result<Value, Refusal extends AnyRefusal = AnyRefusal> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly refusal: Refusal };

/** What every refusal has: a kind in kebab-case, which is also the end of its message key; the rest is data for the message. */
export interface AnyRefusal {
  readonly kind: string;
}

/** A successful result. `accepted(3)` is `{ ok: true, value: 3 }`. */
export function accepted<Value>(value: Value): { readonly ok: true; readonly value: Value } {
  return { ok: true, value };
}

/** A refused result. `refused({ kind: "poll-closed" })` is `{ ok: false, refusal: { kind: "poll-closed" } }`. */
export function refused<Refusal extends AnyRefusal>(
  refusal: Refusal,
): { readonly ok: false; readonly refusal: Refusal } {
  return { ok: false, refusal };
}

/** Marks the end of a `switch` over a union: reaching it is a bug, and a type error before it is one. */
export function unreachable(value: never): never {
  throw new Error(`unexpected value ${JSON.stringify(value)}`);
}
