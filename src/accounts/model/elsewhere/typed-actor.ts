import { typedAccount } from "../typed-account.ts";

/** An actor elsewhere as somebody named it: what to look up, and at which host. */
export interface TypedActor {
  readonly name: string;
  readonly host: string;
}

/**
 * Reads a handle, or the address of a page or of an actor, as people paste them; undefined for anything else, such as a host alone.
 *
 * `typedActor(" plum@Gather.example ")` is `{ name: "@plum@gather.example", host: "gather.example" }`.
 */
export function typedActor(text: string): TypedActor | undefined {
  const account = typedAccount(text);
  if (account?.kind === "handle") return { name: `@${account.name}@${account.host}`, host: account.host };
  const url = URL.parse(text.trim());
  if (url === null || !["http:", "https:"].includes(url.protocol) || url.pathname === "/") return undefined;
  return { name: url.href, host: url.host };
}
