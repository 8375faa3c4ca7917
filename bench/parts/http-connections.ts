import { connect, type Socket } from "node:net";

/** An answer to one request, and when its first byte and its last one came, in milliseconds of `performance.now()`. */
export interface Answer {
  readonly status: number;
  /** Of the body. */
  readonly bytes: number;
  readonly firstByteAt: number;
  readonly doneAt: number;
}

/**
 * Kept-alive connections to one server that cost next to nothing: requests are bytes made beforehand, and of an answer only status
 * and length are read. The driver shares its cores with what it measures. A resource: whoever opened them closes them.
 */
export interface Connections {
  /** Sends a request on the next free connection; a connection that breaks rejects and is replaced. */
  send(request: Buffer): Promise<Answer>;
  close(): void;
}

interface Waiting {
  readonly request: Buffer;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (cause: Error) => void;
}

/** Opens as many connections as needed, at most `most`. */
export function openConnections(host: string, port: number, most: number): Connections {
  const free: Line[] = [];
  const all = new Set<Line>();
  const waiting: Waiting[] = [];

  const next = () => {
    while (waiting.length > 0) {
      const line = free.pop() ?? (all.size < most ? opened() : undefined);
      if (line === undefined) return;
      const asked = waiting.shift();
      if (asked !== undefined) line.ask(asked);
    }
  };
  const opened = (): Line => {
    const line = openLine(host, port, {
      free: () => {
        free.push(line);
        next();
      },
      gone: () => {
        all.delete(line);
        const place = free.indexOf(line);
        if (place !== -1) free.splice(place, 1);
        next();
      },
    });
    all.add(line);
    return line;
  };

  return {
    send: (request) =>
      new Promise((resolve, reject) => {
        waiting.push({ request, resolve, reject });
        next();
      }),
    close: () => {
      for (const line of all) line.close();
    },
  };
}

interface Line {
  ask(asked: Waiting): void;
  close(): void;
}

function openLine(host: string, port: number, told: { readonly free: () => void; readonly gone: () => void }): Line {
  const socket: Socket = connect({ host, port, noDelay: true });
  let asked: Waiting | undefined;
  let reader = answerReader();

  socket.on("data", (piece: Buffer) => {
    const answer = reader.read(piece);
    if (answer === undefined || asked === undefined) return;
    const { resolve } = asked;
    asked = undefined;
    reader = answerReader();
    resolve(answer);
    told.free();
  });
  const gone = (cause?: Error) => {
    const left = asked;
    asked = undefined;
    left?.reject(cause ?? new Error("the server hung up"));
    told.gone();
  };
  socket.once("error", gone);
  socket.once("close", () => gone());
  return {
    ask: (given) => {
      asked = given;
      socket.write(given.request);
    },
    close: () => socket.destroy(),
  };
}

/** Reads one answer from pieces; its end is told by Content-Length or by the last chunk. */
function answerReader() {
  let firstByteAt: number | undefined;
  let head = "";
  let bodyStart: number | undefined;
  let length: number | undefined;
  let bytes = 0;
  let tail = "";

  const isWhole = () => (length === undefined ? tail.endsWith("0\r\n\r\n") : bytes >= length);

  return {
    read(piece: Buffer): Answer | undefined {
      firstByteAt ??= performance.now();
      if (bodyStart === undefined) {
        head += piece.toString("latin1");
        const end = head.indexOf("\r\n\r\n");
        if (end === -1) return undefined;
        bodyStart = end + 4;
        const written = /\r\ncontent-length: *(\d+)/i.exec(head.slice(0, bodyStart));
        length = written === null ? undefined : Number(written[1]);
        bytes = head.length - bodyStart;
        tail = head.slice(bodyStart).slice(-5);
      } else {
        bytes += piece.length;
        tail = (tail + piece.subarray(-5).toString("latin1")).slice(-5);
      }
      if (!isWhole()) return undefined;
      return { status: Number(head.slice(9, 12)), bytes, firstByteAt, doneAt: performance.now() };
    },
  };
}
