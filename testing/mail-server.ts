import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";

/** A letter as it came over the wire. */
export interface ReceivedLetter {
  readonly from: string;
  readonly to: readonly string[];
  /** By lower-case name; folded lines joined, encoded words decoded. */
  readonly headers: ReadonlyMap<string, string>;
  readonly text: string;
  readonly html: string | undefined;
}

/** A mail server on loopback that keeps what it is given. A resource: whoever started it stops it. */
export interface MailServer {
  /** `smtp://127.0.0.1:…`. */
  readonly url: string;
  readonly letters: readonly ReceivedLetter[];
  /** From now on says this to every recipient, or, with `undefined`, takes all again. */
  refuseRecipients(code: number | undefined): void;
  /** From now on says this to every letter once it has been sent whole, or, with `undefined`, takes all again. */
  refuseLetters(code: number | undefined): void;
  stop(): Promise<void>;
}

/** Starts a mail server without TLS or accounts. */
export async function startMailServer(): Promise<MailServer> {
  const letters: ReceivedLetter[] = [];
  let recipientsCode: number | undefined;
  let lettersCode: number | undefined;
  const server = new SMTPServer({
    disabledCommands: ["AUTH", "STARTTLS"],
    onRcptTo: (_address, _session, done) => done(refusal(recipientsCode)),
    onData: (stream, session, done) => {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => void chunks.push(chunk));
      stream.on("end", () => {
        const { mailFrom, rcptTo } = session.envelope;
        const from = mailFrom === false ? "" : mailFrom.address;
        if (lettersCode === undefined) {
          const to = rcptTo.map((recipient) => recipient.address);
          letters.push({ from, to, ...readLetter(Buffer.concat(chunks).toString("latin1")) });
        }
        done(refusal(lettersCode));
      });
    },
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    letters,
    refuseRecipients: (code) => {
      recipientsCode = code;
    },
    refuseLetters: (code) => {
      lettersCode = code;
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
      }),
  };
}

function refusal(code: number | undefined): Error | null {
  return code === undefined
    ? null
    : Object.assign(new Error("no such mailbox: ana@social.example"), { responseCode: code });
}

/** Reads what mail programs of this world write: one part, or alternatives side by side. */
function readLetter(raw: string): Pick<ReceivedLetter, "headers" | "text" | "html"> {
  const { headers, body } = readPart(raw);
  const boundary = /boundary="?([^";]+)"?/.exec(headers.get("content-type") ?? "")?.[1];
  if (boundary === undefined) return { headers, text: decoded(headers, body), html: undefined };
  const parts = body
    .split(`--${boundary}`)
    .slice(1, -1)
    .map((part) => readPart(part.replace(/^\r\n/, "")));
  const ofType = (type: string) => parts.find((part) => part.headers.get("content-type")?.startsWith(type) === true);
  const [text, html] = [ofType("text/plain"), ofType("text/html")];
  return {
    headers,
    text: text === undefined ? "" : decoded(text.headers, text.body),
    html: html === undefined ? undefined : decoded(html.headers, html.body),
  };
}

function readPart(raw: string): { readonly headers: ReadonlyMap<string, string>; readonly body: string } {
  const end = raw.indexOf("\r\n\r\n");
  const lines = raw
    .slice(0, end)
    .replace(/\r\n[ \t]+/g, " ")
    .split("\r\n");
  const headers = new Map<string, string>();
  for (const line of lines) {
    const colon = line.indexOf(":");
    headers.set(line.slice(0, colon).toLowerCase(), decodedWords(line.slice(colon + 1).trim()));
  }
  return { headers, body: raw.slice(end + 4).replace(/\r\n$/, "") };
}

function decoded(headers: ReadonlyMap<string, string>, body: string): string {
  const encoding = headers.get("content-transfer-encoding");
  if (encoding === "base64") return Buffer.from(body, "base64").toString("utf8");
  const bytes = encoding === "quoted-printable" ? fromQuotedPrintable(body.replace(/=\r\n/g, "")) : body;
  return Buffer.from(bytes, "latin1").toString("utf8").replaceAll("\r\n", "\n");
}

/** RFC 2047: `=?UTF-8?Q?caf=C3=A9?=`. */
function decodedWords(value: string): string {
  return value
    .replace(/\?=\s+=\?/g, "?==?")
    .replace(/=\?UTF-8\?([BQ])\?([^?]*)\?=/gi, (_word, encoding: string, text: string) => {
      const bytes =
        encoding.toUpperCase() === "B"
          ? Buffer.from(text, "base64").toString("latin1")
          : fromQuotedPrintable(text.replaceAll("_", " "));
      return Buffer.from(bytes, "latin1").toString("utf8");
    });
}

function fromQuotedPrintable(text: string): string {
  return text.replace(/=([0-9A-F]{2})/gi, (_code, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16)));
}
