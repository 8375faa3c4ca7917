import { makeLetterLink } from "../accounts/commands/sign-in/make-letter-link.ts";
import { stopNotices } from "../accounts/index.ts";
import type { Application } from "../kernel/application.ts";
import { openMailer } from "../kernel/notifications/mailer.ts";
import type { NoticeMail } from "../kernel/notifications/notification-options.ts";
import { stopLinks, type StopLinks } from "../kernel/notifications/stop-by-link.tsx";
import { hashOfToken, newToken } from "../kernel/secrets/token.ts";
import type { ActorNames } from "./actor-names.ts";
import type { Configuration } from "./configuration.ts";

/** Letters: to one address, for notices, and the links by which those are stopped. A resource. */
export interface Mail {
  /** Sends a letter at once. @throws Error when the mail server does not take it */
  readonly sendLetter: (letter: {
    readonly to: string;
    readonly subject: string;
    readonly text: string;
    readonly id?: string;
  }) => Promise<void>;
  readonly notices: NoticeMail;
  readonly stops: StopLinks;
  readonly close: () => void;
}

/** Opens the way for letters; undefined without `SMTP_URL`, and then e-mail is off. */
export function openMail(configuration: Configuration, secret: Uint8Array, nameOf: ActorNames): Mail | undefined {
  const { origin, smtpUrl, mailFrom } = configuration;
  if (smtpUrl === undefined) return undefined;
  const mailer = openMailer({ url: smtpUrl, from: mailFrom, host: origin.hostname });
  const stops = stopLinks({
    origin,
    secret,
    stop: (personId, kind) => ({ command: stopNotices, input: { personId, kind } }),
  });
  const notices: NoticeMail = {
    mailer,
    stopUrl: stops.stopUrl,
    linkFor: letterLink,
    senderName: nameOf,
  };
  const sendLetter: Mail["sendLetter"] = async (letter) => {
    const sent = await mailer.send(letter);
    if (!sent.ok) throw new Error(`the mail server answered ${sent.refusal.code}`);
  };
  return { sendLetter, notices, stops, close: () => mailer.close() };
}

/** An address that opens the path and signs its reader in; the bare path for somebody whose address is gone. */
async function letterLink(application: Application, personId: string, path: string): Promise<string> {
  const token = newToken();
  const by = { actor: { kind: "clock" }, origin: { from: "clock", key: `letter-link:${hashOfToken(token)}` } } as const;
  const made = await application.execute(
    makeLetterLink,
    { tokenHash: hashOfToken(token), personId, thenPath: path },
    by,
  );
  return new URL(made.ok ? `/sign-in/link?token=${token}` : path, application.origin).href;
}
