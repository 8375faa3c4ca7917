import { createTransport } from "nodemailer";
import { accepted, refused, type Result } from "../base/result.ts";

/** A letter to one address. */
export interface Letter {
  readonly to: string;
  readonly subject: string;
  /** Plain text. */
  readonly text: string;
  readonly html?: string;
  /** BCP 47. */
  readonly language?: string;
  /** The name beside the server's address; the address alone if there is none. */
  readonly senderName?: string;
  /** Makes the letter recognisable: sent twice, it has the same Message-ID. */
  readonly id?: string;
  /** When it was written; the same each time it is sent. */
  readonly at?: Temporal.Instant;
  /** Where a POST stops letters of this kind. */
  readonly stopUrl?: string;
}

/** A letter was not taken. `isFinal`: the other side will not take it later either. `code` is what SMTP or the system said: `550`. */
export interface MailFailure {
  readonly kind: "mail-failed";
  readonly isFinal: boolean;
  readonly code: string;
}

/** The way to the mail server. A resource: whoever opened it closes it. */
export interface Mailer {
  /** Settles when the mail server has taken the letter, or not; never throws. */
  send(letter: Letter): Promise<Result<null, MailFailure>>;
  close(): void;
}

export interface MailerOptions {
  /** `smtp://…` or `smtps://…`, with name and password if need be. */
  readonly url: string;
  /** The address that letters come from. */
  readonly from: string;
  /** The part after the @ of Message-IDs, and how we greet the mail server. */
  readonly host: string;
}

const CONNECTIONS = 3;
const STEP_TIMEOUT_MS = 10_000;
/** Mail servers that look through a letter take their time. */
const SILENCE_TIMEOUT_MS = 30_000;
/** A worker begins no job with less than a minute left of its lease. */
const WHOLE_TIMEOUT_MS = 50_000;

/** Opens the way to the mail server; nothing is connected before the first letter. */
export function openMailer({ url, from, host }: MailerOptions): Mailer {
  const pool = createTransport({
    url,
    name: host,
    pool: true,
    maxConnections: CONNECTIONS,
    connectionTimeout: STEP_TIMEOUT_MS,
    greetingTimeout: STEP_TIMEOUT_MS,
    dnsTimeout: STEP_TIMEOUT_MS,
    socketTimeout: SILENCE_TIMEOUT_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    async send(letter) {
      try {
        await pool.sendMail({ ...mailOf(letter, from, host), signal: AbortSignal.timeout(WHOLE_TIMEOUT_MS) });
        return accepted(null);
      } catch (cause) {
        return refused(failureOf(cause));
      }
    },
    close: () => pool.close(),
  };
}

function mailOf(letter: Letter, from: string, host: string) {
  const { to, subject, text, html, id, at, senderName } = letter;
  return {
    from: { name: senderName ?? "", address: from },
    to: { name: "", address: to },
    subject,
    text,
    ...(html !== undefined && { html }),
    ...(id !== undefined && { messageId: `<${id}@${host}>` }),
    ...(at !== undefined && { date: mailDate(at) }),
    headers: headersOf(letter),
    xMailer: false as const,
  };
}

function headersOf({ language, stopUrl }: Letter): Record<string, string> {
  return {
    // Nobody's absence note is to answer (RFC 3834, section 5).
    "Auto-Submitted": "auto-generated",
    ...(language !== undefined && { "Content-Language": language }),
    ...(stopUrl !== undefined && { "List-Unsubscribe": `<${stopUrl}>` }),
    // One click, without confirmation, only over TLS (RFC 8058, section 3.1).
    ...(stopUrl?.startsWith("https://") === true && { "List-Unsubscribe-Post": "List-Unsubscribe=One-Click" }),
  };
}

const weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** RFC 5322, section 3.3: `Mon, 01 Feb 2027 10:00:00 +0000`. */
function mailDate(at: Temporal.Instant): string {
  const { dayOfWeek, day, month, year, hour, minute, second } = at.toZonedDateTimeISO("UTC");
  const two = (number: number) => String(number).padStart(2, "0");
  const date = `${weekdays[dayOfWeek - 1]}, ${two(day)} ${months[month - 1]} ${year}`;
  return `${date} ${two(hour)}:${two(minute)}:${two(second)} +0000`;
}

/** What the mail server said, without the words it said it in: they name the address. */
function failureOf(cause: unknown): MailFailure {
  const { code, responseCode, command } = (cause ?? {}) as {
    code?: unknown;
    responseCode?: unknown;
    command?: unknown;
  };
  const answer = typeof responseCode === "number" ? responseCode : undefined;
  // A permanent answer (RFC 5321, section 4.2.1) to this recipient or this letter; to anything earlier it concerns our own set-up.
  const isFinal = answer !== undefined && answer >= 500 && (command === "RCPT TO" || command === "DATA");
  return { kind: "mail-failed", isFinal, code: String(answer ?? (typeof code === "string" ? code : "unknown")) };
}
