import { domainToASCII } from "node:url";

/** The two halves of `@ana@social.example`, as they are compared: lower case, the host in ASCII. */
export interface Handle {
  readonly name: string;
  readonly host: string;
}

/**
 * Reads `@ana@social.example`, `ana@social.example` or `acct:ana@social.example`; undefined for everything else. A host that
 * only looks like another stays another: `@ana@social.cоop` with a Cyrillic о has the host `xn--social.cop-…`.
 */
export function readHandle(text: string): Handle | undefined {
  const parts = /^(?:acct:|@)?([^\s@/:]{1,100})@([^\s@/?#]{1,260})$/u.exec(text.trim());
  if (parts?.[1] === undefined || parts[2] === undefined) return undefined;
  const [host = "", port] = parts[2].split(":", 2);
  const ascii = domainToASCII(host.toLowerCase());
  if (ascii === "" || (port !== undefined && !/^\d{1,5}$/.test(port))) return undefined;
  return { name: parts[1].toLowerCase(), host: port === undefined ? ascii : `${ascii}:${port}` };
}

/** `{ name: "ana", host: "social.example" }` as `@ana@social.example`. */
export function writeHandle({ name, host }: Handle): string {
  return `@${name}@${host}`;
}
