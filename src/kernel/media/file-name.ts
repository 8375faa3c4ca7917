import { shownName } from "../text/neutral.ts";

const longest = 100;

/**
 * A file's name as it may be shown and offered for saving: its last part alone, in one line, without controls, marks that turn the order
 * of letters around, and signs that file systems give a meaning; not hidden, and its ending kept when it is cut. A name of which
 * nothing is left is `file`. `cleanFileName("../../etc/pass\u202ewd.txt")` is `"passwd.txt"`.
 */
export function cleanFileName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? "";
  const plain = shownName(last.replace(/[\p{Cc}<>:"|?*]/gu, ""), Infinity).replace(/^[.\s]+|[.\s]+$/gu, "");
  if (plain === "") return "file";
  const letters = Array.from(plain);
  if (letters.length <= longest) return plain;
  const ending = /\.[A-Za-z0-9]{1,10}$/.exec(plain)?.[0] ?? "";
  return `${letters.slice(0, longest - 1 - ending.length).join("")}…${ending}`;
}

/** The same name with another ending: `withEnding("plan.v2.jpeg", "webp")` is `"plan.v2.webp"`. */
export function withEnding(name: string, ending: string): string {
  return `${name.replace(/\.[A-Za-z0-9]{1,10}$/, "")}.${ending}`;
}

/**
 * The header that says how a file is to be shown and under which name it is saved (RFC 6266, with the name in UTF-8 by RFC 8187 and
 * an ASCII one for those who read no other).
 */
export function contentDisposition(shown: "attachment" | "inline", name: string): string {
  const ascii = name.replace(/[^A-Za-z0-9 ._-]/g, "_");
  const encoded = encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
  return `${shown}; filename="${ascii}"; filename*=UTF-8''${encoded}`;
}
