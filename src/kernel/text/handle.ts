import { domainToASCII, domainToUnicode } from "node:url";

/**
 * A fediverse handle as people may trust it: `@name@host`, always with its host.
 *
 * A host with letters that could pass for others is shown as the network sees it: `shownHandle("ada@social.cоop")`, with a Cyrillic
 * о, is `@ada@social.xn--cop-sed`. Anything in the name that is not a visible letter, digit or plain sign is dropped.
 */
export function shownHandle(handle: string): string {
  const [, name = "", host = ""] = /^@?([^@]*)@?(.*)$/su.exec(handle) ?? [];
  const visibleName = name.replace(/[^\p{L}\p{M}\p{N}_.~!$&'()*+,;=-]/gu, "");
  return host === "" ? `@${visibleName}` : `@${visibleName}@${shownHost(host)}`;
}

/**
 * A host as people may trust it: with its own letters if they are of the Latin alphabet as European languages write it, else in
 * punycode (RFC 3492). `shownHost("xn--mnchen-3ya.example")` is `münchen.example`; a host with a port keeps it.
 */
export function shownHost(host: string): string {
  const [, hostname = "", port = ""] = /^(.*?)(:\d{1,5})?$/su.exec(host) ?? [];
  const ascii = /^[\p{L}\p{M}\p{N}.-]*$/u.test(hostname) ? domainToASCII(hostname) : "";
  // What is no host name is shown with everything odd taken out rather than trusted.
  if (ascii === "") return hostname.replace(/[^\w.-]/g, "") + port;
  const unicode = domainToUnicode(ascii);
  return (isPlainLatin(unicode) ? unicode : ascii) + port;
}

// Latin-1 letters and Latin Extended-A without the dotless i, the kra, the n with apostrophe, the l with dot and the long s, which
// pass for others (Unicode Technical Standard 39, confusables).
function isPlainLatin(hostname: string): boolean {
  return /^[a-z0-9.\-\u00df-\u00f6\u00f8-\u0130\u0132-\u0137\u0139-\u013e\u0141-\u0148\u014a-\u017e]*$/.test(hostname);
}
