/**
 * What `make` gives, made when it is first asked for, and kept: for tables that take a while to make and that a server does not need to
 * start. `const table = once(() => new Map(rows))`, and `table().get(key)`.
 */
export function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => (made ??= { value: make() }).value;
}
