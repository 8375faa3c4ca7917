declare const idKind: unique symbol;

/** An identifier of one kind of thing. It means nothing and is never parsed; two kinds cannot be mixed up. */
export type Id<Kind extends string> = string & { readonly [idKind]: Kind };

/** Where ids come from; a parameter of everything that makes one, so that tests can supply their own. */
export interface IdSource {
  /** A UUIDv7 (RFC 9562, section 5.7): sorts by the time it was made, so never for a thing whose time is secret. */
  next<Kind extends string>(): Id<Kind>;
  /** A UUIDv4 (RFC 9562, section 5.4): says nothing of when it was made. */
  unordered<Kind extends string>(): Id<Kind>;
}

/**
 * An id source over a clock and a source of random bytes.
 *
 * @param nowMilliseconds the time since the Unix epoch, in milliseconds
 * @param randomBytes gives as many random octets as asked
 */
export function idSource(nowMilliseconds: () => number, randomBytes: (length: number) => Uint8Array): IdSource {
  let lastMilliseconds = 0;
  let counter = 0;
  return {
    next<Kind extends string>() {
      const now = nowMilliseconds();
      counter = now > lastMilliseconds ? 0 : counter + 1;
      // 4096 ids within one millisecond borrow from the next one (RFC 9562, section 6.2): order is kept.
      if (counter > 0xfff) counter = 0;
      lastMilliseconds = counter === 0 ? Math.max(now, lastMilliseconds + 1) : lastMilliseconds;
      return uuidV7(lastMilliseconds, counter, randomBytes(8)) as Id<Kind>;
    },
    unordered<Kind extends string>() {
      return uuidV4(randomBytes(16)) as Id<Kind>;
    },
  };
}

function uuidV7(milliseconds: number, counter: number, random: Uint8Array): string {
  const octets = new Uint8Array(16);
  let rest = milliseconds;
  for (let place = 5; place >= 0; place--) {
    octets[place] = rest % 256;
    rest = Math.floor(rest / 256);
  }
  octets[6] = 0x70 | (counter >> 8);
  octets[7] = counter & 0xff;
  octets.set(random.subarray(0, 8), 8);
  octets[8] = 0x80 | ((octets[8] ?? 0) & 0x3f);
  return uuidText(octets);
}

function uuidV4(random: Uint8Array): string {
  const octets = Uint8Array.from(random.subarray(0, 16));
  octets[6] = 0x40 | ((octets[6] ?? 0) & 0x0f);
  octets[8] = 0x80 | ((octets[8] ?? 0) & 0x3f);
  return uuidText(octets);
}

function uuidText(octets: Uint8Array): string {
  const hex = Array.from(octets, (octet) => octet.toString(16).padStart(2, "0")).join("");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
