import type { KeyPattern, MessageUses, TranslatorCall } from "./message-uses.ts";

/** A message as its callers must know it. */
export interface MessageDemands {
  /** Names to give values for. */
  readonly places: readonly string[];
  readonly tags: readonly string[];
}

/** What is wrong between code and catalogues: keys that no catalogue has, values not given, refusals without words, keys that nobody says. */
export function unlikeUses(
  messages: ReadonlyMap<string, MessageDemands>,
  uses: readonly MessageUses[],
): readonly string[] {
  const keys = [...messages.keys()];
  const known = new Set(keys);
  const namespaces = new Set(keys.map(namespaceOf));
  const calls = uses.flatMap((use) => use.calls);
  const refusals = uses.flatMap((use) => use.refusals);
  const named = uses.flatMap((use) => use.named);
  return [
    ...calls.flatMap((call) => unlikeCall(messages, call)),
    ...refusals
      .filter(({ kind }) => !known.has(`refusal.${kind}`))
      .map(({ place, kind }) => `${place} refuses without words: no message refusal.${kind}`),
    ...named
      .filter(({ key }) => key.includes(".") && namespaces.has(namespaceOf(key)) && !known.has(key))
      .map(({ place, key }) => `${place} names a message that no catalogue has: ${key}`),
    ...unsaid(keys, uses).map((key) => `nobody says the message ${key}`),
  ];
}

function unlikeCall(messages: ReadonlyMap<string, MessageDemands>, call: TranslatorCall): readonly string[] {
  return call.keys.flatMap((pattern) => {
    const matching = [...messages].filter(([key]) => matches(pattern, key));
    if (matching.length === 0) return [`${call.place} says a message that no catalogue has: ${pattern.join("…")}`];
    if (pattern.length > 1) return [];
    return matching.flatMap(([key, demands]) => [
      ...unlikeNames(call, key, "value", demands.places, call.values),
      ...unlikeNames(call, key, "tag", demands.tags, call.tags),
    ]);
  });
}

function unlikeNames(
  call: TranslatorCall,
  key: string,
  what: "value" | "tag",
  needed: readonly string[],
  given: ReadonlySet<string> | undefined,
): readonly string[] {
  if (given === undefined) return [];
  const lacking = needed
    .filter((name) => !given.has(name))
    .map((name) => `${call.place} says ${key} without its ${what} ${name}`);
  const idle = [...given]
    .filter((name) => !needed.includes(name))
    .map((name) => `${call.place} gives ${key} a ${what} ${name} that it does not use`);
  return [...lacking, ...idle];
}

/**
 * Keys that stand nowhere in the code. A key made of parts counts as said when each unknown part stands in the code as a string
 * or a name by itself: `refusal.${kind}` says refusal.full only if "full" is somewhere.
 */
function unsaid(keys: readonly string[], uses: readonly MessageUses[]): readonly string[] {
  const texts = uses.flatMap((use) => use.texts);
  const plain = new Set(texts.flatMap((text) => (text.length === 1 ? text : [])));
  const spoken = new Set(uses.flatMap((use) => use.calls.flatMap((call) => call.keys)));
  const namespaces = new Set(keys.map(namespaceOf));
  const patterns = [...texts, ...spoken].filter(
    (text) => text.length > 1 && (spoken.has(text) || namespaces.has(namespaceOf(text[0] ?? ""))),
  );
  const isSaid = (key: string) =>
    plain.has(key) || patterns.some((pattern) => partsOf(pattern, key)?.every((part) => plain.has(part)));
  return keys.filter((key) => !isSaid(key));
}

function namespaceOf(key: string): string {
  return key.slice(0, key.indexOf(".") + 1);
}

function matches(pattern: KeyPattern, key: string): boolean {
  return pattern.length === 1 ? pattern[0] === key : partsOf(pattern, key) !== undefined;
}

/** What fills the unknown parts when `key` is made by `pattern`; `undefined` when it is not. */
function partsOf(pattern: KeyPattern, key: string): readonly string[] | undefined {
  const source = pattern.map((part) => RegExp.escape(part)).join("(.+?)");
  return new RegExp(`^${source}$`).exec(key)?.slice(1);
}
