/** How often something may be tried within a window of time. */
export interface Limit {
  readonly name: string;
  readonly most: number;
  readonly window: { readonly minutes: number };
}

const hour = { minutes: 60 } as const;
const day = { minutes: 24 * 60 } as const;

/**
 * Limits on signing in, on being met for the first time, and on taking part elsewhere. Those for `everyone` bound what strangers can make
 * this server keep or send, however many they are. All are designs of ours.
 */
export const limits = {
  serverSignInsOfAddress: { name: "server-sign-ins-of-address", most: 30, window: hour },
  serverSignInsAtServer: { name: "server-sign-ins-at-server", most: 300, window: hour },
  serverSignInsOfEveryone: { name: "server-sign-ins-of-everyone", most: 3_000, window: hour },
  codesOfAddress: { name: "codes-of-address", most: 30, window: hour },
  codesOfEveryone: { name: "codes-of-everyone", most: 3_000, window: hour },
  codesFromActor: { name: "codes-from-actor", most: 10, window: hour },
  codesFromHost: { name: "codes-from-host", most: 200, window: hour },
  linksOfAddress: { name: "links-of-address", most: 20, window: hour },
  linksToMailbox: { name: "links-to-mailbox", most: 5, window: hour },
  linksOfEveryone: { name: "links-of-everyone", most: 1_000, window: hour },
  keptFormsOfAddress: { name: "kept-forms-of-address", most: 60, window: hour },
  keptFormsOfEveryone: { name: "kept-forms-of-everyone", most: 2_000, window: hour },
  lookUpsOfPerson: { name: "look-ups-of-person", most: 30, window: hour },
  lookUpsOfEveryone: { name: "look-ups-of-everyone", most: 1_000, window: hour },
  followsOfPerson: { name: "follows-of-person", most: 30, window: hour },
  wordsElsewhereOfPerson: { name: "words-elsewhere-of-person", most: 60, window: hour },
  wordsFromStrangersAtHost: { name: "words-from-strangers-at-host", most: 60, window: hour },
  // As many as remote actors are kept of one server, and in all: the members of a large one may all come on one day.
  newcomersOfHost: { name: "newcomers-of-host", most: 20_000, window: day },
  newcomersOfEveryone: { name: "newcomers-of-everyone", most: 100_000, window: day },
} as const satisfies Readonly<Record<string, Limit>>;

/** The part of a network address that one household or machine holds: an IPv4 address, or the /64 of an IPv6 address. */
export function limitedAddress(address: string): string {
  if (!address.includes(":")) return address;
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped !== undefined) return mapped;
  const [head = "", tail = ""] = address.split("::", 2);
  const leading = head.split(":").filter((group) => group !== "");
  const trailing = tail.split(":").filter((group) => group !== "");
  const zeros = address.includes("::") ? Math.max(0, 8 - leading.length - trailing.length) : 0;
  const groups = [...leading, ...Array.from({ length: zeros }, () => "0"), ...trailing];
  return `${groups
    .slice(0, 4)
    .map((group) => group.toLowerCase().replace(/^0+(?=.)/, ""))
    .join(":")}::/64`;
}
