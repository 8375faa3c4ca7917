import type { Id } from "../../../kernel/base/ids.ts";

/** One of those whom a gathering reaches out to. */
export type TargetId = Id<"outreach-target">;

/** A person by their fediverse handle or e-mail address, or an instance by its host, reached at the contact account that its server names. */
export type TargetKind = "account" | "email" | "instance";

/**
 * Where a target stands: on the board, about to be asked, asked, not to be reached, or not wanting to be asked. Whether it was seen and
 * answered is told beside it.
 */
export type TargetState = "listed" | "asking" | "asked" | "unreachable" | "opted-out";

export type OutreachAnswer = "yes" | "maybe" | "no";

/** A target as somebody writes it down. */
export interface TypedTarget {
  readonly kind: TargetKind;
  readonly address: string;
  readonly name: string;
  /** A language of the program; null for the instance's own. */
  readonly language: string | null;
  /** ISO 3166-1 alpha-2; empty where unknown. */
  readonly country: string;
  readonly software: string;
  readonly size: number | null;
}

const hostPattern = /^(?=.{4,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9-]{2,63}(?::\d{1,5})?$/;

/**
 * What an address is: `typedAddress("Social.Coop")` is the instance `social.coop`, `typedAddress("@Ana@a.example")` the account
 * `@ana@a.example`, `typedAddress("ana@mail.example")` an e-mail address; undefined for anything else.
 */
export function typedAddress(text: string): Pick<TypedTarget, "kind" | "address"> | undefined {
  const address = text
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\//, "")
    .replace(/\/$/, "");
  if (hostPattern.test(address)) return { kind: "instance", address };
  const [, at, name = "", host = ""] = /^(@?)([a-z0-9_.+-]{1,64})@([^@]+)$/.exec(address) ?? [];
  if (name === "" || !hostPattern.test(host) || (at === "@" && name.includes("+"))) return undefined;
  return { kind: at === "@" ? "account" : "email", address };
}

/** How large an instance is, in words that say enough for a balance. */
export type SizeClass = "small" | "middle" | "large" | "unknown";

/** `sizeClass(480)` is `middle`: below 100 people an instance is small, from 1,000 on large. */
export function sizeClass(people: number | null): SizeClass {
  if (people === null) return "unknown";
  if (people < 100) return "small";
  return people < 1000 ? "middle" : "large";
}

/** How many targets there are of each country, language and size, the most first; `""` is unknown. */
export interface Balance {
  readonly countries: readonly Share[];
  readonly languages: readonly Share[];
  readonly sizes: readonly Share[];
}
export type Share = readonly [of: string, targets: number];

/** The balance of a board, counted from what was written down of its targets. */
export function balanceOf(targets: readonly Pick<TypedTarget, "country" | "language" | "size">[]): Balance {
  const count = (of: (target: (typeof targets)[number]) => string): readonly Share[] => {
    const counts = new Map<string, number>();
    for (const target of targets) counts.set(of(target), (counts.get(of(target)) ?? 0) + 1);
    return [...counts].toSorted(([one, some], [other, more]) => more - some || (one < other ? -1 : 1));
  };
  return {
    countries: count(({ country }) => country),
    languages: count(({ language }) => language ?? ""),
    sizes: count(({ size }) => sizeClass(size)),
  };
}
