/** Bytes that arrive and are looked at in order; only what was not taken yet is kept. */
export interface ByteWindow {
  /** Takes what stands before a mark, and the mark: `too-long` as soon as more than `most` came without it. */
  until(mark: Buffer, most: number): Promise<Buffer | "too-long" | "ended">;
  /** Takes so many bytes; undefined when fewer come. */
  take(length: number): Promise<Buffer | undefined>;
}

/** Looks at a stream of bytes; each byte is copied and searched a bounded number of times, in however small chunks it comes. */
export function byteWindow(source: AsyncIterable<Uint8Array>, before: Buffer): ByteWindow {
  const chunks = source[Symbol.asyncIterator]();
  let space = Buffer.alloc(64 * 1024);
  let start = 0;
  let end = before.copy(space);

  const more = async (): Promise<boolean> => {
    const next = await chunks.next();
    if (next.done === true) return false;
    if (end + next.value.length > space.length) {
      const kept = space.subarray(start, end);
      const needed = kept.length + next.value.length;
      const roomier = needed * 2 > space.length ? Buffer.alloc(needed * 2) : space;
      kept.copy(roomier);
      end = kept.length;
      start = 0;
      space = roomier;
    }
    space.set(next.value, end);
    end += next.value.length;
    return true;
  };
  const taken = (length: number, skipped: number): Buffer => {
    const bytes = Buffer.from(space.subarray(start, start + length));
    start += length + skipped;
    return bytes;
  };

  return {
    async until(mark, most) {
      for (let searched = 0; ;) {
        const found = space.subarray(start, end).indexOf(mark, searched);
        if (found !== -1) return found > most ? "too-long" : taken(found, mark.length);
        const length = end - start;
        if (length - mark.length > most) return "too-long";
        searched = Math.max(0, length - mark.length + 1);
        if (!(await more())) return "ended";
      }
    },
    async take(length) {
      while (end - start < length) if (!(await more())) return undefined;
      return taken(length, 0);
    },
  };
}
