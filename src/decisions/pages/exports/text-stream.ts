/** So many characters are gathered before they are sent on. */
const PIECE = 16_384;

/** What is to be known of a stream: that somebody begins to read it, which who only asks for its head never does, and that it is over. */
export interface StreamWatch {
  begins(): void;
  ends(): void;
}

/** Text that is made while it is read: no faster than the reader takes it, and no more of it once the reader has gone. */
export function textStream(pieces: AsyncGenerator<string>, watch?: StreamWatch): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let hasBegun = false;
  const end = () => {
    if (hasBegun) watch?.ends();
    hasBegun = false;
  };
  return new ReadableStream<Uint8Array>(
    {
      async pull(control) {
        try {
          if (!hasBegun) watch?.begins();
          hasBegun = true;
          const { text, isLast } = await gather(pieces);
          if (text !== "") control.enqueue(encoder.encode(text));
          if (!isLast) return;
          control.close();
          end();
        } catch (cause) {
          end();
          throw cause;
        }
      },
      async cancel() {
        end();
        await pieces.return(undefined);
      },
    },
    { highWaterMark: 0 },
  );
}

async function gather(pieces: AsyncGenerator<string>): Promise<{ readonly text: string; readonly isLast: boolean }> {
  let text = "";
  while (text.length < PIECE) {
    const next = await pieces.next();
    if (next.done === true) return { text, isLast: true };
    text += next.value;
  }
  return { text, isLast: false };
}
