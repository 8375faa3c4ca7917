/** What somebody typed to say where their account is. */
export type TypedAccount =
  | { readonly kind: "handle"; readonly name: string; readonly host: string }
  | { readonly kind: "server"; readonly host: string };

const host =
  /^(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.)+[\p{L}\p{N}-]{2,63}(?::\d{1,5})?$|^(?:\d{1,3}\.){3}\d{1,3}(?::\d{1,5})?$/u;
const name = /^[\p{L}\p{N}_.-]{1,100}$/u;

/**
 * Reads a handle (`@ana@social.example`, with or without the first `@`), a server (`social.example`), or the address of either as
 * the browser shows it (`https://social.example/@ana`). Undefined when it is none of them.
 *
 * `typedAccount(" ana@Social.example ")` is `{ kind: "handle", name: "ana", host: "social.example" }`.
 */
export function typedAccount(text: string): TypedAccount | undefined {
  const bare = text
    .trim()
    .replace(/^acct:/i, "")
    .replace(/^https?:\/\//i, "");
  if (bare.length > 400) return undefined;
  const [first = "", ...path] = bare.split(/[/?#]/);
  if (path.length > 0) return accountOfAddress(first, path[0] ?? "");
  const [before = "", after, ...rest] = first.replace(/^@/, "").split("@");
  if (rest.length > 0) return undefined;
  if (after === undefined) return accountOfAddress(before, "");
  return name.test(before) && host.test(after)
    ? { kind: "handle", name: before, host: after.toLowerCase() }
    : undefined;
}

function accountOfAddress(place: string, page: string): TypedAccount | undefined {
  if (!host.test(place)) return undefined;
  const named = /^@([^@]+)$/.exec(page)?.[1];
  if (named !== undefined && name.test(named)) return { kind: "handle", name: named, host: place.toLowerCase() };
  return { kind: "server", host: place.toLowerCase() };
}
